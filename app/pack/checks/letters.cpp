#include "pack/checks/letters.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "pack/page/self_check.h"
#include "text/coverage.h"

namespace candor::pack {
namespace {

using screening::Item;

constexpr std::size_t kMostNamed = 5;

/// The machine that checks need not be a kiosk: then there are none, and nothing is told.
const text::Coverage& fonts() {
    static const text::Coverage kFonts;
    return kFonts;
}

/// Those of a text that no font shows, each once.
std::vector<char32_t> missing_in(std::string_view words) {
    std::vector<char32_t> missing;
    for (std::size_t at = 0; at < words.size();) {
        const char32_t c = base::next_code_point(words, at);
        if (!fonts().shows(c) && std::find(missing.begin(), missing.end(), c) == missing.end())
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

/// `of` names what they stand in: "Item “x”: ".
void tell_letters(const std::string& file, int line, const std::string& of,
                  const std::vector<char32_t>& missing, FindingList& list) {
    list.warning(
        file, line, "no-glyph",
        of + "No font of the kiosk has " + names_of(missing) + ": readers would see a box.",
        remedy_for(missing.front()));
}

void add_words(const base::Localized& text, std::string& out) {
    for (const auto& [language, words] : text.all()) out += words + ' ';
}

/// All words of an item that patients may see, without those of the items in it.
std::string words_of(const Item& item) {
    std::string words;
    for (const auto* text : {&item.prefix, &item.text, &item.markdown, &item.help, &item.lower,
                             &item.upper, &item.entry_format, &item.instruction, &item.complaint,
                             &item.open_label, &item.media.alt})
        add_words(*text, words);
    for (const auto& option : item.options) {
        words += option.prefix + ' ';
        add_words(option.label, words);
        add_words(option.media.alt, words);
    }
    for (const auto& unit : item.units) add_words(unit.label, words);
    return words;
}

void tell_items(const std::vector<Item>& items, const std::string& file, FindingList& list) {
    for (const Item& item : items) {
        if (item.hidden) continue;
        if (const auto missing = missing_in(words_of(item)); !missing.empty())
            tell_letters(file, 0, "Item " + in_quotes(item.link_id) + ": ", missing, list);
        tell_items(item.items, file, list);
    }
}

}  // namespace

base::Findings form_letter_findings(const screening::Questionnaire& questionnaire,
                                    const std::string& file) {
    base::Findings findings;
    FindingList list(findings);
    if (!fonts().is_empty()) tell_items(questionnaire.items, file, list);
    return findings;
}

/// Letters that would be shown as boxes.
void check_letters(const Subject& subject, base::Findings& findings) {
    if (fonts().is_empty()) return;
    FindingList list(findings);
    for (const auto& piece : subject.pieces) {
        const auto missing = missing_in(piece.words);
        if (missing.empty()) continue;
        std::string letter;
        base::append_utf8(letter, missing.front());
        tell_letters(Subject::file_of(*piece.page), subject.line_of(piece, letter), {}, missing,
                     list);
    }
    for (const auto& text : subject.texts) {
        if (text.file == kQuestionnaireFile) continue;
        if (const auto missing = missing_in(text.words); !missing.empty())
            tell_letters(text.file, text.line, {}, missing, list);
    }
    if (!subject.questionnaire) return;
    auto of_form = form_letter_findings(*subject.questionnaire, kQuestionnaireFile);
    std::move(of_form.begin(), of_form.end(), std::back_inserter(findings));
}

}  // namespace candor::pack
