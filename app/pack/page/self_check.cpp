#include "pack/page/self_check.h"

#include <iterator>
#include <optional>

#include "base/files.h"
#include "pack/folder/finding_list.h"
#include "pack/folder/report.h"
#include "pack/page/form_words.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/node.h"

namespace candor::pack {
namespace {

void append(base::Findings& all, base::Findings more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::optional<std::string> read(const Pack& pack, const char* name, base::Findings& findings) {
    auto text = base::read_file(pack.folder / name, screening::kMaxBytes);
    if (text) return std::move(*text);
    FindingList(findings).error(name, 0, "unreadable-file",
                                "The file cannot be read: " + text.error().detail + ".",
                                "Check that it is there and that you may read it.");
    return std::nullopt;
}

void check_sources(const Pack& pack, const screening::Guidance& guidance,
                   base::Findings& findings) {
    for (const auto& finding : guidance.findings)
        for (const auto& source : finding.sources)
            if (pack.source(source) == nullptr)
                FindingList(findings).error(kGuidanceFile, 0, "unknown-source",
                                            in_quotes(finding.id) + " names the source " +
                                                in_quotes(source) +
                                                ", which is not in sources.yaml.",
                                            "Add it there, or mend the name.");
}

}  // namespace

base::Findings self_check_findings(const Pack& pack) {
    base::Findings findings;
    const auto questions = read(pack, kQuestionnaireFile, findings);
    const auto words = read(pack, kGuidanceFile, findings);
    if (!questions) return findings;
    auto loaded = screening::load_questionnaire(*questions, kQuestionnaireFile);
    append(findings, std::move(loaded.findings));
    if (loaded.questionnaire)
        append(findings, form_words_findings(*loaded.questionnaire, kQuestionnaireFile));
    if (!loaded.questionnaire || !words) return findings;
    auto guidance = screening::load_guidance(*words, kGuidanceFile, *loaded.questionnaire);
    append(findings, std::move(guidance.findings));
    if (guidance.guidance) check_sources(pack, *guidance.guidance, findings);
    return findings;
}

}  // namespace candor::pack
