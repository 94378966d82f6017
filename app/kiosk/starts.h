#pragma once
#include <filesystem>

#include "content/care.h"

namespace candor::kiosk {

/// Starts that came neither to two minutes of work nor to an end in order make the next one more
/// careful, so that a kiosk that something makes crash again and again goes on with less. Counted
/// in a file (base/start_count.h).
class Starts {
  public:
    /// Another start.
    explicit Starts(std::filesystem::path file);

    /// Of this one: the fourth in a row is safe, the seventh asks for staff.
    content::Care care() const { return care_; }
    /// Two minutes went well, or it was told to end: the next start is a step less careful.
    void went_well();

  private:
    std::filesystem::path file_;
    content::Care care_;
};

}  // namespace candor::kiosk
