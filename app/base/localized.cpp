#include "base/localized.h"

#include <algorithm>

namespace candor::base {

const std::string& Localized::in(const std::string& language) const {
    static const std::string kNone;
    if (const auto found = texts_.find(language); found != texts_.end()) return found->second;
    if (const auto english = texts_.find(kFallbackLanguage); english != texts_.end())
        return english->second;
    return texts_.empty() ? kNone : texts_.begin()->second;
}

bool is_language_code(std::string_view code) {
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto other = [&](char c) {
        return lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return code.size() >= 2 && code.size() <= 20 && lower(code[0]) && lower(code[1]) &&
           std::all_of(code.begin(), code.end(), other) && code.back() != '-' &&
           (code.size() < 4 || code.find('-') != std::string_view::npos);
}

}  // namespace candor::base
