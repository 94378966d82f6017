#include "screens/self_check/answering.h"

namespace candor::screens {

const Draft& Answering::draft(const std::string& key) const {
    static const Draft kNone;
    const auto found = drafts.find(key);
    return found == drafts.end() ? kNone : found->second;
}

bool Answering::holds_something() const { return !response.empty() || !drafts.empty(); }

void Answering::erase() {
    response.erase();
    *this = {};  // a draft's words zero themselves
}

}  // namespace candor::screens
