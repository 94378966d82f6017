#include <set>

#include "form.h"
#include "form_generator.h"
#include "naive_oracle.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

constexpr unsigned kSeed = 20'261'122;
constexpr unsigned kGenerated = 400;
constexpr int kResponses = 5;

/// What a form's responses came to, so that a generator that tests nothing is seen.
struct Seen {
    int disabled = 0, missing = 0, invalid = 0, scored = 0;
    std::set<std::string> codes;
};

std::set<std::pair<std::string, std::string>> pairs(const std::vector<Report::Invalid>& invalid) {
    std::set<std::pair<std::string, std::string>> all;
    for (const auto& one : invalid) all.insert({one.link_id, one.code});
    return all;
}

/// False, with the documents in the failure, where the engine and the oracle are not of one mind.
bool agree(const Questionnaire& questionnaire, const naive::Json& form, const naive::Json& response,
           Seen& seen) {
    const auto loaded = report(questionnaire, nullptr, response.dump(), "response.json");
    if (!loaded.report) {
        ADD_FAILURE() << "the response cannot be read: " << response.dump(1);
        return false;
    }
    const Report& found = *loaded.report;
    const naive::Verdict wanted = naive::Oracle(form, response).judge();
    EXPECT_EQ(found.enabled, wanted.enabled);
    EXPECT_EQ(found.missing, wanted.missing);
    EXPECT_EQ(pairs(found.invalid), wanted.invalid);
    EXPECT_EQ(found.score.has_value(), wanted.score.has_value());
    EXPECT_DOUBLE_EQ(found.score.value_or(0), wanted.score.value_or(0));
    seen.missing += wanted.missing.empty() ? 0 : 1;
    seen.invalid += wanted.invalid.empty() ? 0 : 1;
    seen.scored += wanted.score.value_or(0) > 0 ? 1 : 0;
    for (const auto& [link_id, code] : wanted.invalid) seen.codes.insert(code);
    if (!testing::Test::HasFailure()) return true;
    ADD_FAILURE() << form.dump(1) << '\n' << response.dump(1);
    return false;
}

std::size_t count_items(const std::vector<Item>& items) {
    std::size_t count = items.size();
    for (const auto& item : items) count += count_items(item.items);
    return count;
}

}  // namespace

TEST(Generated, questionnaires_are_judged_as_the_specification_says) {
    Seen seen;
    for (unsigned i = 0; i < kGenerated; ++i) {
        FormGenerator generator(kSeed + i);
        const naive::Json form = generator.questionnaire();
        const auto loaded = load_questionnaire(form.dump(), "form.json");
        ASSERT_TRUE(loaded.questionnaire)
            << (loaded.findings.empty() ? "" : base::to_line(loaded.findings.front()))
            << form.dump(1);
        for (int r = 0; r < kResponses; ++r) {
            const auto response = generator.response(form);
            if (!agree(*loaded.questionnaire, form, response, seen))
                FAIL() << "form " << i << ", response " << r;
            const auto enabled =
                report(*loaded.questionnaire, nullptr, response.dump(), "r").report->enabled.size();
            seen.disabled += enabled < count_items(loaded.questionnaire->items) ? 1 : 0;
        }
    }
    EXPECT_GT(seen.disabled, 500);
    EXPECT_GT(seen.missing, 500);
    EXPECT_GT(seen.invalid, 500);
    EXPECT_GT(seen.scored, 100);
    for (const char* code :
         {"wrong-type", "not-an-option", "too-many", "too-few", "too-long", "too-short", "no-match",
          "out-of-range", "too-precise", "wrong-unit", "exclusive", "not-a-date", "not-a-date-time",
          "not-a-time", "unknown-item", "misplaced"})
        EXPECT_EQ(seen.codes.count(code), 1U) << code;
}

}  // namespace candor::screening
