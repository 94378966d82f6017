#pragma once
#include <string>

#include "base/finding.h"
#include "screening/model/questionnaire.h"

namespace candor::pack {

/// Letters in a form's words that no font of the kiosk has: one warning an item ("no-glyph"). None
/// on a machine without the kiosk's fonts. `file` is the form's.
base::Findings form_letter_findings(const screening::Questionnaire& questionnaire,
                                    const std::string& file);

}  // namespace candor::pack
