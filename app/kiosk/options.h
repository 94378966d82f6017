#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/localized.h"
#include "base/places.h"
#include "loop/command_line.h"
#include "platform/window.h"
#include "printing/printer.h"
#include "ui/palette.h"

namespace candor::kiosk {

/// What the command line and the machine decide before the kiosk starts.
struct Options : base::Places, loop::RunOptions {
    std::filesystem::path clinic_key;  ///< the clinic's public key; empty: as kiosk.yaml says
    std::filesystem::path preview;     ///< one pack, as it is being written; empty: the kiosk
    std::vector<std::filesystem::path> sticks{"/media", "/run/media"};  ///< where they are mounted
    /// There while staff may look at sticks, for a system that mounts them only then. Empty: none.
    std::filesystem::path sticks_wanted;
    std::vector<std::string> offered;  ///< languages that people can choose; empty: all
    bool follows_display = false;      ///< `offered` is what kiosk.yaml says, also later
    bool follows_language = false;     ///< and `language`, which the command line left open
    ui::Contrast contrast = ui::Contrast::standard;  ///< that visits start with
    printing::Queue printing;                        ///< its programs; which queue, kiosk.yaml says
    bool windowed = false;
    bool panel = false;  ///< without X and Wayland, whatever the environment says
    platform::Rotation rotation = platform::Rotation::none;

    /// Neither a tour nor a preview: a picture of a screen is the same on every machine.
    bool is_in_its_place() const { return screens.empty() && preview.empty(); }
};

}  // namespace candor::kiosk
