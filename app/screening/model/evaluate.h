#pragma once
#include <optional>
#include <string>
#include <vector>

#include "screening/model/guidance.h"
#include "screening/model/outline.h"
#include "screening/model/questionnaire.h"
#include "screening/model/response.h"

namespace candor::screening {

// Where these ask for an Outline, a Questionnaire does as well: it is then outlined anew each time.

/// Questions to ask, in document order: enabled, answerable, not hidden. For one-a-screen flows.
std::vector<const Item*> questions(const Outline& outline, const Response& response);

/// Forgets (zeroes) answers to questions that are no longer enabled.
void drop_disabled(const Outline& outline, Response& response);

/// Forgets (zeroes) answers that are none to their question any more, since its form was changed:
/// of another type, or an option that is gone.
void drop_unfit(const Outline& outline, Response& response);

/// Required questions that are enabled and neither answered nor declined, and required groups in
/// which nothing is, in document order.
std::vector<const Item*> missing(const Outline& outline, const Response& response);

/// Codes of why an answer does not fit; empty: valid, as no answer at all is. "wrong-type",
/// "not-an-option", "too-long", "too-short", "no-match" (the regex), "not-a-date",
/// "not-a-date-time", "not-a-time", "not-a-uri", "not-a-decimal", "not-a-quantity", "wrong-unit",
/// "too-precise", "not-utf8", "out-of-range", "too-many", "too-few", "exclusive" (an option that
/// goes with no other, together with one).
std::vector<std::string> problems(const Item& item, const std::vector<Value>& values);

/// "too-many" or "too-few" for that many answers of a question, or repetitions of a group; none at
/// all are neither.
std::vector<std::string> count_problems(const Item& item, std::size_t count);

/// The sum of the weights of all chosen options that count; empty where no option has a weight.
std::optional<double> score(const Outline& outline, const Response& response);

/// One question whose answer made a finding's conditions true.
struct Cause {
    std::string link_id;
    /// The answers that did: those that match "=" or an ordering, all of them for "!=" and
    /// "exists". They stand in the response, which must outlive them. Empty: the question was
    /// declined.
    std::vector<const Value*> values;
};
struct Matched {
    const GuidanceFinding* finding = nullptr;
    std::vector<Cause> causes;  ///< in the order of the conditions
};
/// The level of what matched, first levels first, and the finding whose words are its headline.
struct Headline {
    Level level = Level::worth_a_talk;
    const GuidanceFinding* ending = nullptr;  ///< null: the level's own words
};
/// `findings` stand in the order of Level. Red flags win over an ending that is none itself.
Headline headline_of(const std::vector<Matched>& findings);

/// What the answers lead to. `findings` stand in the order of Level, red flags first. Where none
/// matches, the level is worth_a_talk. `score` is that of score().
struct Outcome {
    Level level = Level::worth_a_talk;
    base::Localized title, text;  ///< the level's, or the ending finding's (unless one is urgent)
    std::vector<Matched> findings;
    std::optional<double> score;
};
Outcome evaluate(const Outline& outline, const Guidance& guidance, const Response& response);

}  // namespace candor::screening
