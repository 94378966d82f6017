#include "base/path_search.h"

#include <unistd.h>

#include <cstdlib>
#include <sstream>

namespace candor::base {

std::string found_in_path(const std::string& name) {
    const auto runs = [](const std::string& file) { return ::access(file.c_str(), X_OK) == 0; };
    if (name.find('/') != std::string::npos) return runs(name) ? name : "";
    const char* path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (std::string file = folder + "/" + name; runs(file)) return file;
    return {};
}

}  // namespace candor::base
