#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screening/model/evaluate.h"

namespace candor::screening {

/// A QuestionnaireResponse judged by its questionnaire. With repetitions, an item is enabled if any
/// of its occurrences is, and missing if any enabled one lacks its answer; a group that is not
/// there counts as one blank repetition. All lists are in document order, unknown linkIds last.
struct Report {
    struct Invalid {
        std::string link_id, code;
        bool operator==(const Invalid&) const = default;
    };
    std::vector<std::string> enabled, missing;
    std::vector<Invalid> invalid;  ///< the codes of problems(), and "unknown-item", "misplaced",
                                   ///< "not-a-question", "too-many" groups; disabled ones left out
    std::optional<double> score;   ///< see score(); every repetition's answers count
    std::optional<Outcome> outcome;
};

struct LoadedReport {
    std::optional<Report> report;  ///< empty when the document cannot be read as one
    base::Findings findings;
};

/// `response` is JSON or YAML; `guidance` may be null and else must outlive the report. Never
/// throws; bounded in size, depth and repetitions.
LoadedReport report(const Questionnaire& questionnaire, const Guidance* guidance,
                    std::string_view response, const std::string& where);

/// {"enabled":[…],"missing":[…],"invalid":[{"linkId","code"}…],"score":12,
/// "guidance":{"level","findings"}|null}; "score" only where there are weights.
std::string to_json(const Report& report);

}  // namespace candor::screening
