#include <algorithm>
#include <set>

#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

bool cites_a_source(const OptionCell& cell) {
    return std::any_of(cell.text.begin(), cell.text.end(),
                       [](const Run& run) { return run.link == LinkKind::source; }) ||
           (cell.number && !cell.number->source.empty());
}

/// What is told of a treatment's good and harm is a claim, with a number or without one.
void check_cells(const Option& option, FindingList& list) {
    for (const OptionRow row : {OptionRow::chance, OptionRow::harms}) {
        const OptionCell& cell = option.cell(row);
        if (!option.treatment || cell.blank != OptionBlank::none || cites_a_source(cell)) continue;
        list.warning(kOptionsFile, cell.line, "unsourced-cell",
                     "The row “" + std::string(name_of(row)) + "” of " + in_quotes(option.id) +
                         " has no source.",
                     "Cite one, or write “blank: nobody-knows”.");
    }
}

/// Doing nothing is a choice, and it stands first: who reads only the top reads it.
void check_order(const Options& options, FindingList& list) {
    const auto& all = options.options;
    const auto is_treatment = [](const Option& option) { return option.treatment; };
    if (std::all_of(all.begin(), all.end(), is_treatment))
        list.warning(kOptionsFile, 0, "no-alternative",
                     "All of these options are treatments; doing nothing is not among them.",
                     "Add it, with “treatment: false”.");
    const auto first = std::find_if(all.begin(), all.end(), is_treatment);
    const auto late = std::find_if_not(first, all.end(), is_treatment);
    if (late != all.end())
        list.warning(kOptionsFile, late->line, "option-order",
                     in_quotes(late->id) + " is no treatment and stands behind one.",
                     "Let doing nothing and covering up stand first.");
}

/// Rows that no value marks can be marked by nobody.
void check_values(const Options& options, FindingList& list) {
    std::set<OptionRow> marked;
    for (const auto& value : options.values) marked.insert(value.rows.begin(), value.rows.end());
    for (std::size_t row = 0; row < kOptionRows && !options.values.empty(); ++row)
        if (!marked.contains(static_cast<OptionRow>(row)))
            list.advice(kOptionsFile, 0, "unmarked-row",
                        "No value marks the row “" +
                            std::string(name_of(static_cast<OptionRow>(row))) + "”.",
                        "Name it in the rows of a value.");
}

const Options* options_of(const Subject& subject) {
    for (const auto& page : subject.pack.pages_in(subject.first_language()))
        for (const auto& block : page.blocks)
            if (const auto* options = std::get_if<Options>(&block.body)) return options;
    return nullptr;
}

}  // namespace

/// Options that are not laid side by side fairly. Their words are checked as those of pages are.
void check_options(const Subject& subject, base::Findings& findings) {
    const Options* options = options_of(subject);
    if (options == nullptr) return;
    FindingList list(findings);
    for (const auto& option : options->options) check_cells(option, list);
    check_order(*options, list);
    check_values(*options, list);
}

}  // namespace candor::pack
