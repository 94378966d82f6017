#include "language/plural_rule.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace candor::language {
namespace {

constexpr std::size_t kMaxConditionBytes = 500;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

/// Reads a condition from left to right; each step says whether it found what it wants.
class PluralParser {
  public:
    explicit PluralParser(std::string_view text) : rest_(text.substr(0, text.find('@'))) {}

    std::optional<PluralCondition> parse() {
        PluralCondition out;
        do {
            PluralCondition::AllOf all;
            do {
                PluralCondition::Relation relation;
                if (!read(relation)) return std::nullopt;
                all.push_back(std::move(relation));
            } while (take("and"));
            out.any_of_.push_back(std::move(all));
        } while (take("or"));
        skip_blanks();
        if (!rest_.empty()) return std::nullopt;
        return out;
    }

  private:
    void skip_blanks() {
        const auto at = rest_.find_first_not_of(" \t");
        rest_.remove_prefix(std::min(at, rest_.size()));
    }

    /// A word ends where its letters do.
    bool take(std::string_view token) {
        skip_blanks();
        if (!rest_.starts_with(token)) return false;
        const bool goes_on = is_letter(token.back()) && rest_.size() > token.size() &&
                             is_letter(rest_[token.size()]);
        if (!goes_on) rest_.remove_prefix(token.size());
        return !goes_on;
    }

    std::optional<int> number() {
        skip_blanks();
        int out = 0;
        if (rest_.empty() || !is_digit(rest_.front())) return std::nullopt;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), out);
        if (error != std::errc{}) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return out;
    }

    bool read(PluralCondition::Relation& relation) {
        return operand(relation) && modulo(relation) && sign(relation) && ranges(relation);
    }

    bool operand(PluralCondition::Relation& relation) {
        for (const std::string_view number : {"n", "i"})
            if (take(number)) return true;
        relation.counts = false;
        constexpr std::array<std::string_view, 6> kNoughts{"v", "w", "f", "t", "c", "e"};
        return std::any_of(kNoughts.begin(), kNoughts.end(),
                           [&](std::string_view nought) { return take(nought); });
    }

    bool modulo(PluralCondition::Relation& relation) {
        if (!take("%") && !take("mod")) return true;
        const auto value = number();
        relation.modulo = value.value_or(0);
        return relation.modulo > 0;
    }

    bool sign(PluralCondition::Relation& relation) {
        relation.negated = take("!=");
        return relation.negated || take("=");
    }

    bool ranges(PluralCondition::Relation& relation) {
        do {
            const auto low = number();
            if (!low) return false;
            const auto high = take("..") ? number() : low;
            if (!high) return false;
            relation.ranges.emplace_back(*low, *high);
        } while (take(","));
        return true;
    }

    std::string_view rest_;
};

std::optional<PluralCondition> PluralCondition::parse(std::string_view text) {
    if (text.size() > kMaxConditionBytes) return std::nullopt;
    return PluralParser(text).parse();
}

bool PluralCondition::Relation::holds(int count) const {
    const int whole = counts ? count : 0;
    const int value = modulo > 0 ? whole % modulo : whole;
    const bool inside = std::any_of(ranges.begin(), ranges.end(), [&](const auto& range) {
        return value >= range.first && value <= range.second;
    });
    return inside != negated;
}

bool PluralCondition::holds(int count) const {
    return std::any_of(any_of_.begin(), any_of_.end(), [&](const AllOf& all) {
        return std::all_of(all.begin(), all.end(),
                           [&](const Relation& relation) { return relation.holds(count); });
    });
}

bool PluralRule::is_category(std::string_view name) {
    constexpr std::array<std::string_view, 5> kNames{"zero", "one", "two", "few", "many"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

void PluralRule::add(std::string category, PluralCondition condition) {
    forms_.emplace_back(std::move(category), std::move(condition));
}

std::string_view PluralRule::category(int count) const {
    for (const auto& [name, condition] : forms_)
        if (condition.holds(count)) return name;
    return "other";
}

std::vector<std::string> PluralRule::categories() const {
    std::vector<std::string> out;
    for (const auto& [name, condition] : forms_) out.push_back(name);
    out.emplace_back("other");
    return out;
}

}  // namespace candor::language
