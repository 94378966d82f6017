#include "base/places.h"

#include <system_error>

namespace candor::base {
namespace {

namespace fs = std::filesystem;

/// A folder by its own path, so that a build's link to the sources is not shown to anybody.
fs::path real(const fs::path& folder) {
    std::error_code error;
    auto found = fs::canonical(folder, error);
    return error ? folder : found;
}

}  // namespace

Places places_of(const fs::path& program) {
    std::error_code error;
    const fs::path folder = program.parent_path(), near = folder.parent_path();
    const bool built = fs::exists(near / "CMakeCache.txt", error);
    const bool beside = fs::exists(near / "share/candor/assets/strings", error);
    const fs::path prefix = beside ? near : fs::path("/usr");
    Places places;
    places.assets = real(prefix / "share/candor/assets");
    places.content = real(prefix / "share/candor/content");
    places.decoder = built ? folder / "candor-decode" : prefix / "libexec/candor/candor-decode";
    places.state = built ? near / "state" : fs::path("/var/lib/candor");
    return places;
}

Places default_places() {
    std::error_code error;
    return places_of(fs::read_symlink("/proc/self/exe", error));
}

}  // namespace candor::base
