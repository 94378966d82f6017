#include "base/places.h"

#include <system_error>

namespace candor::base {

Places default_places() {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    Places places;
    places.decoder = program / "candor-decode";
    const fs::path sources = CANDOR_SOURCE_DIR;
    if (program.filename() == "bin" && fs::exists(sources / "assets/strings", error) &&
        !fs::exists("/usr/share/candor/assets", error)) {
        places.assets = sources / "assets";
        places.content = sources / "content";
        places.state = program.parent_path() / "state";
        return places;
    }
    places.assets = "/usr/share/candor/assets";
    places.content = "/usr/share/candor/content";
    places.state = "/var/lib/candor";
    return places;
}

}  // namespace candor::base
