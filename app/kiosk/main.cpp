#include "base/clock.h"
#include "base/last_catch.h"
#include "base/lean_heap.h"
#include "base/no_dumps.h"
#include "kiosk/command_line.h"
#include "kiosk/kiosk.h"
#include "kiosk/tour.h"
#include "loop/run.h"
#include "platform/kms/panel_window.h"
#include "platform/sdl/sdl_sound.h"
#include "platform/sdl/sdl_window.h"
#include "speech/espeak_voice.h"

namespace candor::kiosk {
namespace {

base::Result<std::unique_ptr<platform::Window>> open_window(const Options& options,
                                                            const platform::WindowOptions& wanted) {
    const bool on_panel = options.panel || (!options.windowed && platform::has_bare_panel());
    if (on_panel) return platform::create_panel_window(wanted);
    return platform::create_sdl_window(wanted);
}

int run(const Options& options) {
    platform::WindowOptions wanted;
    const auto size = options.size.value_or(loop::WindowSize{});  // the display's own
    wanted.width_px = size.width;
    wanted.height_px = size.height;
    wanted.full_screen = !options.windowed;
    wanted.rotation = options.rotation;
    FontsAhead fonts;
    wanted.meanwhile = [&fonts] { fonts = read_fonts_ahead(); };
    return loop::run(open_window(options, wanted), [&](platform::Window& window) {
        auto speaker = std::make_unique<speech::Speaker>(platform::create_sdl_sound(),
                                                         speech::create_espeak_voice,
                                                         [&window] { window.wake(); });
        return Kiosk::create(options, window, base::monotonic_ms, &fonts, std::move(speaker));
    });
}

int start(int argc, char** argv) {
    const auto line = read_command_line(argc, argv);
    if (line.status) return *line.status;
    return line.options.screens.empty() ? run(line.options) : render_tour(line.options);
}

}  // namespace
}  // namespace candor::kiosk

int main(int argc, char** argv) {
    candor::base::forbid_dumps();
    candor::base::keep_heap_lean();
    return candor::base::run_program([&] { return candor::kiosk::start(argc, argv); });
}
