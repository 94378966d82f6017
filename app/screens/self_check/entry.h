#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret_string.h"
#include "screening/model/questionnaire.h"

namespace candor::screens {

/// How an answer that is no option is given: not at all, in words, as a number, on a slider, or
/// part by part (dates and times).
enum class Entry { none, words, number, slider, parts };
Entry entry_of(const screening::Item& item);
/// An answer to it may be something that a person typed or put together, and not chose.
bool is_entered(const screening::Item& item);
/// Several answers are entered one after the other (an open-choice's own words are one).
bool adds_answers(const screening::Item& item);

/// The part of an answer that is being entered.
enum class Part { words, number, day, month, year, hour, minute };
/// In the order in which they stand; of a date, time or both.
std::vector<Part> parts_of(screening::ItemType type);

/// What is being entered to one question, not yet an answer. Numbers are kept in ASCII with a ".",
/// whatever the language, so that it can be switched in the midst of one.
struct Draft {
    base::SecretString text{1000};  ///< the words, the number, or the year
    int month = 0, day = 0;         ///< 0: not known
    int hour = -1, minute = -1;     ///< -1: not known
    int unit = -1;                  ///< of Item::units; -1: not chosen
    bool changed = false;           ///< since it was an answer

    bool empty() const;
    /// 0 or -1 as above where it is not known; of a part that is not text.
    int part(Part part) const;
    bool knows(Part part) const;
    void set_part(Part part, int value);
};

/// The draft that an answer of this question came from (or could have).
Draft draft_of(const screening::Item& item, const screening::Value& value);

/// The answer that a draft makes, or the code of why it makes none: those of problems(), and
/// "incomplete-date", "incomplete-time" and "time-without-day".
struct Entered {
    std::optional<screening::Value> value;
    std::string problem;
};
Entered entered(const screening::Item& item, const Draft& draft);
/// Whether that part of a date or time is what these problems are about: what is missing, else what
/// is known.
bool is_at_fault(const Draft& draft, Part part, const std::vector<std::string>& problems);

/// What a key types into a number (digits of any script, the decimal sign, a minus) as it is kept;
/// empty where the number can have no such sign.
std::string number_sign(const screening::Item& item, std::string_view typed);
bool takes_minus(const screening::Item& item);
bool takes_decimals(const screening::Item& item);

}  // namespace candor::screens
