#pragma once
#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace candor::base {

/// A folder of its own (mode 0700), under a name that was free; gone with all that lies in it when
/// this is destroyed. Move-only.
class ScratchFolder {
  public:
    /// `beginning`: a path without the six characters that make the name free. Faults: as
    /// fault_of_write().
    static Result<ScratchFolder> make(const std::filesystem::path& beginning);
    /// Where the system keeps such things (TMPDIR, else /tmp).
    static Result<ScratchFolder> in_temp(std::string_view name);
    ~ScratchFolder();
    ScratchFolder(ScratchFolder&& other) noexcept;
    ScratchFolder& operator=(ScratchFolder&& other) noexcept;

    const std::filesystem::path& path() const { return path_; }
    /// It was given a name of its own, and stays.
    void keep() { path_.clear(); }

  private:
    explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;
};

}  // namespace candor::base
