#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "screening/model/evaluate.h"
#include "screening/model/questionnaire.h"
#include "screens/self_check/steps.h"
#include "ui/strings.h"

namespace candor::screens {

/// An answer's value as people write it, without looking up its option.
std::string value_text(const screening::Value& value, const ui::Strings& strings);
/// One answer to an item: its option's label, its unit, yes or no, or what was typed.
std::string value_text(const screening::Item& item, const screening::Value& value,
                       const ui::Strings& strings);
/// What a person answered to an item, in the strings' language, all answers beside each other.
std::string answer_text(const screening::Item& item, const std::vector<screening::Value>& values,
                        const ui::Strings& strings);
/// The answers that made a finding's condition true, or that the question was declined.
std::string cause_text(const screening::Item& item, const screening::Cause& cause,
                       const ui::Strings& strings);
/// The item's prefix and text: "2. How long?"
std::string item_text(const screening::Item& item, const std::string& language);
/// A group's title, and which repetition it is: "Medicine · 2 of 3".
std::string title_text(const Title& title, const ui::Strings& strings);
/// The least and the greatest answer of today, each empty where there is none.
std::pair<std::string, std::string> limits_text(const screening::Item& item,
                                                const ui::Strings& strings);
/// "2026-11-22" as people write it, or the month or year that it has; what is no date as it is.
std::string date_words(std::string_view iso, const ui::Strings& strings);
std::string month_name(int month, const ui::Strings& strings);
/// Why an answer does not fit, by a code of screening::problems() or of Entered.
std::string problem_text(const screening::Item& item, const std::string& code,
                         const ui::Strings& strings);

}  // namespace candor::screens
