#include "pack/folder/fingerprint.h"

#include <cstdio>

#include "pack/folder/hasher.h"

namespace candor::pack {

std::string fingerprint_of(const std::vector<std::string>& texts) {
    constexpr int kBytes = 8;
    Hasher hasher;
    for (const auto& text : texts) {
        hasher.add(text);
        hasher.add(std::string_view("\0", 1));
    }
    const FileHash hash = hasher.finish();
    std::string out;
    for (int i = 0; i < kBytes; ++i) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", hash[static_cast<std::size_t>(i)]);
        out += digits;
    }
    return out;
}

}  // namespace candor::pack
