#pragma once
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace candor::pack {

/// May a file of a package have this path? Relative, parts joined by "/". Refused are empty parts,
/// parts that begin with "." (so "." and ".." too), backslashes, control and direction characters,
/// marks and characters that nobody sees, bytes that are not UTF-8, parts over 255 bytes and paths
/// over 1,024. Fault refused, or too_large.
base::Result<void> check_path(std::string_view path);

/// How the detail of PathSet's fault begins where two paths differ in capitals or accents alone;
/// the other path, or the folder in it, follows.
inline constexpr std::string_view kLooksLike = "its path looks like ";

/// All paths of a package, each once: also not with other capitals or accents, and none as a file
/// here and a folder there, so that they mean the same on every disk.
class PathSet {
  public:
    /// Fault refused.
    base::Result<void> add(const std::string& path);

  private:
    struct Known {
        std::string spelling;
        bool is_folder = false;
    };
    std::map<std::string, Known, std::less<>> known_;  ///< by folded path
};

}  // namespace candor::pack
