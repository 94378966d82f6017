#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"
#include "screening/model/questionnaire.h"
#include "screening/reading/node.h"

namespace candor::screening {

struct LoadedQuestionnaire {
    std::optional<Questionnaire> questionnaire;  ///< empty when any finding is an error
    base::Findings findings;  ///< unsupported features by linkId and name, duplicate linkIds, …
};

/// JSON or YAML (decided by content). Never throws; bounded in size, items (5,000) and depth.
LoadedQuestionnaire load_questionnaire(std::string_view text, const std::string& where);

/// The document as FHIR JSON, with every element it has, read by us or not. Fault wrong_format for
/// what is no well-formed document.
base::Result<std::string> to_fhir_json(std::string_view text, const std::string& where);

/// A document as FHIR JSON.
std::string write_fhir_json(const Node& root);

}  // namespace candor::screening
