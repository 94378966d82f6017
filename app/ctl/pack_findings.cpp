#include "ctl/pack_findings.h"

#include <optional>

#include "base/files.h"
#include "screening/guidance.h"
#include "screening/questionnaire.h"

namespace candor::ctl {
namespace {

constexpr const char* kQuestionnaire = "questionnaire.yaml";
constexpr const char* kGuidance = "guidance.yaml";
constexpr std::size_t kMaxBytes = 16U << 20;

void append(base::Findings& all, base::Findings more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::optional<std::string> read(const pack::Pack& pack, const char* name,
                                base::Findings& findings) {
    auto text = base::read_file(pack.folder / name, kMaxBytes);
    if (text) return std::move(*text);
    findings.push_back({name, 0, base::Severity::error, "unreadable-file",
                        "The file cannot be read: " + text.error().detail + ".",
                        "Check that it is there and that you may read it."});
    return std::nullopt;
}

void check_sources(const pack::Pack& pack, const screening::Guidance& guidance,
                   base::Findings& findings) {
    for (const auto& finding : guidance.findings)
        for (const auto& source : finding.sources)
            if (pack.source(source) == nullptr)
                findings.push_back({kGuidance, 0, base::Severity::error, "unknown-source",
                                    "\"" + finding.id + "\" names the source \"" + source +
                                        "\", which is not in sources.yaml.",
                                    "Add it there, or mend the name."});
}

}  // namespace

base::Findings self_check_findings(const pack::Pack& pack) {
    base::Findings findings;
    const auto questions = read(pack, kQuestionnaire, findings);
    const auto words = read(pack, kGuidance, findings);
    if (!questions) return findings;
    auto loaded = screening::load_questionnaire(*questions, kQuestionnaire);
    append(findings, std::move(loaded.findings));
    if (!loaded.questionnaire || !words) return findings;
    auto guidance = screening::load_guidance(*words, kGuidance, *loaded.questionnaire);
    append(findings, std::move(guidance.findings));
    if (guidance.guidance) check_sources(pack, *guidance.guidance, findings);
    return findings;
}

base::Findings pack_findings(const std::filesystem::path& folder) {
    auto loaded = pack::load_pack(folder);
    if (loaded.pack && loaded.pack->is_self_check)
        append(loaded.findings, self_check_findings(*loaded.pack));
    return std::move(loaded.findings);
}

}  // namespace candor::ctl
