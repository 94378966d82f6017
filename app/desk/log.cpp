#include "desk/log.h"

#include <cstdio>
#include <string>

#include "base/files.h"

namespace candor::desk {

void log(std::string_view line) {
    const std::string text = "candor-desk: " + std::string(line) + "\n";
    std::fputs(text.c_str(), stderr);
}

void log(const base::Fault& fault) {
    log(std::string(base::name_of(fault.kind)) + ": " + fault.where + ": " + fault.detail);
}

void warn_of_open_key(const std::filesystem::path& file) {
    if (base::readers_of(file) != base::Readers::owner)
        log("others on this computer can read the secret key " + file.string() +
            "; take that right away: chmod 600");
}

}  // namespace candor::desk
