#pragma once
#include <string>

#include "screening/questionnaire.h"
#include "screening/response.h"

namespace candor::screens {

/// An answer's value as plain text, without looking up its option.
std::string value_text(const screening::Value& value);
/// What a person answered to an item, in their language: option labels, or what they typed.
std::string answer_text(const screening::Item& item, const screening::Response& response,
                        const std::string& language);

}  // namespace candor::screens
