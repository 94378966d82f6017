#pragma once
#include <optional>
#include <string>
#include <vector>

#include "screening/model/evaluate.h"

namespace candor::screening {

/// Answers that a person can give one after the other, in the order in which they are asked.
/// Questions that are left out may be answered as one likes, or not at all.
struct PathStep {
    std::string link_id;
    std::vector<Value> values;
    bool declined = false;  ///< "I'd rather not say"; without it and without values: left open
};
using Path = std::vector<PathStep>;
/// "age = 18-29, signs = pain + clumps, onset = I'd rather not say, note = (no answer)".
std::string to_text(const Path& path);

/// What is claimed of one question or finding.
enum class Claim {
    question_reached,   ///< somebody is asked it
    question_answered,  ///< some answer fits it; declining alone is no path
    finding_reached,    ///< somebody gets it
    red_flag_kept,      ///< once an answer has raised it, the result is urgent, whatever follows
    finding_caused,     ///< nobody gets it without having answered, or declined, what it is about
    longest_path        ///< how many questions one person is asked at most
};

/// A claim that does not hold, with a path that shows it where there is one.
struct Violation {
    Claim claim = Claim::question_reached;
    std::string subject;  ///< linkId or id of a finding
    Path path;
};
/// A claim that may hold or not.
struct Unproven {
    Claim claim = Claim::question_reached;
    std::string subject;
    std::string why;  ///< "a hard limit was reached", …
};

/// A self-check's whole answer space, explored by the values that conditions tell apart. Without
/// violations and unproven claims, it is proven of every way to answer, each item occurring once:
/// - it ends in guidance: every question that is asked has an answer that fits (and can be
///   declined), and evaluate() gives a finding's words, or the words of worth-a-talk (see `quiet`);
/// - every item is enabled for somebody, and every finding matches for somebody;
/// - with an urgent finding the result is urgent in its level's words or an urgent ending's, for
///   every set of levels and endings that can occur together; and no answer given later takes a red
///   flag back by switching its question off;
/// - every finding shown has a true condition on a question that the person answered, or was asked
///   and declined: no finding rests on silence or on a preset value alone. (That its sources exist
///   is for the pack's checks.)
/// What lies in repeating groups is not proven, and said so.
struct Proof {
    std::vector<Violation> violations;
    std::vector<Unproven> unproven;
    std::optional<Path> quiet;        ///< a path to no finding at all, the shortest of words
    int questions = 0;                ///< that are asked
    double classes = 0;               ///< of answers that conditions tell apart, all questions'
    double combinations = 1;          ///< their product: what a naive proof would go through
    std::optional<int> longest_path;  ///< in questions
};

/// What decides an outcome's level and headline: headline_of(), but for tests.
using HeadlineRule = Headline (*)(const std::vector<Matched>&);

/// Takes time in proportion to the conditions' entanglement, within fixed bounds of work that do
/// not depend on the machine; claims beyond them are `unproven`.
Proof prove(const Questionnaire& questionnaire, const Guidance& guidance,
            HeadlineRule rule = headline_of);

}  // namespace candor::screening
