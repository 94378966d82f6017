#pragma once
#include <string>

#include "screening/questionnaire.h"
#include "screening/response.h"
#include "ui/strings.h"

namespace candor::screens {

/// An answer's value as plain text, without looking up its option.
std::string value_text(const screening::Value& value);
/// One answer to an item, in the strings' language: an option's label, yes or no, or what was
/// typed.
std::string answer_text(const screening::Item& item, const screening::Value& value,
                        const ui::Strings& strings);
/// All that a person answered to it.
std::string answer_text(const screening::Item& item, const screening::Response& response,
                        const ui::Strings& strings);

/// Whether an answer is, or may be, typed.
bool takes_typing(screening::ItemType type);

}  // namespace candor::screens
