#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pack/report.h"

namespace candor::pack {

inline constexpr std::size_t kMaxFileBytes = 1024 * 1024;
inline constexpr std::size_t kMaxPackBytes = 16 * 1024 * 1024;

/// The files of one pack. Nothing outside its folder is ever opened, by path or by symbolic link,
/// and no more text is read than the limits above.
class PackFolder {
  public:
    explicit PackFolder(const std::filesystem::path& folder);

    /// Absolute, with symbolic links resolved; empty when there is no such folder.
    const std::filesystem::path& path() const { return root_; }
    bool has(const std::string& name) const;
    /// Names of the folders, or of the files that end in `ending`, sorted.
    std::vector<std::string> folders() const;
    std::vector<std::string> files(const std::string& in, const std::string& ending) const;

    /// A text file with line ends as "\n" and without a byte order mark; reports what is wrong with
    /// it, and then gives nothing.
    std::optional<std::string> read_text(const std::string& name, Report& report);
    /// The absolute path of a picture that is there, inside the folder, and an SVG, PNG or JPEG;
    /// reports (as a finding at `line`) and gives nothing when it is not.
    std::optional<std::filesystem::path> picture(const std::string& name, int line,
                                                 Report& report) const;

  private:
    std::optional<std::filesystem::path> inside(const std::string& name) const;

    std::filesystem::path root_;
    std::size_t bytes_read_ = 0;
};

}  // namespace candor::pack
