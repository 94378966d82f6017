#include "kiosk/command_line.h"

#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "base/version.h"
#include "pack/package/policy.h"

namespace candor::kiosk {
namespace {

const std::map<std::string, ui::Contrast> kContrasts{{"standard", ui::Contrast::standard},
                                                     {"dark", ui::Contrast::dark},
                                                     {"light", ui::Contrast::light}};
constexpr const char* kProgram = "candor-kiosk";
constexpr loop::SizeLimits kSizes{{320, 320}, 8192, {1080, 1920}};

}  // namespace

loop::CommandLine<Options> read_command_line(int argc, char** argv) {
    loop::CommandLine<Options> line{{base::default_places()}, {}};
    Options& options = line.options;
    CLI::App app{"Candor: the waiting-room kiosk", kProgram};
    app.set_version_flag("--version", base::version_line(kProgram));
    int rotate = 0;
    app.add_option("--content", options.content, "folder of packs");
    app.add_option("--state", options.state, "folder for the queue and the search index");
    app.add_option(
        "--clinic-key", options.clinic_key,
        "the clinic's public key (FILE.pub), whatever kiosk.yaml says (clinic_key); where "
        "neither names one, a demonstration");
    const auto* language = app.add_option("--language", options.language, "language to start in");
    app.add_option("--contrast", options.contrast, "colours that each visit starts with")
        ->transform(CLI::CheckedTransformer(kContrasts))
        ->option_text("standard|dark|light");
    auto* rotation =
        app.add_option("--rotate", rotate, "turn the picture and the touch: 0, 90, 180 or 270");
    rotation->check(CLI::IsMember({0, 90, 180, 270}));
    app.add_option("--preview", options.preview,
                   "show this pack alone, and anew whenever a file of it is saved")
        ->check(CLI::ExistingDirectory);
    app.add_option("--sticks", options.sticks, "folders below which USB sticks are mounted");
    app.add_option(
        "--sticks-wanted", options.sticks_wanted,
        "a file that is there from the staff's code to the visit's end, for a system that "
        "mounts sticks only then");
    auto* windowed =
        app.add_flag("--windowed", options.windowed, "a window instead of the full screen");
    app.add_flag("--panel", options.panel,
                 "straight on the panel, without X or Wayland; by itself where DISPLAY and "
                 "WAYLAND_DISPLAY are empty and there is a graphics card")
        ->excludes(windowed);
    loop::add_run_options(app, options, kSizes);
    line.status = loop::parse(app, argc, argv);
    if (!line.status && options.is_in_its_place()) {
        auto display = pack::read_policy(options.state).display;
        options.follows_display = true;
        options.follows_language = language->count() == 0;
        if (options.follows_language && !display.language.empty())
            options.language = display.language;
        if (rotation->count() == 0) rotate = display.rotate.value_or(rotate);
        options.offered = std::move(display.languages);
    }
    options.rotation = static_cast<platform::Rotation>(rotate);
    return line;
}

}  // namespace candor::kiosk
