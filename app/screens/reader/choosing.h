#pragma once
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "consult/request/request.h"

namespace candor::screens {

/// How much something matters to the person. A row that it marks stands out from `somewhat` on.
enum class Importance { unsaid, not_much, somewhat, a_lot };
/// The contract's name ("a-lot"); empty for unsaid.
const char* name_of(Importance importance);

/// No more options than this are laid side by side.
constexpr std::size_t kMostPicked = 3;

/// What a person does with the options of packs. It tells of them, and is erased with the visit.
struct Choosing {
    std::set<std::string> picked;               ///< "pack/option"
    std::map<std::string, Importance> matters;  ///< "pack/value"

    Importance importance(const std::string& value) const;
};

struct State;
/// What matters to the person somewhat or a lot, in the packs' order: for staff in their language
/// (empty: the visit's), beside what the person read.
std::vector<consult::RequestValue> matters(const State& state,
                                           const std::string& staff_language = {});

}  // namespace candor::screens
