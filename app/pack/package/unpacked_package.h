#pragma once
#include <filesystem>

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
    ~UnpackedPackage();
    UnpackedPackage(UnpackedPackage&& other) noexcept;
    UnpackedPackage& operator=(UnpackedPackage&&) = delete;

    const std::filesystem::path& folder() const { return folder_; }

  private:
    explicit UnpackedPackage(std::filesystem::path scratch) : scratch_(std::move(scratch)) {}

    std::filesystem::path scratch_, folder_;
    OpenFile held_;  ///< tells clear_leftovers() that it is in use
};

}  // namespace candor::pack
