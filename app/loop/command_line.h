#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/localized.h"

namespace CLI {
class App;
}

namespace candor::loop {

/// Whole pixels.
struct WindowSize {
    int width = 0, height = 0;
    bool operator==(const WindowSize&) const = default;
};

/// The sizes that a program can be drawn at.
struct SizeLimits {
    WindowSize least;
    int most = 8192;  ///< of either side
    WindowSize example;
};

/// "1080x1920"; nothing: it is no such size, or beyond the limits.
std::optional<WindowSize> parse_size(std::string_view text, const SizeLimits& limits);

/// What every program on a window takes from its command line.
struct RunOptions {
    std::optional<WindowSize> size;  ///< of the picture, as people see it; none: as usual
    std::string language = base::kFallbackLanguage;
    bool reduced_motion = false;
    std::filesystem::path screens;  ///< render a tour into this folder instead of running
    std::filesystem::path observe;  ///< developer builds: a JSON line a settled frame
};

/// Teaches `app` to fill `options`, which must stay where it is until it has parsed.
void add_run_options(CLI::App& app, RunOptions& options, const SizeLimits& limits);

/// What a program's command line says.
template <typename Options>
struct CommandLine {
    Options options;
    std::optional<int> status;  ///< end with it now; nothing: go on
};

/// Nothing: go on. Else the exit status: 0 after --help, 2 where a word is wrong, which was said.
std::optional<int> parse(CLI::App& app, int argc, char** argv);

}  // namespace candor::loop
