#include "picture/decoding/jpeg_tables.h"

#include <bitset>
#include <cstddef>
#include <numeric>

namespace candor::picture {
namespace {

constexpr unsigned char kProgressive = 0xC2, kTables = 0xC4, kEnd = 0xD9, kScan = 0xDA;

unsigned char byte(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// Marks without a length: stuffed bytes, TEM, and the restarts within a scan.
bool stands_alone(unsigned char marker) {
    return marker <= 1 || (marker >= 0xD0 && marker <= 0xD8);
}

/// The Huffman tables that were defined, by their class (0 DC, 1 AC) and number.
using Defined = std::bitset<256>;

/// `bytes` begins with the tables and goes on behind them: stb_image reads a table whole, even
/// where its segment ends before.
bool tables_fit(std::string_view bytes, std::size_t length, Defined& defined) {
    constexpr std::size_t kHead = 17;
    for (std::size_t at = 0; at < length && at < bytes.size();) {
        const auto head = bytes.substr(at, kHead);
        const auto codes = std::accumulate(
            head.begin() + 1, head.end(), std::size_t{0},
            [](std::size_t sum, char count) { return sum + static_cast<unsigned char>(count); });
        if (codes > 256) return false;
        defined.set(byte(head, 0));
        at += kHead + codes;
    }
    return true;
}

/// Has a scan the tables that it decodes with? stb_image reads one that was never defined from
/// memory that it never wrote. `bytes` is the scan's header behind its length.
bool scan_has_tables(std::string_view bytes, bool progressive, const Defined& defined) {
    if (bytes.empty()) return true;
    const std::size_t components = byte(bytes, 0), tail = 1 + 2 * components;
    if (bytes.size() < tail + 3) return true;  // it refuses that itself
    const bool starts_at_dc = !progressive || byte(bytes, tail) == 0;
    const bool has_ac = !progressive || byte(bytes, tail) > 0;
    const bool refines = progressive && byte(bytes, tail + 2) >> 4U != 0;
    for (std::size_t i = 0; i < components; ++i) {
        const unsigned tables = byte(bytes, 2 + 2 * i);
        if (starts_at_dc && !refines && !defined.test(tables >> 4U)) return false;
        if (has_ac && !defined.test(0x10U | (tables & 15U))) return false;
    }
    return true;
}

}  // namespace

bool jpeg_tables_fit(std::string_view bytes) {
    if (!bytes.starts_with("\xFF\xD8")) return true;
    Defined defined;
    bool progressive = false;
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
        progressive = progressive || marker == kProgressive;
        if (marker == kTables && !tables_fit(bytes.substr(at + 2), length - 2, defined))
            return false;
        if (marker == kScan &&
            !scan_has_tables(bytes.substr(at + 2, length - 2), progressive, defined))
            return false;
        at += length;
        if (at > bytes.size()) return true;
    }
    return true;
}

}  // namespace candor::picture
