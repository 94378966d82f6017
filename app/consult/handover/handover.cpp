#include "consult/handover/handover.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <sstream>

#include "base/disk.h"
#include "base/files.h"
#include "base/instant.h"

namespace candor::consult {
namespace {

using base::FaultKind;
namespace fs = std::filesystem;

constexpr std::size_t kMaxWordBytes = 4096;
constexpr std::array<std::string_view, 11> kProblems = {
    "",       "kiosk",       "settings",    "unreachable",
    "login",  "certificate", "server-full", "server-read-only",
    "layout", "row",         "other"};

fs::path bell_file(const fs::path& state_dir) { return handover_folder(state_dir) / "bell"; }
fs::path word_file(const fs::path& state_dir) { return handover_folder(state_dir) / "word"; }
fs::path lock_file(const fs::path& state_dir) { return handover_folder(state_dir) / "lock"; }

/// Its close tells whoever watches the folder, though nothing was written.
base::Result<base::Descriptor> open_for_writing(const fs::path& file) {
    base::Descriptor opened(
        ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600));
    if (opened.get() < 0) return tl::unexpected(base::fault_of_errno(errno, file.string()));
    return opened;
}

struct flock whole_file() {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

DeliveryProblem problem_named(std::string_view name) {
    const auto* known = std::find(kProblems.begin(), kProblems.end(), name);
    return known == kProblems.end() ? DeliveryProblem::other
                                    : static_cast<DeliveryProblem>(known - kProblems.begin());
}

bool read_number(std::string_view text, std::int64_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size() && out >= 0;
}

/// False: the word does not say it so.
bool read_line(const std::string& line, CourierWord& word) {
    const auto space = line.find(' ');
    const std::string name = line.substr(0, space);
    const std::string value = space == std::string::npos ? std::string{} : line.substr(space + 1);
    if (name == "waiting") return read_number(value, word.waiting);
    if (name == "problem") {
        word.problem = problem_named(value);
        return true;
    }
    std::string* instant = name == "oldest"           ? &word.oldest
                           : name == "last-delivered" ? &word.last_delivered
                           : name == "failing-since"  ? &word.failing_since
                                                      : nullptr;
    if (instant == nullptr) return true;  // of a newer courier
    *instant = value;
    return value.empty() || base::is_utc_instant(value);
}

}  // namespace

fs::path handover_folder(const fs::path& state_dir) { return state_dir / "courier"; }

base::Result<void> ring_courier(const fs::path& state_dir) {
    return open_for_writing(bell_file(state_dir)).map([](const base::Descriptor&) {});
}

std::string_view name_of(DeliveryProblem problem) {
    return kProblems[static_cast<std::size_t>(problem)];
}

base::Result<void> write_word(const fs::path& state_dir, const CourierWord& word) {
    const std::string text = "waiting " + std::to_string(word.waiting) + "\noldest " + word.oldest +
                             "\nlast-delivered " + word.last_delivered + "\nfailing-since " +
                             word.failing_since + "\nproblem " +
                             std::string(name_of(word.problem)) + "\n";
    return base::write_file_atomically(word_file(state_dir), text, base::Privacy::owner_only);
}

std::optional<CourierWord> read_word(const fs::path& state_dir) {
    const auto text = base::read_file(word_file(state_dir), kMaxWordBytes);
    if (!text || !text->starts_with("waiting ")) return std::nullopt;
    CourierWord word;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);)
        if (!read_line(line, word)) return std::nullopt;
    return word;
}

base::Result<CourierLock> CourierLock::take(const fs::path& state_dir) {
    const auto file = lock_file(state_dir);
    auto opened = open_for_writing(file);
    if (!opened) return tl::unexpected(opened.error());
    struct flock lock = whole_file();
    // Of the open file, not of the process: another thread that looks does not let go of it.
    if (::fcntl(opened->get(), F_OFD_SETLK, &lock) == 0) return CourierLock(std::move(*opened));
    if (errno == EAGAIN || errno == EACCES)
        return base::fail(FaultKind::refused, file.string(),
                          "another courier works on this folder already");
    return tl::unexpected(base::fault_of_errno(errno, file.string()));
}

std::optional<bool> whether_courier_lives(const fs::path& state_dir) {
    const base::Descriptor file(
        ::open(lock_file(state_dir).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (file.get() < 0 && errno == ENOENT) return false;
    struct flock lock = whole_file();
    if (file.get() < 0 || ::fcntl(file.get(), F_OFD_GETLK, &lock) != 0) return std::nullopt;
    return lock.l_type != F_UNLCK;
}

bool courier_lives(const fs::path& state_dir) {
    return whether_courier_lives(state_dir).value_or(false);
}

}  // namespace candor::consult
