#pragma once
#include <filesystem>

#include "base/descriptor.h"
#include "base/scratch_folder.h"
#include "pack/package/package.h"

namespace candor::pack {

/// How the name of such a folder begins.
inline constexpr const char* kLooked = ".look-";

/// The files of a package in a folder of their own, named after the pack, until this is destroyed.
/// Each has the hash that MANIFEST names; whose signatures it bears is not looked at.
class UnpackedPackage {
  public:
    /// `below`: a folder that is there and can be written to.
    static base::Result<UnpackedPackage> open(const Package& package,
                                              const std::filesystem::path& below);

    const std::filesystem::path& folder() const { return folder_; }

  private:
    explicit UnpackedPackage(base::ScratchFolder scratch) : scratch_(std::move(scratch)) {}

    base::Descriptor held_;  ///< tells clear_leftovers() that it is in use
    base::ScratchFolder scratch_;
    std::filesystem::path folder_;
};

}  // namespace candor::pack
