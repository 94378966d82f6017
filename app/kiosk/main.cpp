#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <string>

#include "base/clock.h"
#include "base/last_catch.h"
#include "base/no_dumps.h"
#include "kiosk/kiosk.h"
#include "kiosk/log.h"
#include "kiosk/tour.h"
#include "platform/sdl/sdl_window.h"

namespace candor::kiosk {
namespace {

bool parse_size(const std::string& text, Options& options) {
    return std::sscanf(text.c_str(), "%dx%d", &options.width, &options.height) == 2 &&
           options.width >= 320 && options.height >= 320 && options.width <= 8192 &&
           options.height <= 8192;
}

int run(const Options& options) {
    platform::WindowOptions wanted;
    wanted.width_px = options.width;
    wanted.height_px = options.height;
    wanted.full_screen = !options.windowed;
    wanted.rotation = options.rotation;
    auto window = platform::create_sdl_window(wanted);
    if (!window) {
        log(window.error());
        log("There is no display to open. Set DISPLAY or WAYLAND_DISPLAY, or render the tour with "
            "--screens DIR.");
        return 1;
    }
    auto kiosk = Kiosk::create(options, **window, base::monotonic_ms);
    if (!kiosk) {
        log(kiosk.error());
        return 1;
    }
    std::vector<platform::Event> events;
    for ((*kiosk)->turn(events); !(*kiosk)->finished(); (*kiosk)->turn(events)) {
        events.clear();
        (*window)->wait((*kiosk)->next_timeout_ms(), events);
    }
    return 0;
}

int start(int argc, char** argv) {
    CLI::App app{"Candor: the waiting-room kiosk"};
    Options options{base::default_places()};
    std::string size;
    int rotate = 0;
    const std::map<std::string, ui::Contrast> contrasts{{"standard", ui::Contrast::standard},
                                                        {"dark", ui::Contrast::dark},
                                                        {"light", ui::Contrast::light}};
    app.add_option("--content", options.content, "folder of packs");
    app.add_option("--state", options.state, "folder for the queue and the search index");
    app.add_option(
        "--clinic-key", options.clinic_key,
        "the clinic's public key (FILE.pub), whatever kiosk.yaml says (clinic_key); where "
        "neither names one, a demonstration");
    app.add_option("--size", size, "WxH of the picture, as people see it");
    app.add_option("--language", options.language, "language to start in");
    app.add_option("--contrast", options.contrast, "colours that each visit starts with")
        ->transform(CLI::Transformer(contrasts))
        ->option_text("standard|dark|light");
    app.add_option("--rotate", rotate, "turn the picture and the touch: 0, 90, 180 or 270")
        ->check(CLI::IsMember({0, 90, 180, 270}));
    app.add_option("--preview", options.preview,
                   "show this pack alone, and anew whenever a file of it is saved")
        ->check(CLI::ExistingDirectory);
    app.add_option("--sticks", options.sticks, "folders below which USB sticks are mounted");
    app.add_flag("--windowed", options.windowed, "a window instead of the full screen");
    app.add_flag("--reduced-motion", options.reduced_motion, "no page turns");
    app.add_option("--screens", options.screens, "render every screen to this folder, and end");
#ifdef CANDOR_TESTING
    app.add_option("--observe", options.observe, "append the accessible tree to this file");
#endif
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (!size.empty() && !parse_size(size, options)) {
        log("--size: want WIDTHxHEIGHT, from 320 to 8192 pixels, for example 1080x1920");
        return 2;
    }
    options.rotation = static_cast<platform::Rotation>(rotate);
    return options.screens.empty() ? run(options) : render_tour(options);
}

}  // namespace
}  // namespace candor::kiosk

int main(int argc, char** argv) {
    candor::base::forbid_dumps();
    return candor::base::run_program([&] { return candor::kiosk::start(argc, argv); });
}
