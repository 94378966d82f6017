#include "desk/log.h"

#include <cstdio>
#include <string>

namespace candor::desk {

void log(std::string_view line) {
    const std::string text = "candor-desk: " + std::string(line) + "\n";
    std::fputs(text.c_str(), stderr);
}

void log(const base::Fault& fault) {
    log(std::string(base::name_of(fault.kind)) + ": " + fault.where + ": " + fault.detail);
}

}  // namespace candor::desk
