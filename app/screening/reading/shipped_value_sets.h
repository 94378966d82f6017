#pragma once
#include <string_view>

namespace candor::screening {

/// The ValueSet (FHIR JSON, one line) of that url without its version, of those that come with the
/// program: HL7's of R4 and of terminology.hl7.org, and LOINC's that PHQ and GAD need
/// (assets/value-sets). Empty: it is none of them.
std::string_view shipped_value_set(std::string_view url);
/// The url of the shipped value set that is all of a code system; empty: there is none.
std::string_view shipped_set_of_system(std::string_view system);

/// assets/value-sets/hl7-r4.ndjson, word for word.
std::string_view shipped_value_sets();

}  // namespace candor::screening
