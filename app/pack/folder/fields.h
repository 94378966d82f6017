#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/localized.h"
#include "pack/folder/report.h"
#include "pack/folder/yaml.h"

namespace candor::pack {

/// How bad it is when a key is missing: an error, a warning, or nothing.
enum class Need { required, expected, optional };

/// Reads one YAML map by its known keys, and reports whatever does not fit: unknown keys (naming
/// the nearest known one), missing ones, values of another type. Every reader returns something
/// usable.
class Fields {
  public:
    /// `what` names the map in messages ("a step"). The node must outlive this.
    Fields(const YamlNode& node, std::string what, std::vector<std::string_view> known,
           Report& report);

    bool is_map() const { return node_.kind == YamlNode::Kind::map; }
    int line() const { return node_.line; }
    int line_of(std::string_view key) const;

    std::string text(std::string_view key, Need need) const;
    /// One of `choices`; the first of them, with a finding, when it is none of them.
    std::string choice(std::string_view key, const std::vector<std::string_view>& choices,
                       Need need) const;
    int whole_number(std::string_view key, int least, int most, int fallback, Need need) const;
    bool flag(std::string_view key) const;
    /// "2026-11-22", a day that exists; empty when it is not.
    std::string date(std::string_view key, Need need) const;
    base::Localized localized(std::string_view key, Need need) const;
    std::vector<std::string> texts(std::string_view key, Need need) const;
    /// The items of a list; empty when it is missing or no list.
    const std::vector<YamlNode>& list(std::string_view key, Need need) const;
    const YamlNode* map(std::string_view key, Need need) const;

  private:
    enum class Wanted { scalar, list, map };
    const YamlNode* value(std::string_view key, Wanted wanted, Need need) const;
    void missing(std::string_view key, Need need) const;
    void unfit(std::string_view key, const std::string& should_be) const;

    const YamlNode& node_;
    std::string what_;
    Report& report_;
};

using base::is_language_code;
/// a-z, 0-9 and "-", not longer than 64, neither starting nor ending with "-".
bool is_id(std::string_view id);
bool is_date(std::string_view text);

}  // namespace candor::pack
