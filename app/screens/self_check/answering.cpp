#include "screens/self_check/answering.h"

namespace candor::screens {

const Draft& Answering::draft(const std::string& key) const {
    static const Draft kNone;
    const auto found = drafts.find(key);
    return found == drafts.end() ? kNone : found->second;
}

void Answering::turn_to(const std::string& key) {
    answering = key;
    ++reveal_count;
    reveal_problem = false;
}

void Answering::open_list(const std::string& key) {
    listed = key;
    filter.clear();
    whole_list = false;
}

void Answering::forget_entries() {
    drafts.clear();
    problems.clear();
    answering.clear();
    just_chosen.clear();
    part = Part::words;
    open_list({});
}

bool Answering::holds_something() const { return !response.empty() || !drafts.empty(); }

void Answering::erase() {
    response.erase();
    *this = {};  // a draft's words zero themselves
}

}  // namespace candor::screens
