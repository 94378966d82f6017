#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "ui/strings.h"

namespace candor::ui {

/// A fault as a sentence for the person at the screen: what happened, and what to do next. The one
/// place that turns kinds into words; technical details stay in the log.
/// The sentences stand under `prefix` and the kind's name, with "other" for the rest.
std::string fault_text(const base::Fault& fault, const Strings& strings,
                       std::string_view prefix = "fault.");

}  // namespace candor::ui
