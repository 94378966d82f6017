#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pack/folder/package_manifest.h"
#include "pack/folder/report.h"

namespace candor::pack {

inline constexpr std::size_t kMaxFileBytes = 1024 * 1024;
inline constexpr std::size_t kMaxPackBytes = 16 * 1024 * 1024;

/// Does a name end as those of pictures do (.svg, .png, .jpg, .jpeg), in any case?
bool is_picture_name(std::string_view name);

/// The files of one pack. Nothing outside its folder is ever opened, by path or by symbolic link,
/// and no more text is read than the limits above. With a MANIFEST no text is given that is not the
/// one it names.
class PackFolder {
  public:
    explicit PackFolder(const std::filesystem::path& folder,
                        std::shared_ptr<const PackageManifest> manifest = {});

    /// Absolute, with symbolic links resolved; empty when there is no such folder.
    const std::filesystem::path& path() const { return root_; }
    bool has(const std::string& name) const;
    /// Names of the folders, or of the files that end in `ending`, sorted.
    std::vector<std::string> folders() const;
    std::vector<std::string> files(const std::string& in, const std::string& ending) const;

    /// A text file with line ends as "\n" and without a byte order mark; reports what is wrong with
    /// it, and then gives nothing.
    std::optional<std::string> read_text(const std::string& name, Report& report);
    /// The bytes of a file of at most `max_bytes`, whatever they are. Faults: those of
    /// base::read_file(), damaged.
    base::Result<std::string> read_bytes(const std::string& name, std::size_t max_bytes);
    /// The first thing that was not as the MANIFEST says.
    const std::optional<base::Fault>& damage() const { return damage_; }
    /// The absolute path of a picture that is there, inside the folder, and an SVG, PNG or JPEG;
    /// reports (as a finding at `line`) and gives nothing when it is not.
    std::optional<std::filesystem::path> picture(const std::string& name, int line,
                                                 Report& report) const;

  private:
    std::optional<std::filesystem::path> inside(const std::string& name) const;

    base::Result<std::string> checked(const std::string& name, base::Result<std::string> bytes);

    std::filesystem::path root_;
    std::shared_ptr<const PackageManifest> manifest_;
    std::optional<base::Fault> damage_;
    std::size_t bytes_read_ = 0;
};

}  // namespace candor::pack
