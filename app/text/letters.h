#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"

namespace candor::text {

/// Which letters the font files that Candor draws with have. Reads each file's table of letters
/// once; needs neither fontconfig nor Pango. One thread at a time.
class Letters {
  public:
    /// Faults: not_found names the first font that is missing and the Debian package that has it.
    static base::Result<Letters> of_fonts(const std::filesystem::path& root = "/usr/share/fonts");

    bool has(char32_t letter) const;

  private:
    struct Set;
    explicit Letters(std::shared_ptr<const Set> set);
    std::shared_ptr<const Set> set_;
};

/// The Debian package and the font in it that has a letter of this script, as "fonts-noto-core
/// (Noto Sans Hebrew)"; empty: none that we know.
std::string package_with(char32_t letter);

}  // namespace candor::text
