#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "screening/model/guidance.h"

namespace candor::screening {

struct LoadedGuidance {
    std::optional<Guidance> guidance;
    base::Findings findings;  ///< unknown linkIds, levels without words, …
};
LoadedGuidance load_guidance(std::string_view yaml, const std::string& where,
                             const Questionnaire& questionnaire);

}  // namespace candor::screening
