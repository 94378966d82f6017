#include "pack/checks/reading_measure.h"

#include <algorithm>
#include <array>

#include "base/localized.h"
#include "base/utf8.h"
#include "pack/checks/sentences.h"
#include "pack/checks/syllables.h"
#include "pack/folder/fold.h"

namespace candor::pack {
namespace {

constexpr int kLongWord = 6;

int letters_in(std::string_view word) {
    int count = 0;
    for (std::size_t at = 0; at < word.size(); ++count) base::next_code_point(word, at);
    return count;
}

double ratio(int part, int whole) { return whole == 0 ? 0 : static_cast<double>(part) / whole; }

bool is_number(std::string_view letters) {
    return std::all_of(letters.begin(), letters.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::string_view kOfOsman = "ar";

/// Measures of one language stand together.
constexpr std::array<ReadingMeasure, 6> kMeasures{{
    {"en", "Flesch-Kincaid grade", flesch_kincaid, ReadingLimits{6, 8}, false},
    {"de", "Wiener Sachtextformel 1", wiener_sachtextformel, ReadingLimits{6, 8}, false},
    {"es", "Fernández-Huerta", fernandez_huerta, ReadingLimits{70, 60}, true},
    {"es", "INFLESZ", szigriszt_pazos, ReadingLimits{65, 55}, true},
    {"tr", "Ateşman", atesman, ReadingLimits{80, 70}, true},
    {kOfOsman, "OSMAN", osman, std::nullopt, true},
}};

/// What OSMAN counts of a word.
struct OsmanWord {
    int letters = 0, syllables = 0;
    bool complex = false, faseeh = false;
};

bool is_any_of(char32_t c, std::u32string_view letters) {
    return letters.find(c) != std::u32string_view::npos;
}

OsmanWord osman_word(std::string_view word) {
    constexpr std::u32string_view kShort = U"\u064E\u064F\u0650", kLengthen = U"اوي";
    constexpr std::u32string_view kStress = U"\u064B\u064C\u064D\u0651";
    constexpr std::u32string_view kSilent = U"\u0652\u0640", kAlef = U"اى", kFaseeh = U"ءئؤظذ";
    OsmanWord out;
    int vowels = 0, weight = 0, without_alef = 0;
    char32_t before = 0;
    bool formal = false;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = base::next_code_point(word, at);
        if (is_any_of(before, kShort) && is_any_of(c, kLengthen)) ++weight;
        before = c;
        if (is_any_of(c, kShort)) {
            ++vowels, ++weight;
        } else if (is_any_of(c, kStress)) {
            weight += 2;
        } else if (!is_any_of(c, kSilent)) {
            ++out.letters;
            without_alef += !is_any_of(c, kAlef);
            formal = formal || is_any_of(c, kFaseeh);
        }
    }
    formal = formal || word.ends_with("ون") || word.ends_with("وا");
    constexpr int kMostSyllables = 4, kNotHeard = 2;
    out.syllables = weight + (vowels == 0 ? without_alef : 0);
    out.complex = out.syllables - (vowels == 0 ? kNotHeard : 0) > kMostSyllables;
    out.faseeh = out.complex && formal;
    return out;
}

void count_arabic(std::string_view word, TextCounts& counts) {
    constexpr int kLong = 5;
    const OsmanWord of = osman_word(word);
    counts.syllables += of.syllables;
    counts.over_five_letters += of.letters > kLong;
    counts.complex += of.complex;
    counts.faseeh += of.faseeh;
}

}  // namespace

void count_sentence(std::string_view sentence, std::string_view language, TextCounts& counts) {
    const auto words = folded_words(sentence);
    if (words.empty()) return;
    ++counts.sentences;
    const bool by_osman = base::primary_language(language) == kOfOsman;
    for (const auto& word : words) {
        const auto shown = sentence.substr(word.begin, word.end - word.begin);
        ++counts.words;
        if (by_osman && !is_number(word.letters)) {
            count_arabic(shown, counts);
            continue;
        }
        const int syllables = is_number(word.letters) ? 1 : syllables_in(shown, language);
        counts.syllables += syllables;
        counts.of_one_syllable += syllables == 1;
        counts.of_three_or_more += syllables >= 3;
        counts.over_six_letters += letters_in(shown) > kLongWord;
    }
}

double flesch_kincaid(const TextCounts& c) {
    return 0.39 * ratio(c.words, c.sentences) + 11.8 * ratio(c.syllables, c.words) - 15.59;
}

double wiener_sachtextformel(const TextCounts& c) {
    return 0.1935 * 100 * ratio(c.of_three_or_more, c.words) +
           0.1672 * ratio(c.words, c.sentences) +
           0.1297 * 100 * ratio(c.over_six_letters, c.words) -
           0.0327 * 100 * ratio(c.of_one_syllable, c.words) - 0.875;
}

double fernandez_huerta(const TextCounts& c) {
    return 206.84 - 60 * ratio(c.syllables, c.words) - 1.02 * ratio(c.words, c.sentences);
}

double atesman(const TextCounts& c) {
    return 198.825 - 40.175 * ratio(c.syllables, c.words) - 2.610 * ratio(c.words, c.sentences);
}

double szigriszt_pazos(const TextCounts& c) {
    return 206.835 - 62.3 * ratio(c.syllables, c.words) - ratio(c.words, c.sentences);
}

double osman(const TextCounts& c) {
    return 200.791 - 1.015 * ratio(c.words, c.sentences) -
           24.181 * ratio(c.over_five_letters + c.syllables + c.complex + c.faseeh, c.words);
}

std::span<const ReadingMeasure> measures_for(std::string_view language) {
    const auto primary = base::primary_language(language);
    const auto is_its = [&](const ReadingMeasure& measure) { return measure.language == primary; };
    const auto* first = std::find_if(kMeasures.begin(), kMeasures.end(), is_its);
    return {first, std::find_if_not(first, kMeasures.end(), is_its)};
}

TextCounts counts_of(const Page& page) {
    TextCounts counts;
    for (const auto& piece : pieces_of(page)) {
        if (!is_statement(piece) && piece.role != PieceRole::question &&
            piece.role != PieceRole::ask)
            continue;
        for (const auto& sentence : sentences_of(piece.words))
            if (sentence.closed)
                count_sentence(words_of(piece.words, sentence), page.language, counts);
    }
    return counts;
}

}  // namespace candor::pack
