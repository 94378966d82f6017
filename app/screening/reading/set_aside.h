#pragma once
#include <string>
#include <string_view>

#include "screening/reading/reading.h"

namespace candor::screening {

/// A finding about an extension that is not read, by the last part of its url, because each has had
/// several homes (core, SDC, R5's pack). An error where a form without it would show or ask
/// something else than its author meant; a warning where a rule is not enforced; else advice.
/// `where`: what it stands on, as in " on \"text\"", or nothing.
void set_aside(const Node& extension, const std::string& where, Reading& reading);

/// A warning: an expression that would fill in an answer fills in nothing.
void tell_not_filled_in(const Node& extension, const std::string& url, Reading& reading);

/// Is it an extension of that name? ".../sdc-questionnaire-variable" has the name "variable", and
/// "cqf-expression" keeps its own.
bool is_named(std::string_view url, std::string_view name);

/// The errors alone, for the extensions of what is not looked at otherwise. Was there any?
bool refuse_extensions(const Node& holder, Reading& reading);

}  // namespace candor::screening
