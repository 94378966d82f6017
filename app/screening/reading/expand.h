#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"

namespace candor::screening {

/// A file that may hold ValueSets and CodeSystems, alone or in a Bundle.
struct Terminology {
    std::string name, text;
};
/// A questionnaire with the value sets that it needs in it.
struct Expanded {
    std::string json;                  ///< FHIR JSON
    std::vector<std::string> brought;  ///< urls of the sets that were brought in
    std::vector<std::string> missing;  ///< "Item \"x\": the value set … is in none of the files."
    base::Findings findings;           ///< of the files
};

/// Brings in the value sets that items name by an address and that are neither contained nor
/// shipped, as contained ones with all their codes; contained sets whose codes stand elsewhere
/// (whole code systems, other sets, is-a filters) get them too. Faults: wrong_format.
base::Result<Expanded> expand(std::string_view questionnaire, const std::string& where,
                              const std::vector<Terminology>& files);

}  // namespace candor::screening
