#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {

/// The page that sums the pack up, which people take home, is there in each language and has a
/// list.
void check_in_short(const Subject& subject, base::Findings& findings) {
    const Pack& pack = subject.pack;
    if (pack.in_short.empty()) return;
    FindingList list(findings);
    for (const auto& language : pack.languages)
        if (pack.key_messages(language) == nullptr)
            list.warning("pack.yaml", subject.line_of("pack.yaml", "in_short"), "nothing-in-short",
                         "The page " + in_quotes(pack.in_short) + " is not there in " +
                             in_quotes(language) +
                             ", or has no list, so nobody can take its points home.",
                         "Name the page that sums the pack up, without “.md”, and begin it with a "
                         "list.");
}

}  // namespace candor::pack
