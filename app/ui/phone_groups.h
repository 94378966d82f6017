#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace candor::ui {

/// A phone number as it is read, in the groups of its country, while what was typed stays as it is.
class GroupedPhone {
  public:
    /// The country is told by a leading "+90" or "0090", else it is `country` (ISO 3166, "TR";
    /// empty: not known). What has other signs than digits in it is grouped by who typed it, and a
    /// number longer than its country's ends in one group.
    GroupedPhone(std::string_view typed, std::string_view country);
    const std::string& shown() const { return shown_; }
    /// A byte of what was typed as a byte of what is shown, and back.
    std::size_t shown_at(std::size_t typed) const;
    std::size_t typed_at(std::size_t shown) const;

  private:
    std::string shown_;
    std::vector<std::size_t> gaps_;  ///< bytes of what was typed that a gap stands before
};

/// Bytes of a typed number that a group starts at, the first one left out.
std::vector<std::size_t> phone_groups(std::string_view typed, std::string_view country);

}  // namespace candor::ui
