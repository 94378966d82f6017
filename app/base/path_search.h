#pragma once
#include <string>

namespace candor::base {

/// The program of that name in the folders of PATH, whole; a name with a slash is looked at itself.
/// Empty: there is none that may be run.
std::string found_in_path(const std::string& name);

}  // namespace candor::base
