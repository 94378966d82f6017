#pragma once
#include "screening/reading/node.h"
#include "screening/reading/reading.h"

namespace candor::screening {

/// A Bundle with one Questionnaire becomes that, with the Bundle's value sets and code systems as
/// its own, and a finding.
void unwrap(Node& root, Reading& reading);

/// Aidbox writes forms in a format of its own beside FHIR's: one error for all of it.
bool is_aidbox(const Node& root, Reading& reading);

}  // namespace candor::screening
