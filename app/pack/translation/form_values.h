#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pack/translation/values.h"

namespace candor::pack {

/// The words of a FHIR questionnaire in YAML that patients see, in order, each with its
/// `translation` into `language`. Their names are the item's linkId and where they stand in it:
/// "age.answerOption.0.valueCoding.display". None where the form is written in another language
/// than `first`.
std::vector<LocalizedValue> form_values(std::string_view yaml, const std::string& first,
                                        const std::string& language = {});

/// The YAML with these words for its translations (empty: as they are): put in place of those that
/// are there, added as `translation` extensions where there are none. Every other byte stays.
std::string with_form_translations(std::string_view yaml, const std::vector<LocalizedValue>& values,
                                   const std::string& language,
                                   const std::vector<std::string>& words);

}  // namespace candor::pack
