#include "paint/decoding/jpeg_tables.h"

#include <cstddef>
#include <numeric>

namespace candor::paint {
namespace {

constexpr unsigned char kTables = 0xC4, kEnd = 0xD9;

unsigned char byte(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// Marks without a length: stuffed bytes, TEM, and the restarts within a scan.
bool stands_alone(unsigned char marker) {
    return marker <= 1 || (marker >= 0xD0 && marker <= 0xD8);
}

/// `bytes` begins with the tables and goes on behind them: stb_image reads a table whole, even
/// where its segment ends before.
bool tables_fit(std::string_view bytes, std::size_t length) {
    constexpr std::size_t kHead = 17;
    for (std::size_t at = 0; at < length && at < bytes.size();) {
        const auto head = bytes.substr(at, kHead);
        const auto codes = std::accumulate(
            head.begin() + 1, head.end(), std::size_t{0},
            [](std::size_t sum, char count) { return sum + static_cast<unsigned char>(count); });
        if (codes > 256) return false;
        at += kHead + codes;
    }
    return true;
}

}  // namespace

bool jpeg_tables_fit(std::string_view bytes) {
    if (!bytes.starts_with("\xFF\xD8")) return true;
    // As stb_image does, whatever stands between two segments is passed over, a scan's data too.
    for (std::size_t at = bytes.find('\xFF', 2); at != std::string_view::npos;
         at = bytes.find('\xFF', at)) {
        at = bytes.find_first_not_of('\xFF', at);
        if (at == std::string_view::npos || byte(bytes, at) == kEnd) return true;
        const auto marker = byte(bytes, at++);
        if (stands_alone(marker)) continue;
        if (at + 2 > bytes.size()) return true;
        const std::size_t length = std::size_t{byte(bytes, at)} * 256 + byte(bytes, at + 1);
        if (length < 2) return true;
        if (marker == kTables && !tables_fit(bytes.substr(at + 2), length - 2)) return false;
        at += length;
        if (at > bytes.size()) return true;
    }
    return true;
}

}  // namespace candor::paint
