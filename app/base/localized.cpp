#include "base/localized.h"

namespace candor::base {

const std::string& Localized::in(const std::string& language) const {
    static const std::string kNone;
    if (const auto found = texts_.find(language); found != texts_.end()) return found->second;
    if (const auto english = texts_.find("en"); english != texts_.end()) return english->second;
    return texts_.empty() ? kNone : texts_.begin()->second;
}

}  // namespace candor::base
