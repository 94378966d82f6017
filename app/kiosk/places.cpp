#include "kiosk/places.h"

#include <system_error>

namespace candor::kiosk {

Options default_places() {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    Options options;
    options.decoder = program / "candor-decode";
    const fs::path sources = CANDOR_SOURCE_DIR;
    if (program.filename() == "bin" && fs::exists(sources / "assets/strings", error) &&
        !fs::exists("/usr/share/candor/assets", error)) {
        options.assets = sources / "assets";
        options.content = sources / "content";
        options.state = program.parent_path() / "state";
        return options;
    }
    options.assets = "/usr/share/candor/assets";
    options.content = "/usr/share/candor/content";
    options.state = "/var/lib/candor";
    return options;
}

}  // namespace candor::kiosk
