#include <cstdio>

#include "base/utf8.h"
#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

/// Characters without width that are no part of any word here. The loader refuses those that turn
/// the direction of words; joiners and the marks of direction U+200E and U+200F have their use.
bool is_invisible(char32_t c) {
    return c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0x2061 && c <= 0x2064) ||
           (c >= 0xFFF9 && c <= 0xFFFC) || (c >= 0xE0000 && c <= 0xE007F) || c == 0x3164 ||
           c == 0x115F || c == 0x1160;
}

char32_t first_invisible(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t c = base::next_code_point(text, at); is_invisible(c)) return c;
    return 0;
}

void report(const std::string& file, int line, char32_t c, FindingList& list) {
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
    list.warning(file, line, "invisible-character",
                 std::string("A character that no one sees stands among these words (") + name +
                     "). Searches will miss the word.",
                 "Delete the word and type it again.");
}

}  // namespace

/// Characters without width among the words.
void check_characters(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& piece : subject.pieces)
        if (const char32_t c = first_invisible(piece.words)) {
            std::string letter;
            base::append_utf8(letter, c);
            report(Subject::file_of(piece), subject.line_of(piece, letter), c, list);
        }
    for (const auto& text : subject.texts)
        if (const char32_t c = first_invisible(text.words)) report(text.file, text.line, c, list);
}

}  // namespace candor::pack
