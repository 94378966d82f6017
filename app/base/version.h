#pragma once
#include <string>
#include <string_view>

namespace candor::base {

/// What `--version` says: "candor-kiosk 0.2.0 (commit 806e37d8, Release)". A developer's build
/// names no commit, since it changes with every save.
std::string version_line(std::string_view program);

}  // namespace candor::base
