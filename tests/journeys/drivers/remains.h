#pragma once
#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What is left of words that somebody typed, as UTF-8, UTF-16 and UTF-32, and in lower case too.
namespace candor::journeys {

using Words = std::vector<std::string>;

/// "WORD as UTF-8 at 7f… in [heap]", for each place in the process's memory that it can read;
/// nothing when the process has ended. Throws when its memory cannot be read.
std::optional<Words> remains_in_memory(pid_t process, const Words& words);
/// The same for every file in the folder, by its bytes.
Words remains_in_files(const std::filesystem::path& folder, const Words& words);

/// How many of the remains are of this word.
std::size_t count_of(const Words& remains, std::string_view word);
std::string listed(const Words& remains);

}  // namespace candor::journeys
