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

/// One finding a page: of the first measure by which it is too hard.
void check_page(const Page& page, FindingList& list) {
    const char* remedy = "Split long sentences, and use shorter, everyday words.";
    const TextCounts counts = counts_of(page);
    if (counts.words < kFewestWordsToMeasure) return;
    for (const auto& measure : measures_for(page.language)) {
        const double value = measure.value(counts);
        if (!measure.limits || measure.passes(value, measure.limits->warn)) continue;
        const bool fails = !measure.passes(value, measure.limits->fail);
        const auto& [warn, fail] = *measure.limits;
        if (fails)
            list.error(Subject::file_of(page), 0, "reading-grade",
                       message(measure, value, fail, counts), remedy);
        else
            list.warning(Subject::file_of(page), 0, "reading-grade",
                         message(measure, value, warn, counts), remedy);
        return;
    }
}

}  // namespace

/// Pages that need more schooling than readers can be asked for.
void check_reading(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& [_, pages] : subject.pack.pages)
        for (const auto& page : pages) check_page(page, list);
}

}  // namespace candor::pack
