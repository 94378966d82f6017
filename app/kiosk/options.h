#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/localized.h"
#include "base/places.h"
#include "platform/window.h"

namespace candor::kiosk {

/// What the command line and the machine decide before the kiosk starts.
struct Options : base::Places {
    std::filesystem::path clinic_key;  ///< the clinic's public key; empty: as kiosk.yaml says
    std::filesystem::path screens;     ///< render the tour here instead of running
    std::filesystem::path preview;     ///< one pack, as it is being written; empty: the kiosk
    std::vector<std::filesystem::path> sticks{"/media", "/run/media"};  ///< where they are mounted
    std::filesystem::path observe;  ///< developer builds: a JSON line a settled frame
    int width = 0, height = 0;      ///< 0: the display's own
    std::string language = base::kFallbackLanguage;
    bool windowed = false;
    bool reduced_motion = false;
    platform::Rotation rotation = platform::Rotation::none;
};

}  // namespace candor::kiosk
