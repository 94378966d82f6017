#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

#include "base/clock.h"
#include "base/last_catch.h"
#include "base/no_dumps.h"
#include "desk/inbox/inbox_source.h"
#include "desk/shell/desk.h"
#include "desk/shell/log.h"
#include "desk/shell/tour.h"
#include "fleet/fhir_client.h"
#include "platform/sdl/sdl_window.h"

namespace candor::desk {
namespace {

bool parse_size(const std::string& text, Options& options) {
    return std::sscanf(text.c_str(), "%dx%d", &options.width, &options.height) == 2 &&
           options.width >= 1024 && options.height >= 600 && options.width <= 8192 &&
           options.height <= 8192;
}

int run(const Options& options) {
    platform::WindowOptions wanted;
    wanted.width_px = options.width;
    wanted.height_px = options.height;
    wanted.full_screen = false;
    wanted.title = "Candor desk";
    auto window = platform::create_sdl_window(wanted);
    if (!window) {
        log(window.error());
        log("There is no display to open. Set DISPLAY or WAYLAND_DISPLAY, or render the pages with "
            "--screens DIR.");
        return 1;
    }
    auto desk = Desk::create(options, **window, base::monotonic_ms, inbox_source(options));
    if (!desk) {
        log(desk.error());
        return 1;
    }
    std::vector<platform::Event> events;
    for ((*desk)->turn(events); !(*desk)->finished(); (*desk)->turn(events)) {
        events.clear();
        (*window)->wait((*desk)->next_timeout_ms(), events);
    }
    return 0;
}

int start(int argc, char** argv) {
    CLI::App app{"Candor: the front desk"};
    Options options{base::default_places()};
    std::string size;
    const char* user = std::getenv("USER");
    options.who = user != nullptr && *user != '\0' ? user : "desk";
    auto* state = app.add_option("--state", options.state, "folder of consult.db");
    app.add_option("--database", options.database, "PostgreSQL URL of a clinic with several kiosks")
        ->excludes(state);
    app.add_option("--key", options.key,
                   "the clinic's secret key; without it, the demonstration's in the state folder");
    auto* record = app.add_option(
        "--fhir", options.record.url,
        "base of the FHIR R4 server that requests can be sent to: https://HOST/fhir");
    app.add_option("--fhir-token-file", options.record.token_file,
                   "a file that holds the bearer token for it")
        ->needs(record)
        ->check(CLI::ExistingFile);
    app.add_option("--fhir-ca", options.record.ca_file,
                   "authorities to trust for it instead of the system's (PEM)")
        ->needs(record)
        ->check(CLI::ExistingFile);
    app.add_option("--name", options.who, "who you are: stands in the record of every change")
        ->check([](const std::string& name) {
            return name.empty() || name.size() > 80 ? "want a name of 1 to 80 bytes" : "";
        });
    app.add_option("--packs", options.packs, "folder of the packs that the studio opens")
        ->check(CLI::ExistingDirectory);
    app.add_option("--size", size, "WxH of the window");
    app.add_option("--language", options.language, "language of the interface");
    app.add_option("--lock-after", options.lock_after_minutes, "minutes without a touch")
        ->check(CLI::Range(1, 240));
    app.add_flag("--reduced-motion", options.reduced_motion, "no movement");
    app.add_option("--screens", options.screens, "render every page to this folder, and end");
#ifdef CANDOR_TESTING
    app.add_option("--observe", options.observe, "append the accessible tree to this file");
#endif
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (!size.empty() && !parse_size(size, options)) {
        log("--size: want WIDTHxHEIGHT, from 1024x600 to 8192x8192 pixels, for example 1366x768");
        return 2;
    }
    if (!options.record.url.empty()) {
        if (const auto good = fleet::check(options.record); !good) {
            log(good.error());
            log("--fhir: want the base of the server as https://HOST/fhir (http only for this "
                "computer), the bearer token alone in its file, and authorities in PEM");
            return 2;
        }
    }
    return options.screens.empty() ? run(options) : render_tour(options);
}

}  // namespace
}  // namespace candor::desk

int main(int argc, char** argv) {
    candor::base::forbid_dumps();
    return candor::base::run_program([&] { return candor::desk::start(argc, argv); });
}
