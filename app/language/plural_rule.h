#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace candor::language {

/// A condition in the words of CLDR's plural rules (UTS #35, part 3): "n % 10 = 2..4 and n % 100 !=
/// 12..14". The interface counts whole things, so n and i are the number, and v, w, f, t, c and e
/// are 0. What CLDR gives as samples, from "@" on, is passed over.
class PluralCondition {
  public:
    /// Nothing: it is no such condition.
    static std::optional<PluralCondition> parse(std::string_view text);
    bool holds(int count) const;

  private:
    struct Relation {
        bool counts = true;  ///< of the number itself; else of an operand that is 0
        int modulo = 0;      ///< 0: none
        bool negated = false;
        std::vector<std::pair<int, int>> ranges;
        bool holds(int count) const;
    };
    using AllOf = std::vector<Relation>;
    friend class PluralParser;

    std::vector<AllOf> any_of_;
};

/// Which form of its words a language takes for a number: CLDR's zero, one, two, few, many and
/// other, of which the last is for what no condition holds of.
class PluralRule {
  public:
    /// "zero" … "many", and no other: is it a form that a condition can be given for?
    static bool is_category(std::string_view name);

    void add(std::string category, PluralCondition condition);
    /// The first whose condition holds, else "other".
    std::string_view category(int count) const;
    /// In the order in which they were added, "other" last.
    std::vector<std::string> categories() const;

  private:
    std::vector<std::pair<std::string, PluralCondition>> forms_;
};

}  // namespace candor::language
