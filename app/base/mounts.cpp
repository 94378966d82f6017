#include "base/mounts.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

namespace candor::base {
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

/// The mount points of a mountinfo that pass.
template <typename Passes>
std::vector<fs::path> mounts_that(std::string_view mountinfo, Passes passes) {
    std::vector<fs::path> out;
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string field;
        for (int i = 0; i < 5; ++i) fields >> field;
        fs::path mount = unescaped(field);
        if (passes(mount)) out.push_back(std::move(mount));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

bool is_below(const fs::path& path, const fs::path& root) {
    const auto normal = path.lexically_normal();
    const auto [end, _] = std::mismatch(root.begin(), root.end(), normal.begin(), normal.end());
    return end == root.end() && normal != root;
}

std::vector<fs::path> mounts_below(std::string_view mountinfo, const std::vector<fs::path>& roots) {
    return mounts_that(mountinfo, [&](const fs::path& mount) {
        return std::any_of(roots.begin(), roots.end(),
                           [&](const fs::path& root) { return is_below(mount, root); });
    });
}

std::vector<fs::path> mounted_below(const std::vector<fs::path>& roots, Roots themselves) {
    std::ifstream file("/proc/self/mountinfo");
    std::ostringstream text;
    text << file.rdbuf();
    return mounts_that(text.str(), [&](const fs::path& mount) {
        return std::any_of(roots.begin(), roots.end(), [&](const fs::path& root) {
            return is_below(mount, root) || (themselves == Roots::counted && mount == root);
        });
    });
}

}  // namespace candor::base
