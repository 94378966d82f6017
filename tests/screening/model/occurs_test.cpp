#include "form.h"

namespace candor::screening {
namespace {

std::string occurs(int least, int most) {
    return "[" + extension_of("questionnaire-minOccurs", "valueInteger: " + std::to_string(least)) +
           ", " + extension_of("questionnaire-maxOccurs", "valueInteger: " + std::to_string(most)) +
           "]";
}

Questionnaire question() {
    return form("- {linkId: q, type: integer, text: Q, required: true, repeats: true, extension: " +
                occurs(2, 3) + "}\n");
}

Questionnaire group() {
    return form("- {linkId: g, type: group, required: true, repeats: true, extension: " +
                occurs(2, 3) + ", item: [{linkId: q, type: integer, text: Q}]}\n");
}

std::string repetitions(int count) {
    std::string items;
    for (int i = 0; i < count; ++i)
        items += std::string(i == 0 ? "" : ",") +
                 R"({"linkId":"g","item":[{"linkId":"q","answer":[{"valueInteger":1}]}]})";
    return items;
}

using Invalids = std::vector<Report::Invalid>;

}  // namespace

TEST(Occurs, answers_are_counted) {
    const Value one{std::int64_t{1}};
    EXPECT_EQ(codes_of(question(), {one}), Ids{"too-few"});
    EXPECT_TRUE(codes_of(question(), {one, one}).empty());
    EXPECT_TRUE(codes_of(question(), {one, one, one}).empty());
    EXPECT_EQ(codes_of(question(), {one, one, one, one}), Ids{"too-many"});
}

TEST(Occurs, no_answer_is_missing_and_not_too_few) {
    const auto report = report_on(question(), "");
    EXPECT_EQ(report.missing, Ids{"q"});
    EXPECT_TRUE(report.invalid.empty());
}

TEST(Occurs, repetitions_of_a_group_are_counted) {
    EXPECT_EQ(report_on(group(), repetitions(1)).invalid, (Invalids{{"g", "too-few"}}));
    EXPECT_TRUE(report_on(group(), repetitions(2)).invalid.empty());
    EXPECT_TRUE(report_on(group(), repetitions(3)).invalid.empty());
    EXPECT_EQ(report_on(group(), repetitions(4)).invalid, (Invalids{{"g", "too-many"}}));
}

TEST(Occurs, absent_group_is_missing_and_not_too_few) {
    const auto report = report_on(group(), "");
    EXPECT_EQ(report.missing, Ids{"g"});
    EXPECT_TRUE(report.invalid.empty());
}

TEST(Occurs, at_least_one_needs_required) {
    EXPECT_TRUE(has(findings_of("- {linkId: q, type: integer, text: Q, repeats: true, extension: " +
                                occurs(2, 3) + "}\n"),
                    "min-occurs", base::Severity::warning));
}

TEST(Occurs, less_than_none_is_an_error) {
    EXPECT_TRUE(
        has(findings_of("- {linkId: q, type: integer, text: Q, extension: [" +
                        extension_of("questionnaire-minOccurs", "valueInteger: -1") + "]}\n"),
            "bad-limit"));
}

}  // namespace candor::screening
