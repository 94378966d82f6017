#include "loop/command_line.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace candor::loop {
namespace {

std::optional<int> whole_number(std::string_view digits) {
    int number = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return number;
}

std::string text_of(const WindowSize& size) {
    return std::to_string(size.width) + "x" + std::to_string(size.height);
}

std::string wanted(const SizeLimits& limits) {
    return "want WIDTHxHEIGHT, from " + text_of(limits.least) + " to " +
           text_of({limits.most, limits.most}) + " pixels, for example " + text_of(limits.example);
}

}  // namespace

std::optional<WindowSize> parse_size(std::string_view text, const SizeLimits& limits) {
    const auto cross = text.find('x');
    if (cross == std::string_view::npos) return std::nullopt;
    const auto width = whole_number(text.substr(0, cross));
    const auto height = whole_number(text.substr(cross + 1));
    if (!width || !height || *width < limits.least.width || *height < limits.least.height ||
        *width > limits.most || *height > limits.most)
        return std::nullopt;
    return WindowSize{*width, *height};
}

void add_run_options(CLI::App& app, RunOptions& options, const SizeLimits& limits) {
    const auto take_size = [&options, limits](const std::string& text) {
        const auto size = parse_size(text, limits);
        if (!size) throw CLI::ValidationError("--size", wanted(limits));
        options.size = *size;
    };
    app.add_option_function<std::string>("--size", take_size,
                                         "WxH of the picture, as people see it");
    app.add_flag("--reduced-motion", options.reduced_motion, "no movement");
    app.add_option("--screens", options.screens, "render every screen to this folder, and end");
#ifdef CANDOR_TESTING
    app.add_option("--observe", options.observe, "append the accessible tree to this file");
#endif
}

std::optional<int> parse(CLI::App& app, int argc, char** argv) {
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return std::nullopt;
}

}  // namespace candor::loop
