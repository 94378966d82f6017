#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace candor::journeys {

/// BUILD/bin/NAME.
std::string built(const char* name);

/// Starts a program, both its outputs into the file `log`. It ends with this process.
pid_t start_program(const std::vector<std::string>& words, const std::filesystem::path& log);

/// What a program printed to its standard output, and its exit status.
struct Printed {
    int status = -1;
    std::string out;
};
Printed run_program(const std::vector<std::string>& words);

/// A whole file; empty when there is none.
std::string text_of(const std::filesystem::path& file);

}  // namespace candor::journeys
