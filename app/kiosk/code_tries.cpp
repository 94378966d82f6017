#include "kiosk/code_tries.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>

#include "base/files.h"

namespace candor::kiosk {
namespace {

constexpr int kMostTries = 5;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr const char* kPattern = "left: %d\nfrom_ms: %" SCNd64 "\nwrong: %d\n%n";

}  // namespace

CodeTries::CodeTries(std::filesystem::path file, std::int64_t now_ms) : file_(std::move(file)) {
    read(now_ms);
}

void CodeTries::read(std::int64_t now_ms) {
    counted_from_ms_ = now_ms;
    const auto text = base::read_file(file_, 256);
    if (!text && text.error().kind == base::FaultKind::not_found) {
        left_ = kMostTries;
        return;
    }
    int left = 0, wrong = 0, length = 0;
    std::int64_t from_ms = 0;
    if (!text || std::sscanf(text->c_str(), kPattern, &left, &from_ms, &wrong, &length) != 3 ||
        static_cast<std::size_t>(length) != text->size() || from_ms < 0 || left < 0 || wrong < 0)
        return;
    left_ = std::min(left, kMostTries);
    wrong_ = wrong;
    counted_from_ms_ = from_ms;
    refill(now_ms);
}

void CodeTries::refill(std::int64_t now_ms) {
    // The machine was started since: how long it was off, nobody knows.
    if (counted_from_ms_ > now_ms) counted_from_ms_ = now_ms;
    const std::int64_t minutes = (now_ms - counted_from_ms_) / kMinuteMs;
    left_ = static_cast<int>(std::min<std::int64_t>(kMostTries, left_ + minutes));
    counted_from_ms_ = left_ == kMostTries ? now_ms : counted_from_ms_ + minutes * kMinuteMs;
}

std::int64_t CodeTries::wait_ms(std::int64_t now_ms) const {
    if (left_ > 0) return 0;
    return std::clamp<std::int64_t>(counted_from_ms_ + kMinuteMs - now_ms, 0, kMinuteMs);
}

void CodeTries::take(std::int64_t now_ms) {
    refill(now_ms);
    left_ = std::max(0, left_ - 1);
    wrong_ = std::min(wrong_ + 1, 1'000'000);
}

void CodeTries::was_right(std::int64_t now_ms) {
    left_ = kMostTries;
    wrong_ = 0;
    counted_from_ms_ = now_ms;
}

base::Result<void> CodeTries::keep() const {
    const std::string text = "left: " + std::to_string(left_) +
                             "\nfrom_ms: " + std::to_string(counted_from_ms_) +
                             "\nwrong: " + std::to_string(wrong_) + "\n";
    return base::write_file_atomically(file_, text, base::Privacy::owner_only);
}

}  // namespace candor::kiosk
