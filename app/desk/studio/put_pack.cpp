#include "desk/studio/put_pack.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "pack/package/copy_package.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

/// "\040" and the like become the characters that they stand for.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 3 >= text.size()) {
            out += text[at];
            continue;
        }
        const auto digit = [&](std::size_t i) { return text[at + i] - '0'; };
        out += static_cast<char>(digit(1) * 64 + digit(2) * 8 + digit(3));
        at += 3;
    }
    return out;
}

bool is_below(const fs::path& path, const fs::path& root) {
    const auto normal = path.lexically_normal();
    const auto [end, _] = std::mismatch(root.begin(), root.end(), normal.begin(), normal.end());
    return end == root.end() && normal != root;
}

}  // namespace

std::vector<fs::path> mounts_below(std::string_view mountinfo, const std::vector<fs::path>& roots) {
    std::vector<fs::path> out;
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string field;
        for (int i = 0; i < 5; ++i) fields >> field;
        const fs::path mount = unescaped(field);
        if (std::any_of(roots.begin(), roots.end(),
                        [&](const fs::path& root) { return is_below(mount, root); }))
            out.push_back(mount);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<fs::path> sticks_below(const std::vector<fs::path>& roots) {
    std::ifstream file("/proc/self/mountinfo");
    std::ostringstream text;
    text << file.rdbuf();
    return mounts_below(text.str(), roots);
}

bool is_on_a_stick(const fs::path& folder, const std::vector<fs::path>& roots) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || !fs::is_directory(real, error)) return false;
    return std::any_of(roots.begin(), roots.end(),
                       [&](const fs::path& root) { return is_below(real, root); });
}

base::Result<fs::path> put_on_stick(const fs::path& package, const fs::path& folder, bool replace,
                                    const pack::Progress& progress) {
    const fs::path place = folder / package.filename();
    const auto overwrite = replace ? pack::Overwrite::yes : pack::Overwrite::no;
    TRY(pack::copy_package(package, place, overwrite, progress));
    return place;
}

}  // namespace candor::desk
