#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/page/words.h"

namespace candor::pack {

/// What is told of each option: the same rows for all, in the order in which they are shown.
enum class OptionRow { suits, chance, sure, harms, starts, stops, effort, price, approved };
inline constexpr std::size_t kOptionRows = 9;
/// As in options.yaml: "chance".
std::string_view name_of(OptionRow row);

/// A cell without words says which of two it is, so that no cell is simply left out.
enum class OptionBlank { none, nobody_knows, ask_for_the_price };

/// How strong the proof is, as the pack's authors read it.
enum class Certainty { unsaid, very_low, low, fair, good };

/// So many of so many people, and how many it would have been with what it was compared with.
struct OptionNumber {
    int of = 100, with = 0;
    std::optional<int> without;
    int weeks = 0, months = 0;  ///< how long they were followed; both 0: what was read does not say
    std::string who;            ///< "women reported clear regrowth"
    std::string instead;        ///< "with a dummy lotion"; not empty where `without` is given
    RichText source;            ///< one citation
};

struct OptionCell {
    OptionBlank blank = OptionBlank::none;
    Certainty certainty = Certainty::unsaid;  ///< of the row `sure` alone
    std::optional<OptionNumber> number;
    RichText text;  ///< may be empty where one of the above is given
    int line = 0;   ///< of its words in options.yaml
};

struct Option {
    std::string id, tint, title, summary;
    bool treatment = true;  ///< false: doing nothing, or covering up
    std::array<OptionCell, kOptionRows> cells;
    int line = 0;

    const OptionCell& cell(OptionRow row) const { return cells[static_cast<std::size_t>(row)]; }
};

/// What may matter to a person, and the rows that it marks.
struct OptionValue {
    std::string id, title;
    std::vector<OptionRow> rows;
    int line = 0;
};

/// What a page shows of the options.
enum class OptionsFace { choices, side_by_side, values };

/// The options of a pack (its options.yaml) in one language, as one of its pages shows them.
struct Options {
    OptionsFace face = OptionsFace::choices;
    std::array<std::string, kOptionRows> labels;
    std::vector<Option> options;
    std::vector<OptionValue> values;

    const std::string& label(OptionRow row) const { return labels[static_cast<std::size_t>(row)]; }
    /// nullptr: there is none of that id.
    const Option* option(std::string_view id) const;
};

inline constexpr const char* kOptionsFile = "options.yaml";

/// Words of an option that stand in its column, its title included.
int word_count(const Option& option);

}  // namespace candor::pack
