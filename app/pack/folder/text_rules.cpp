#include "pack/folder/text_rules.h"

#include <cstdio>

#include "base/utf8.h"

namespace candor::pack {
namespace {

bool turns_direction(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void report_character(char32_t c, int line, Report& report) {
    if (c == base::kInvalidCodePoint)
        return report.error(line, "bad-encoding", "This line is not UTF-8 text.",
                            "Save the file as UTF-8.");
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
    if (turns_direction(c))
        return report.error(line, "bidi-control",
                            std::string("This line hides a character that turns the direction of "
                                        "the words around it (") +
                                name + ").",
                            "Delete it. Right-to-left words need no such mark.");
    report.error(line, "control-character",
                 std::string("This line holds a control character (") + name + ").",
                 "Delete it and type the word again.");
}

}  // namespace

bool is_allowed(char32_t c) {
    if (c == '\t' || c == '\n') return true;
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return false;
    if (turns_direction(c) || c == 0x2028 || c == 0x2029) return false;
    return c <= 0x10FFFF && (c & 0xFFFE) != 0xFFFE;
}

bool check_text(std::string_view text, int first_line, Report& report) {
    int line = first_line, last_reported = -1;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c == '\n') ++line;
        if (is_allowed(c) || line == last_reported) continue;
        report_character(c, line, report);
        last_reported = line;
    }
    return last_reported == -1;
}

}  // namespace candor::pack
