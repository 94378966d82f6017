#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "language/check.h"

namespace candor::ctl {

/// Where the languages of a kiosk with this state folder lie.
language::Places language_places(const std::filesystem::path& state);

/// What a clinic's languages are held against, read once.
class ShippedWords {
  public:
    /// Faults: those of reading what ships.
    static base::Result<ShippedWords> load(const std::filesystem::path& assets);
    language::Yardstick yardstick() const;

  private:
    language::ShippedStrings kiosk_, desk_;
};

/// The codes of what a kiosk with this state folder speaks: what ships, and what the clinic added
/// and offers. Empty: it is not known.
std::vector<std::string> spoken_languages(const std::filesystem::path& state);

}  // namespace candor::ctl
