#include <iterator>
#include <utility>

#include "pack/checks/check_table.h"
#include "pack/page/self_check.h"

namespace candor::pack {

void check_self_check(const Subject& subject, base::Findings& findings) {
    if (!subject.pack.is_self_check || !subject.folder.has(kGuidanceFile)) return;
    auto more = self_check_findings(subject.pack);
    std::move(more.begin(), more.end(), std::back_inserter(findings));
    for (const auto& [name, text] : {std::pair{kQuestionnaireFile, &subject.pack.questionnaire},
                                     std::pair{kGuidanceFile, &subject.pack.guidance}}) {
        Report report(name, findings);
        tell_swallowed_words(*text, report);
    }
}

}  // namespace candor::pack
