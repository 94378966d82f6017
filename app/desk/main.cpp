#include "assistive/at_spi.h"
#include "base/clock.h"
#include "base/last_catch.h"
#include "base/no_dumps.h"
#include "desk/inbox/inbox_source.h"
#include "desk/shell/command_line.h"
#include "desk/shell/desk.h"
#include "desk/shell/tour.h"
#include "loop/run.h"
#include "platform/sdl/sdl_window.h"

namespace candor::desk {
namespace {

int run(const Options& options) {
    platform::WindowOptions wanted;
    const auto size = options.size.value_or(kUsualSize);
    wanted.width_px = size.width;
    wanted.height_px = size.height;
    wanted.full_screen = false;
    wanted.title = "Candor desk";
    return loop::run(platform::create_sdl_window(wanted), [&](platform::Window& window) {
        auto assistant =
            assistive::offer_to_assistive_technology(wanted.title, [&window] { window.wake(); });
        return Desk::create(options, window, base::monotonic_ms, inbox_source(options),
                            std::move(assistant));
    });
}

int start(int argc, char** argv) {
    const auto line = read_command_line(argc, argv);
    if (line.status) return *line.status;
    return line.options.screens.empty() ? run(line.options) : render_tour(line.options);
}

}  // namespace
}  // namespace candor::desk

int main(int argc, char** argv) {
    candor::base::forbid_dumps();
    return candor::base::run_program([&] { return candor::desk::start(argc, argv); });
}
