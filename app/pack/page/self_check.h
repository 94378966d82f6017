#pragma once
#include "base/finding.h"
#include "pack/page/pack.h"

namespace candor::pack {

inline constexpr const char* kQuestionnaireFile = "questionnaire.yaml";
inline constexpr const char* kGuidanceFile = "guidance.yaml";

/// What is wrong with the questionnaire and the guidance of a self-check pack, and with the sources
/// that the guidance names. load_pack() does not look at them.
base::Findings self_check_findings(const Pack& pack);

}  // namespace candor::pack
