#pragma once
#include <string>

#include "base/result.h"
#include "ui/strings.h"

namespace candor::ui {

/// A fault as a sentence for the person at the screen: what happened, and what to do next. The one
/// place that turns kinds into words; technical details stay in the log.
std::string fault_text(const base::Fault& fault, const Strings& strings);

}  // namespace candor::ui
