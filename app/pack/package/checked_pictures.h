#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/files.h"
#include "pack/package/library.h"

namespace candor::pack {

/// Opens the pictures of installed packs, each held against its MANIFEST before anybody decodes it.
/// Any thread.
class CheckedPictures {
  public:
    /// Below packs_folder(state_dir) nothing is opened that no library named.
    explicit CheckedPictures(std::filesystem::path state_dir) : state_dir_(std::move(state_dir)) {}

    /// From now on, and for as long as the library lives, pictures of its packs can be opened.
    void hold(const Library& library);
    /// Of an installed pack the very bytes that were checked, in memory that nobody can write to
    /// any more; any other picture as base::open_file() does. Faults: its own, damaged, refused (of
    /// a pack that is not shown).
    base::Result<base::OpenFile> open(const std::filesystem::path& path, std::size_t max_bytes);
    /// Folders of packs a picture of which was damaged, once each.
    std::vector<std::filesystem::path> take_damaged();

  private:
    struct Place {
        std::filesystem::path folder;  ///< of the pack
        std::shared_ptr<const PackageManifest> manifest;
    };
    std::optional<Place> place_of(const std::filesystem::path& path);
    base::Result<base::OpenFile> checked(const Place& place, const std::filesystem::path& path,
                                         std::size_t max_bytes);

    const std::filesystem::path state_dir_;
    std::mutex mutex_;
    std::map<std::filesystem::path, std::weak_ptr<const PackageManifest>> manifests_;
    std::vector<std::filesystem::path> damaged_;
};

}  // namespace candor::pack
