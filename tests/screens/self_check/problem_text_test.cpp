#include <gtest/gtest.h>

#include <set>

#include "forms.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

constexpr const char* kCodes[] = {
    "wrong-type",      "not-an-option",   "too-long",    "too-short",      "no-match",
    "not-a-date",      "not-a-date-time", "not-a-time",  "not-a-uri",      "not-a-decimal",
    "not-a-quantity",  "wrong-unit",      "too-precise", "not-utf8",       "out-of-range",
    "too-many",        "too-few",         "exclusive",   "not-an-integer", "incomplete-date",
    "incomplete-time", "blank-group"};

screening::Item limited() {
    screening::Item item;
    item.type = screening::ItemType::integer;
    item.min_length = 2;
    item.max_length = 5;
    item.min_occurs = 2;
    item.max_occurs = 3;
    item.min_value = std::int64_t{10};
    item.max_value = std::int64_t{20};
    return item;
}

TEST(ProblemText, every_code_has_a_sentence_in_every_language) {
    for (const char* language : {"en", "tr", "ar", "de", "es"}) {
        for (const char* code : kCodes) {
            const std::string words = problem_text(limited(), code, strings_of(language));
            EXPECT_EQ(words.find_first_of("<{"), std::string::npos) << language << ": " << words;
            EXPECT_GT(words.size(), 10U) << language << " " << code;
        }
    }
}

TEST(ProblemText, limits_are_told) {
    const ui::Strings& en = strings_of("en");
    EXPECT_EQ(problem_text(limited(), "too-long", en), "That is too long. Most characters: 5.");
    EXPECT_EQ(problem_text(limited(), "too-few", en),
              "We need more answers here. The fewest is 2.");
    EXPECT_EQ(problem_text(limited(), "out-of-range", en), "Please stay between 10 and 20.");
    EXPECT_EQ(problem_text(limited(), "out-of-range", strings_of("ar")),
              "من فضلكم ابقوا بين 10 و20.");
}

TEST(ProblemText, unit_of_both_limits_is_told_once) {
    screening::Item item = limited();
    item.units.push_back(
        {{"", "cm", "cm"}, base::Localized(std::map<std::string, std::string>{{"en", "cm"}})});
    EXPECT_EQ(limits_text(item, strings_of("en")),
              (std::pair<std::string, std::string>("10", "20 cm")));
    item.max_value.reset();
    EXPECT_EQ(limits_text(item, strings_of("en")).first, "10 cm");
}

TEST(ProblemText, authors_complaint_is_told_about_what_is_wrong_and_not_about_what_is_missing) {
    screening::Item item = limited();
    item.complaint =
        base::Localized(std::map<std::string, std::string>{{"en", "Write your age in years."}});
    EXPECT_EQ(problem_text(item, "out-of-range", strings_of("en")), "Write your age in years.");
    EXPECT_NE(problem_text(item, "incomplete-date", strings_of("en")), "Write your age in years.");
}

TEST(ProblemText, group_with_too_few_repetitions_asks_for_more_of_them) {
    screening::Item group = limited();
    group.type = screening::ItemType::group;
    EXPECT_EQ(problem_text(group, "too-few", strings_of("en")),
              "We need more here. The fewest is 2.");
}

TEST(ProblemText, limit_at_one_end_is_told_alone) {
    screening::Item item = limited();
    item.max_value.reset();
    EXPECT_EQ(problem_text(item, "out-of-range", strings_of("en")), "Please go no lower than 10.");
    item = limited();
    item.min_value.reset();
    EXPECT_EQ(problem_text(item, "out-of-range", strings_of("en")), "Please go no higher than 20.");
    item.max_value.reset();
    EXPECT_EQ(problem_text(item, "out-of-range", strings_of("en")), "That number is too large.");
}

TEST(ProblemText, limits_of_dates_are_dates) {
    screening::Item item;
    item.min_value = screening::Date{"1900-01-01"};
    EXPECT_EQ(problem_text(item, "out-of-range", strings_of("en")),
              "Please go no lower than 1 January 1900.");
}

TEST(ProblemText, form_is_shown_where_the_author_gave_one) {
    screening::Item item;
    const std::string without = problem_text(item, "no-match", strings_of("en"));
    item.entry_format = english("AB12");
    EXPECT_EQ(problem_text(item, "no-match", strings_of("en")), "Please write it like this: AB12");
    EXPECT_EQ(without.find("AB12"), std::string::npos);
}

}  // namespace
}  // namespace candor::screens
