#include "base/log.h"

#include <cerrno>
#include <cstdio>
#include <string>

namespace candor::base {

void log(std::string_view line) {
    const std::string text =
        std::string(program_invocation_short_name) + ": " + std::string(line) + "\n";
    std::fputs(text.c_str(), stderr);
}

void log(const Fault& fault) {
    log(std::string(name_of(fault.kind)) + ": " + fault.where + ": " + fault.detail);
}

}  // namespace candor::base
