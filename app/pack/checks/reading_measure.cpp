#include "pack/checks/reading_measure.h"

#include <algorithm>
#include <array>

#include "pack/checks/sentences.h"
#include "pack/checks/syllables.h"
#include "pack/folder/fold.h"
#include "pack/folder/utf8.h"

namespace candor::pack {
namespace {

constexpr int kLongWord = 6;

int letters_in(std::string_view word) {
    int count = 0;
    for (std::size_t at = 0; at < word.size(); ++count) next_code_point(word, at);
    return count;
}

double ratio(int part, int whole) { return whole == 0 ? 0 : static_cast<double>(part) / whole; }

bool is_number(std::string_view letters) {
    return std::all_of(letters.begin(), letters.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::array<ReadingMeasure, 4> kMeasures{{
    {"en", "Flesch-Kincaid grade", flesch_kincaid, 6, 8, false},
    {"de", "Wiener Sachtextformel 1", wiener_sachtextformel, 6, 8, false},
    {"es", "Fernández-Huerta", fernandez_huerta, 70, 60, true},
    {"tr", "Ateşman", atesman, 80, 70, true},
}};

}  // namespace

void count_sentence(std::string_view sentence, std::string_view language, TextCounts& counts) {
    const auto words = folded_words(sentence);
    if (words.empty()) return;
    ++counts.sentences;
    for (const auto& word : words) {
        const auto shown = sentence.substr(word.begin, word.end - word.begin);
        const int syllables = is_number(word.letters) ? 1 : syllables_in(shown, language);
        ++counts.words;
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

const ReadingMeasure* measure_for(std::string_view language) {
    const auto primary = language.substr(0, language.find('-'));
    for (const auto& measure : kMeasures)
        if (measure.language == primary) return &measure;
    return nullptr;
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
