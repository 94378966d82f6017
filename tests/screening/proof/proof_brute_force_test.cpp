#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "form.h"
#include "screening/model/enable_when.h"
#include "screening/model/outline.h"
#include "screening/model/value.h"
#include "screening/proof/proof.h"

namespace candor::screening {
namespace {

/// A small self-check at random, of few enough answers to try them all.
class Generator {
  public:
    explicit Generator(unsigned seed) : random_(seed) {}

    Questionnaire questionnaire() {
        Questionnaire made;
        const int count = 3 + below(2);
        for (int i = 0; i < count; ++i) ids_.push_back("q" + std::to_string(i));
        for (int i = 0; i < count; ++i) {
            Item item = question(i);
            if (!item.hidden && below(4) == 0) {
                Item group;
                group.link_id = "g" + std::to_string(i);
                group.type = ItemType::group;
                group.enable_when = conditions(i, group.enable_behavior);
                group.items.push_back(std::move(item));
                made.items.push_back(std::move(group));
            } else {
                made.items.push_back(std::move(item));
            }
        }
        return made;
    }

    Guidance guidance() {
        Guidance made;
        const int count = 2 + below(4);
        for (int i = 0; i < count; ++i) {
            GuidanceFinding finding;
            finding.id = "f" + std::to_string(i);
            finding.level = static_cast<Level>(below(4));
            finding.ending = below(4) == 0;
            const int conditions = 1 + below(3);
            for (int c = 0; c < conditions; ++c) finding.enable_when.push_back(condition(any_id()));
            finding.enable_behavior = below(2) == 0 ? Behavior::all : Behavior::any;
            made.findings.push_back(std::move(finding));
        }
        return made;
    }

  private:
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
    std::string any_id() {
        return ids_[static_cast<std::size_t>(below(static_cast<int>(ids_.size())))];
    }

    Item question(int i) {
        Item item;
        item.link_id = ids_[static_cast<std::size_t>(i)];
        types_[item.link_id] = i % 2 == 0 ? below(2) * 3 : below(4);
        item.required = below(2) == 0;
        switch (types_[item.link_id]) {
            case 0:
                item.type = ItemType::choice;
                add_options(item, 3);
                break;
            case 1:
                item.type = ItemType::boolean;
                break;
            case 2:
                item.type = ItemType::integer;
                item.min_value = std::int64_t{0};
                if (below(2) == 0) item.max_value = std::int64_t{3};
                break;
            default:
                item.type = ItemType::choice;
                item.repeats = true;
                add_options(item, 3);
                item.options.back().exclusive = true;
        }
        item.enable_when = conditions(i, item.enable_behavior);
        if (item.enable_when.empty() && below(6) == 0) {
            item.hidden = true;
            if (item.type == ItemType::choice) item.initial = {item.options.front().value};
        }
        return item;
    }
    static void add_options(Item& item, int count) {
        for (int o = 0; o < count; ++o) {
            AnswerOption option;
            option.value = code(std::string(1, static_cast<char>('a' + o)));
            item.options.push_back(option);
        }
    }

    /// Mostly on what stands before; now and then on what stands after.
    std::vector<EnableWhen> conditions(int i, Behavior& behavior) {
        std::vector<EnableWhen> made;
        if (below(3) == 0) return made;
        behavior = below(2) == 0 ? Behavior::all : Behavior::any;
        const int last = static_cast<int>(ids_.size()) - 1;
        for (int count = 1 + below(2); count > 0; --count) {
            const bool forward = i < last && below(5) == 0;
            if (!forward && i == 0) continue;
            // Forward to the last alone, which waits for nothing of these: no circles.
            made.push_back(condition(ids_[static_cast<std::size_t>(forward ? last : below(i))]));
        }
        return i == last ? std::vector<EnableWhen>() : made;
    }

    EnableWhen condition(const std::string& question) {
        EnableWhen made{question, Operator::equal, {}};
        const int kind = below(8);
        if (kind == 0) return {question, Operator::exists, below(2) == 0};
        if (kind < 3) made.op = Operator::not_equal;
        const int type = types_.contains(question) ? types_[question] : 0;
        if (type == 1) {
            made.answer = below(2) == 0;
        } else if (type == 2) {
            made.answer = std::int64_t{below(4)};
            if (kind > 3) made.op = static_cast<Operator>(3 + below(4));
        } else {
            made.answer = code(std::string(1, static_cast<char>('a' + below(4))));
        }
        return made;
    }

    std::mt19937 random_;
    std::vector<std::string> ids_;
    std::map<std::string, int> types_;
};

/// What a person can say to one question: values, nothing, or "I'd rather not say".
struct Reply {
    std::vector<Value> values;
    bool declined = false;
};

std::vector<Reply> replies(const Item& item) {
    std::vector<Reply> all{{{}, true}};
    if (!item.required) all.push_back({});
    std::vector<Value> candidates;
    for (const auto& option : item.options) candidates.push_back(option.value);
    if (item.type == ItemType::boolean) candidates = {true, false};
    if (item.type == ItemType::integer)
        for (std::int64_t i = -1; i < 7; ++i) candidates.emplace_back(i);
    for (unsigned set = 1; set < 1U << candidates.size(); ++set) {
        std::vector<Value> values;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if ((set >> i & 1U) != 0) values.push_back(candidates[i]);
        if (values.size() > 1 && !item.repeats) continue;
        if (problems(item, values).empty()) all.push_back({std::move(values)});
    }
    return all;
}

/// The same claims, by trying every response.
class BruteForce {
  public:
    BruteForce(const Questionnaire& questionnaire, const Guidance& guidance)
        : questionnaire_(questionnaire), guidance_(guidance), outline_(questionnaire) {
        for (const auto& place : outline_.places())
            if (is_question(*place.item)) asked_.push_back(place.item);
        go(0);
    }

    std::set<std::string> reached, found, uncaused, taken_back;
    std::size_t longest = 0;
    bool quiet = false;

  private:
    void go(std::size_t next) {
        if (next == asked_.size()) return look();
        const Item& item = *asked_[next];
        if (item.hidden) {
            raw_[item.link_id] = {item.initial, false};
            return go(next + 1);
        }
        for (const auto& reply : replies(item)) {
            raw_[item.link_id] = reply;
            go(next + 1);
        }
    }

    Response response(std::size_t questions) const {
        Response made;
        for (std::size_t i = 0; i < questions; ++i) {
            const auto& reply = raw_.at(asked_[i]->link_id);
            if (reply.declined)
                made.decline(asked_[i]->link_id);
            else
                made.set(asked_[i]->link_id, reply.values);
        }
        // What nobody is asked stands there from the start.
        for (std::size_t i = questions; i < asked_.size(); ++i)
            if (asked_[i]->hidden) made.set(asked_[i]->link_id, raw_.at(asked_[i]->link_id).values);
        return made;
    }

    void look() {
        const Response given = response(asked_.size());
        for (const auto& place : outline_.places())
            if (is_enabled(questionnaire_, given, *place.item)) reached.insert(place.item->link_id);
        longest = std::max(longest, questions(questionnaire_, given).size());
        const Outcome outcome = evaluate(questionnaire_, guidance_, given);
        for (const auto& matched : outcome.findings) {
            found.insert(matched.finding->id);
            const bool caused = std::any_of(
                matched.causes.begin(), matched.causes.end(),
                [&](const Cause& cause) { return !questionnaire_.find(cause.link_id)->hidden; });
            if (!caused) uncaused.insert(matched.finding->id);
        }
        quiet |= outcome.findings.empty();
        if (outcome.level != Level::urgent) look_for_lost_flags(given);
    }

    void look_for_lost_flags(const Response& given) {
        for (const auto& finding : guidance_.findings)
            for (std::size_t i = 0; i < asked_.size(); ++i)
                if (finding.level == Level::urgent && names(finding, *asked_[i]) &&
                    is_enabled(questionnaire_, response(i), *asked_[i]) &&
                    !is_enabled(questionnaire_, given, *asked_[i]) &&
                    matches_counting(finding, *asked_[i], given))
                    taken_back.insert(finding.id);
    }
    static bool names(const GuidanceFinding& finding, const Item& item) {
        return std::any_of(finding.enable_when.begin(), finding.enable_when.end(),
                           [&](const EnableWhen& c) { return c.question == item.link_id; });
    }
    bool matches_counting(const GuidanceFinding& finding, const Item& item,
                          const Response& given) const {
        return holds_together(
            finding.enable_when, finding.enable_behavior, [&](const EnableWhen& condition) {
                const Item* question = questionnaire_.find(condition.question);
                const bool counts =
                    question == &item || is_enabled(questionnaire_, given, *question);
                const std::span<const Value> values(given.values(condition.question));
                return counts ? holds(condition, Answers(&values, 1)) : holds(condition, {});
            });
    }

    const Questionnaire& questionnaire_;
    const Guidance& guidance_;
    Outline outline_;
    std::vector<const Item*> asked_;
    std::map<std::string, Reply> raw_;
};

std::set<std::string> subjects(const Proof& proof, Claim claim) {
    std::set<std::string> ids;
    for (const auto& violation : proof.violations)
        if (violation.claim == claim) ids.insert(violation.subject);
    return ids;
}

/// Unreached items inside unreached ones are not told again.
std::set<std::string> topmost_missing(const Outline& outline,
                                      const std::set<std::string>& reached) {
    std::set<std::string> ids;
    for (const auto& place : outline.places()) {
        if (place.item->hidden || reached.contains(place.item->link_id)) continue;
        if (place.parent >= 0 && !reached.contains(outline[place.parent].item->link_id)) continue;
        ids.insert(place.item->link_id);
    }
    return ids;
}

/// Answers as a person on the kiosk does: what is switched off is forgotten.
Outcome replay(const Questionnaire& questionnaire, const Guidance& guidance, const Path& path,
               Response& response) {
    for (const auto& step : path) {
        EXPECT_TRUE(shown(questionnaire, response, step.link_id)) << to_text(path);
        EXPECT_TRUE(problems(*questionnaire.find(step.link_id), step.values).empty());
        if (step.declined)
            response.decline(step.link_id);
        else
            response.set(step.link_id, step.values);
        drop_disabled(questionnaire, response);
    }
    return evaluate(questionnaire, guidance, response);
}

void expect_shown(const Questionnaire& questionnaire, const Guidance& guidance,
                  const Violation& violation) {
    Response response = start(questionnaire);
    const Outcome outcome = replay(questionnaire, guidance, violation.path, response);
    const auto matched =
        std::find_if(outcome.findings.begin(), outcome.findings.end(),
                     [&](const Matched& m) { return m.finding->id == violation.subject; });
    if (violation.claim == Claim::finding_caused) {
        ASSERT_NE(matched, outcome.findings.end()) << to_text(violation.path);
        for (const auto& cause : matched->causes)
            EXPECT_TRUE(questionnaire.find(cause.link_id)->hidden) << to_text(violation.path);
    } else if (violation.claim == Claim::red_flag_kept) {
        EXPECT_NE(outcome.level, Level::urgent) << to_text(violation.path);
    }
}

}  // namespace

class ProofAgainstBruteForce : public testing::TestWithParam<unsigned> {};

TEST_P(ProofAgainstBruteForce, agrees_in_everything) {
    for (unsigned seed = GetParam() * 40; seed < GetParam() * 40 + 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Generator generator(seed);
        const Questionnaire questionnaire = generator.questionnaire();
        const Guidance guidance = generator.guidance();
        const Proof proof = prove(questionnaire, guidance);
        const BruteForce tried(questionnaire, guidance);
        EXPECT_TRUE(proof.unproven.empty());
        EXPECT_EQ(subjects(proof, Claim::question_reached),
                  topmost_missing(Outline(questionnaire), tried.reached));
        std::set<std::string> unfound;
        for (const auto& finding : guidance.findings)
            if (!tried.found.contains(finding.id)) unfound.insert(finding.id);
        EXPECT_EQ(subjects(proof, Claim::finding_reached), unfound);
        EXPECT_EQ(subjects(proof, Claim::finding_caused), tried.uncaused);
        EXPECT_EQ(subjects(proof, Claim::red_flag_kept), tried.taken_back);
        EXPECT_EQ(proof.longest_path, static_cast<int>(tried.longest));
        EXPECT_EQ(proof.quiet.has_value(), tried.quiet);
        for (const auto& violation : proof.violations)
            expect_shown(questionnaire, guidance, violation);
        if (HasFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ProofAgainstBruteForce, testing::Range(0U, 6U));

}  // namespace candor::screening
