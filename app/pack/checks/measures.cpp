#include "pack/checks/measures.h"

#include "pack/checks/reading_measure.h"
#include "pack/checks/subject.h"
#include "pack/checks/weight.h"

namespace candor::pack {
namespace {

void add(const TextCounts& page, TextCounts& all) {
    all.words += page.words;
    all.sentences += page.sentences;
    all.syllables += page.syllables;
    all.of_one_syllable += page.of_one_syllable;
    all.of_three_or_more += page.of_three_or_more;
    all.over_six_letters += page.over_six_letters;
    all.over_five_letters += page.over_five_letters;
    all.complex += page.complex;
    all.faseeh += page.faseeh;
}

}  // namespace

Measures measures_of(const Subject& subject) {
    Measures measures;
    for (const auto& language : subject.pack.languages) {
        TextCounts all;
        for (const Page& page : subject.pack.pages_in(language)) add(counts_of(page), all);
        if (all.words < kFewestWordsToMeasure) continue;
        for (const auto& measure : measures_for(language)) {
            const Measures::Reading reading{std::string(measure.name), measure.value(all),
                                            measure.higher_is_easier};
            measures.reading.emplace(language, reading);
            measures.readings.emplace_back(language, reading);
        }
    }
    const Weight weight = weight_of(subject.pieces, subject.first_language());
    measures.benefit_words = weight.benefit_words;
    measures.limit_words = weight.limit_words;
    return measures;
}

}  // namespace candor::pack
