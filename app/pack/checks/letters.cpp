#include <cstdio>
#include <vector>

#include "base/utf8.h"
#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "text/coverage.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMostNamed = 5;

/// Those of a text that no font shows, each once.
std::vector<char32_t> missing_in(std::string_view words, const text::Coverage& fonts) {
    std::vector<char32_t> missing;
    for (std::size_t at = 0; at < words.size();) {
        const char32_t c = base::next_code_point(words, at);
        if (!fonts.shows(c) && std::find(missing.begin(), missing.end(), c) == missing.end())
            missing.push_back(c);
    }
    return missing;
}

std::string names_of(const std::vector<char32_t>& letters) {
    std::string out;
    for (std::size_t i = 0; i < letters.size() && i < kMostNamed; ++i) {
        char number[16];
        std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(letters[i]));
        std::string letter;
        base::append_utf8(letter, letters[i]);
        out += (i == 0 ? "" : ", ") + in_quotes(letter) + " (" + number + ")";
    }
    if (letters.size() > kMostNamed)
        out += " and " + std::to_string(letters.size() - kMostNamed) + " more";
    return out;
}

std::string remedy_for(char32_t letter) {
    const auto package = text::package_with(letter);
    std::string remedy = "Write it in letters that the kiosk has";
    if (!package.empty())
        remedy += "; Debian has a font for this one in " + std::string(package) +
                  ", which the kiosk does not load";
    return remedy + ".";
}

void tell_letters(const std::string& file, int line, const std::vector<char32_t>& missing,
                  FindingList& list) {
    list.warning(file, line, "no-glyph",
                 "No font of the kiosk has " + names_of(missing) + ": readers would see a box.",
                 remedy_for(missing.front()));
}

}  // namespace

/// Letters that would be shown as boxes.
void check_letters(const Subject& subject, base::Findings& findings) {
    static const text::Coverage kFonts;
    if (kFonts.is_empty()) return;  // the machine that checks need not be a kiosk
    FindingList list(findings);
    for (const auto& piece : subject.pieces) {
        const auto missing = missing_in(piece.words, kFonts);
        if (missing.empty()) continue;
        std::string letter;
        base::append_utf8(letter, missing.front());
        tell_letters(Subject::file_of(*piece.page), subject.line_of(piece, letter), missing, list);
    }
    for (const auto& text : subject.texts)
        if (const auto missing = missing_in(text.words, kFonts); !missing.empty())
            tell_letters(text.file, text.line, missing, list);
}

}  // namespace candor::pack
