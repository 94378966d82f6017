#include <algorithm>
#include <string_view>

#include "base/files.h"
#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "pack/folder/report.h"
#include "pack/page/self_check.h"
#include "screening/reading/node.h"

namespace candor::pack {
namespace {

using screening::Claim;
using screening::Node;

/// The line of the map that has this text under this key; 0 where there is none.
int line_of(const Node& node, std::string_view key, const std::string& text) {
    const Node* id = node.find(key);
    if (id != nullptr && id->text == text) return id->line;
    for (const auto& child : node.items)
        if (const int line = line_of(child, key, text); line > 0) return line;
    return 0;
}

int line_of(const Subject& subject, std::string_view file, const std::string& id) {
    base::Findings known;  // check_self_check() has told them
    const auto text = base::read_file(subject.pack.folder / file, screening::kMaxBytes);
    const auto root = text ? screening::parse_node(*text, std::string(file), known) : std::nullopt;
    return root ? line_of(*root, file == kGuidanceFile ? "id" : "linkId", id) : 0;
}

std::string_view file_of(Claim claim) {
    switch (claim) {
        case Claim::question_reached:
        case Claim::question_answered:
        case Claim::longest_path:
            return kQuestionnaireFile;
        default:
            return kGuidanceFile;
    }
}

/// What is said of a claim that does not hold.
struct Words {
    const char* code = "";
    std::string message, remedy;
};

Words words_of(Claim claim, const std::string& subject, const std::string& path) {
    const std::string name = in_quotes(subject);
    switch (claim) {
        case Claim::question_reached:
            return {"unreachable-question", "No answers lead to " + name + ".",
                    "Mend the enableWhen of the item or of what is around it, or delete it."};
        case Claim::question_answered:
            return {"unanswerable-question",
                    "No answer fits " + name + ", but it is asked: " + path,
                    "Mend its options and limits."};
        case Claim::finding_reached:
            return {"unreachable-finding", "No answers lead to " + name + ".",
                    "Mend its enableWhen, or delete it."};
        case Claim::red_flag_kept:
            return {"red-flag-lost",
                    "The red flag " + name + " is raised, but the result is not urgent: " + path,
                    "Let no later answer switch off the question that raises it."};
        case Claim::finding_caused:
            return {"finding-without-cause",
                    name + " is shown to people who gave no answer about it: " + path,
                    "Add a condition that an answer makes true."};
        case Claim::longest_path:
            break;
    }
    return {"", "", ""};
}

std::string claimed(Claim claim, const std::string& subject) {
    const std::string name = in_quotes(subject);
    switch (claim) {
        case Claim::question_reached:
        case Claim::finding_reached:
            return "that some answers lead to " + name;
        case Claim::question_answered:
            return "that an answer fits " + name;
        case Claim::red_flag_kept:
            return "that the red flag " + name + " always makes the result urgent";
        case Claim::finding_caused:
            return "that " + name + " always has an answer for its cause";
        case Claim::longest_path:
            return "how many questions the longest path has";
    }
    return {};
}

void tell_quiet_path(const screening::Path& path, base::Findings& findings) {
    const bool answered = std::any_of(path.begin(), path.end(),
                                      [](const auto& step) { return !step.values.empty(); });
    if (!answered) return;
    FindingList(findings).advice(
        std::string(kGuidanceFile), 0, "no-finding",
        "Some answers lead to no finding, only to the words of the level “worth-a-talk”: " +
            to_text(path),
        "See that these words suit them, or add a finding.");
}

}  // namespace

Proved prove_timed(const screening::Questionnaire& questionnaire,
                   const screening::Guidance& guidance) {
    const auto begin = std::chrono::steady_clock::now();
    Proved proved{screening::prove(questionnaire, guidance), {}};
    proved.took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
    return proved;
}

void check_proof(const Subject& subject, base::Findings& findings) {
    if (!subject.proved) return;
    const screening::Proof& proof = subject.proved->proof;
    for (const auto& violation : proof.violations) {
        const auto file = file_of(violation.claim);
        Words words = words_of(violation.claim, violation.subject, to_text(violation.path));
        FindingList(findings).error(std::string(file), line_of(subject, file, violation.subject),
                                    words.code, std::move(words.message), std::move(words.remedy));
    }
    for (const auto& open : proof.unproven) {
        const auto file = file_of(open.claim);
        FindingList(findings).warning(
            std::string(file), line_of(subject, file, open.subject), "not-proven",
            "It is not proven " + claimed(open.claim, open.subject) + ": " + open.why + ".",
            "Make its conditions simpler, or have a person try them.");
    }
    if (proof.quiet) tell_quiet_path(*proof.quiet, findings);
}

}  // namespace candor::pack
