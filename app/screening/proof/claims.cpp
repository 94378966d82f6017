#include "screening/proof/claims.h"

#include "screening/proof/path.h"

namespace candor::screening {
namespace {

constexpr const char* kRepeats =
    "it depends on a repeating group, of which only one repetition was tried";

bool in_repetition(const Outline& outline, int place) {
    for (place = outline[place].parent; place >= 0; place = outline[place].parent)
        if (outline[place].item->repeats) return true;
    return false;
}

}  // namespace

bool Claims::must_be_possible(Claim claim, const std::string& subject, Function f) {
    const Function found = space_.possible(f);
    if (found > DecisionDiagram::kFalse) return true;
    if (found == DecisionDiagram::kUnknown) {
        unproven(claim, subject, unknown());
    } else if (const char* why = unsure(f)) {
        unproven(claim, subject, why);
    } else {
        violated(claim, subject, found);
        return false;
    }
    return true;
}

void Claims::must_be_impossible(Claim claim, const std::string& subject, Function f,
                                Function about) {
    const Function found = space_.possible(f);
    if (found > DecisionDiagram::kFalse)
        violated(claim, subject, found);
    else if (found == DecisionDiagram::kUnknown)
        unproven(claim, subject, unknown());
    else if (const char* why = unsure(about))
        unproven(claim, subject, why);
}

void Claims::unproven(Claim claim, const std::string& subject, const char* why) {
    proof_.unproven.push_back({claim, subject, why});
}

void Claims::violated(Claim claim, const std::string& subject, Function shown_by) {
    Path path;
    if (shown_by > DecisionDiagram::kFalse) path = path_of(space_, diagram().some_case(shown_by));
    proof_.violations.push_back({claim, subject, std::move(path)});
}

const char* Claims::unsure(Function f) {
    if (f == DecisionDiagram::kUnknown) return unknown();
    for (const int variable : diagram().variables_of(f)) {
        const int place = space_.place_of(variable);
        if (in_repetition(space_.outline(), place)) return kRepeats;
        if (!space_.kinds(place).complete) return kValuesUnknown;
    }
    return nullptr;
}

}  // namespace candor::screening
