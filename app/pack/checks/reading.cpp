#include <cstdio>

#include "pack/checks/check_table.h"
#include "pack/checks/reading_measure.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

std::string one_decimal(double value) {
    char out[32];
    std::snprintf(out, sizeof out, "%.1f", value);
    return out;
}

std::string message(const ReadingMeasure& measure, double value, double limit,
                    const TextCounts& counts) {
    return "This page is hard to read: " + std::string(measure.name) + " " + one_decimal(value) +
           ", where " + one_decimal(limit) + (measure.higher_is_easier ? " or more" : " or less") +
           " is wanted (" + one_decimal(1.0 * counts.words / counts.sentences) +
           " words a sentence, " + one_decimal(1.0 * counts.syllables / counts.words) +
           " syllables a word).";
}

}  // namespace

/// Pages that need more schooling than readers can be asked for.
void check_reading(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    const char* remedy = "Split long sentences, and use shorter, everyday words.";
    for (const auto& [language, pages] : subject.pack.pages) {
        const ReadingMeasure* measure = measure_for(language);
        if (measure == nullptr) continue;
        for (const auto& page : pages) {
            const TextCounts counts = counts_of(page);
            if (counts.words < kFewestWordsToMeasure) continue;
            const double value = measure->value(counts);
            if (!measure->passes(value, measure->fail))
                list.error(Subject::file_of(page), 0, "reading-grade",
                           message(*measure, value, measure->fail, counts), remedy);
            else if (!measure->passes(value, measure->warn))
                list.warning(Subject::file_of(page), 0, "reading-grade",
                             message(*measure, value, measure->warn, counts), remedy);
        }
    }
}

}  // namespace candor::pack
