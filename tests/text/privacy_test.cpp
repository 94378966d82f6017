#include <algorithm>
#include <fstream>
#include <string_view>

#include "base/secret_string.h"
#include "fixture.h"

namespace candor::text {
namespace {

/// Made at run time, so that the program's own constants do not hold it; and the end of a longer
/// text, since an allocator overwrites the first bytes of what it frees.
std::string typed_name() {
    std::string text = "Ydqdvvd#Nhohvn|6:4:5";
    for (char& c : text) c = static_cast<char>(c - 3);
    return text;
}

/// How often the bytes lie in this process's writable memory.
int occurrences(const std::string& reversed) {
    std::ifstream maps("/proc/self/maps");
    std::ifstream memory("/proc/self/mem", std::ios::binary);
    int count = 0;
    for (std::string line; std::getline(maps, line);) {
        if (line.find(" rw") == std::string::npos || line.ends_with("[stack]")) continue;
        const std::size_t begin = std::stoull(line, nullptr, 16);
        const std::size_t end = std::stoull(line.substr(line.find('-') + 1), nullptr, 16);
        if (end - begin > (1U << 30)) continue;  // a sanitiser's shadow
        std::vector<char> bytes(end - begin);
        memory.clear();
        memory.seekg(static_cast<std::streamoff>(begin));
        if (!memory.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) continue;
        const std::string_view all(bytes.data(), bytes.size());
        for (std::size_t at = all.find(reversed.back()); at != all.npos;
             at = all.find(reversed.back(), at + 1)) {
            const std::string_view rest = all.substr(at, reversed.size());
            count += rest.size() == reversed.size() &&
                     std::equal(rest.begin(), rest.end(), reversed.rbegin());
        }
        std::fill(bytes.begin(), bytes.end(), '\0');
    }
    return count;
}

}  // namespace

TEST(Privacy, shaped_field_leaves_no_text_in_memory) {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "the sanitiser keeps freed memory on purpose";
#endif
    std::string reversed = typed_name();
    std::reverse(reversed.begin(), reversed.end());
    ParagraphSpec spec = plain("");
    spec.spans[0].text = std::string(300, 'n') + typed_name();
    const Paragraph kept = shape_editable(spec);
    ASSERT_GE(occurrences(reversed), 1);  // the field's own
    base::wipe(spec.spans[0].text);
    EXPECT_EQ(occurrences(reversed), 0);
    EXPECT_FALSE(kept.glyphs().empty());
}

}  // namespace candor::text
