#pragma once
#include <string>

#include "base/result.h"

namespace candor::ctl {

/// A fault in a line for the person at the command line, in the form of base::to_line:
/// "WHERE: error [kind] What happened: detail. What to do."
std::string fault_text(const base::Fault& fault);

/// The same with words that fit the case better than the kind's own.
std::string fault_text(const base::Fault& fault, const std::string& what,
                       const std::string& remedy);

}  // namespace candor::ctl
