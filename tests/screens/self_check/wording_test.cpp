#include "screens/self_check/wording.h"

#include <gtest/gtest.h>

#include "forms.h"
#include "visitor.h"

namespace candor::screens {
namespace {

using screening::Value;

std::string in(const char* language, const Value& value) {
    return value_text(value, strings_of(language));
}

TEST(Wording, values_are_written_for_people) {
    EXPECT_EQ(in("en", std::int64_t{12}), "12");
    EXPECT_EQ(in("en", screening::Decimal{"1.50", 1.5}), "1.50");
    EXPECT_EQ(in("en", screening::Coding{{}, "code", "Shown"}), "Shown");
    EXPECT_EQ(in("en", screening::Coding{{}, "code", {}}), "code");
    EXPECT_EQ(in("en", true), "Yes");
    EXPECT_EQ(in("en", screening::Uri{"https://example.org"}), "https://example.org");
    EXPECT_EQ(in("en", screening::Quantity{{"1.5", 1.5}, {}, "cm", {}, {}}), "1.5 cm");
}

TEST(Wording, numbers_have_the_languages_digits_and_signs) {
    EXPECT_EQ(in("de", screening::Decimal{"-1.5", -1.5}), "−1,5");
    EXPECT_EQ(in("ar", std::int64_t{1905}), "1905");
    EXPECT_EQ(in("ar", screening::Decimal{"2.5", 2.5}), "2.5");
}

TEST(Wording, dates_are_written_as_the_language_does) {
    const screening::Date day{"2026-11-02"};
    EXPECT_EQ(in("en", day), "2 November 2026");
    EXPECT_EQ(in("de", day), "2. November 2026");
    EXPECT_EQ(in("es", day), "2 de noviembre de 2026");
    EXPECT_EQ(in("tr", day), "2 Kasım 2026");
    EXPECT_EQ(in("ar", day), "2 نوفمبر 2026");
}

TEST(Wording, date_that_is_partly_known_is_told_as_far_as_it_is) {
    EXPECT_EQ(in("en", screening::Date{"2026"}), "2026");
    EXPECT_EQ(in("en", screening::Date{"2026-11"}), "November 2026");
    EXPECT_EQ(in("en", screening::DateTime{"2026-11-02"}), "2 November 2026");
    EXPECT_EQ(in("en", screening::DateTime{"2026-11-02T09:05:00+03:00"}), "2 November 2026, 09:05");
    EXPECT_EQ(in("en", screening::Time{"22:30:00"}), "22:30");
}

TEST(Wording, answer_has_its_options_prefix) {
    screening::Item item;
    item.type = screening::ItemType::choice;
    screening::AnswerOption option{
        std::string("often"), base::Localized(std::map<std::string, std::string>{{"en", "Often"}})};
    option.prefix = "b)";
    item.options.push_back(option);
    EXPECT_EQ(answer_text(item, {std::string("often")}, strings_of("en")), "b) Often");
}

TEST(Wording, answers_are_told_by_their_options_labels) {
    Visitor visitor(shipped_catalog());
    visitor.asks(BeginSelfCheck{})
        .answers("age", "30-44")
        .answers("signs", "pain")
        .answers("signs", "clumps");
    const auto& check = visitor.state.catalog->self_check->questionnaire;
    const auto& response = visitor.state.visit.check.response;
    const auto told = [&](const std::string& link_id) {
        return answer_text(*check.find(link_id), response.values(link_id), visitor.state.strings());
    };
    EXPECT_EQ(told("age"), "30 to 44");
    EXPECT_EQ(told("signs"), "My scalp hurts, Clumps of hair come out when I wash or brush");
    EXPECT_EQ(told("onset"), "");
}

}  // namespace
}  // namespace candor::screens
