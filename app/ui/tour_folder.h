#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "base/result.h"
#include "ui/accessible.h"

namespace candor::ui {

/// Where a tour puts what it saw: NN-name.png and NN-name.txt (the accessible tree) of each screen.
class TourFolder {
  public:
    explicit TourFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Names may be anybody's (a linkId): the number keeps them apart, and what a file's name
    /// should not hold is replaced.
    base::Result<void> take(std::string_view name, base::PixelView shown, const Tree& tree);

  private:
    std::filesystem::path folder_;
    int count_ = 0;
};

/// Letters, digits, "." and "-" alone, each other byte as "-"; at most 100 bytes.
std::string file_name_of(std::string_view name);

}  // namespace candor::ui
