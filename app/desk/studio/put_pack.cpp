#include "desk/studio/put_pack.h"

#include <algorithm>

#include "base/mounts.h"
#include "pack/package/copy_package.h"

namespace candor::desk {

namespace fs = std::filesystem;

bool is_on_a_stick(const fs::path& folder, const std::vector<fs::path>& roots) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || !fs::is_directory(real, error)) return false;
    return std::any_of(roots.begin(), roots.end(),
                       [&](const fs::path& root) { return base::is_below(real, root); });
}

base::Result<fs::path> put_on_stick(const fs::path& package, const fs::path& folder, bool replace,
                                    const pack::Progress& progress) {
    const fs::path place = folder / package.filename();
    const auto overwrite = replace ? pack::Overwrite::yes : pack::Overwrite::no;
    TRY(pack::copy_package(package, place, overwrite, progress));
    return place;
}

}  // namespace candor::desk
