#pragma once
#include <filesystem>

#include "base/scratch_folder.h"

namespace candor::journeys {

/// An empty folder of this test's own; removed with everything in it.
class ScratchFolder {
  public:
    const std::filesystem::path& path() const { return folder_.path(); }
    std::filesystem::path operator/(const char* name) const { return path() / name; }

  private:
    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("candor-journey").value();
};

}  // namespace candor::journeys
