#pragma once
#include <optional>
#include <span>
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
    // Of Arabic alone, where `syllables` are those of OSMAN.
    int over_five_letters = 0;  ///< words
    int complex = 0;            ///< words of more than four syllables
    int faseeh = 0;             ///< complex words with a mark of formal writing
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

/// Szigriszt Pazos F, 1993: 206.835 − 62.3 syllables/word − words/sentence. Higher is easier. Read
/// on the INFLESZ scale (Barrio-Cantalejo IM and others, An Sist Sanit Navar 2008;31(2):135), which
/// was made for texts for patients: from 55 on normal, from 65 on fairly easy, from 80 on very
/// easy.
double szigriszt_pazos(const TextCounts& counts);
/// El-Haj M, Rayson P, "OSMAN – A Novel Arabic Readability Metric", LREC 2016, 250–255: 200.791 −
/// 1.015 words/sentence − 24.181 (long + syllables + complex + faseeh)/word; words of more than
/// five letters are long. Higher is easier. Syllables are told by vowel signs, long and doubled
/// ones twice; words without any are estimated as the authors' program (OsmanReadability) does,
/// from their letters but alef. No scale of school years has been published for it.
double osman(const TextCounts& counts);

/// From which value on a page is too hard: like grades 6 and 8.
struct ReadingLimits {
    double warn, fail;
};

/// How a language is measured.
struct ReadingMeasure {
    std::string_view language, name;
    double (*value)(const TextCounts&);
    std::optional<ReadingLimits> limits;  ///< none: the value is for comparing alone
    bool higher_is_easier;

    bool passes(double measured, double limit) const {
        return higher_is_easier ? measured >= limit : measured <= limit;
    }
};

/// The formulas were made for samples of a hundred words; of fewer than this they say little.
inline constexpr int kFewestWordsToMeasure = 40;

/// The measures of a language ("de" and "de-AT"), the one that we answer to first; none for a
/// language that we do not know.
std::span<const ReadingMeasure> measures_for(std::string_view language);

/// Counts the whole sentences of a page: those that end with a mark, in statements, answers and
/// questions. Titles, headings, labels and fragments are no sentences.
TextCounts counts_of(const Page& page);

}  // namespace candor::pack
