#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/checks/piece.h"

namespace candor::pack {

/// What the reading formulas count. A word is a run of letters or digits; a number has one
/// syllable.
struct TextCounts {
    int words = 0, sentences = 0, syllables = 0;
    int of_one_syllable = 0, of_three_or_more = 0;  ///< words
    int over_six_letters = 0;                       ///< words
};

/// Adds one sentence.
void count_sentence(std::string_view sentence, std::string_view language, TextCounts& counts);

/// Kincaid JP and others, 1975: 0.39 words/sentence + 11.8 syllables/word − 15.59. A US grade.
double flesch_kincaid(const TextCounts& counts);
/// Bamberger R, Vanecek E, 1984, first formula: 0.1935 MS + 0.1672 SL + 0.1297 IW − 0.0327 ES −
/// 0.875. A school year.
double wiener_sachtextformel(const TextCounts& counts);
/// Fernández Huerta J, 1959: 206.84 − 60 syllables/word − 1.02 words/sentence. Higher is easier.
double fernandez_huerta(const TextCounts& counts);
/// Ateşman E, 1997: 198.825 − 40.175 syllables/word − 2.610 words/sentence. Higher is easier.
double atesman(const TextCounts& counts);

/// How a language is measured, and from which value on a page is too hard.
struct ReadingMeasure {
    std::string_view language, name;
    double (*value)(const TextCounts&);
    double warn, fail;  ///< like grades 6 and 8
    bool higher_is_easier;

    bool passes(double measured, double limit) const {
        return higher_is_easier ? measured >= limit : measured <= limit;
    }
};

/// The formulas were made for samples of a hundred words; of fewer than this they say little.
inline constexpr int kFewestWordsToMeasure = 40;

/// nullptr where no measure is accepted (Arabic, and languages that we do not know).
const ReadingMeasure* measure_for(std::string_view language);

/// Counts the whole sentences of a page: those that end with a mark, in statements, answers and
/// questions. Titles, headings, labels and fragments are no sentences.
TextCounts counts_of(const Page& page);

}  // namespace candor::pack
