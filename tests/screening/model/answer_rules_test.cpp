#include "form.h"

namespace candor::screening {
namespace {

std::string item(const std::string& type, const std::string& rest) {
    return "- {linkId: x, type: " + type + ", text: X, " + rest + "}\n";
}
std::string with(const std::string& type, const std::string& extensions) {
    return item(type, "extension: [" + extensions + "]");
}

}  // namespace

TEST(Lengths, count_characters_at_both_ends) {
    const auto questionnaire =
        form(item("string", "maxLength: 4, extension: [" +
                                extension_of("minLength", "valueInteger: 2") + "]"));
    EXPECT_EQ(codes_of(questionnaire, {std::string("ş")}), Ids{"too-short"});
    EXPECT_TRUE(codes_of(questionnaire, {std::string("şö")}).empty());
    EXPECT_TRUE(codes_of(questionnaire, {std::string("şöüğ")}).empty());
    EXPECT_EQ(codes_of(questionnaire, {std::string("şöüğı")}), Ids{"too-long"});
}

TEST(Lengths, of_numbers_count_what_is_written) {
    EXPECT_EQ(codes_of(form(item("integer", "maxLength: 2")), {std::int64_t{100}}),
              Ids{"too-long"});
}

TEST(Lengths, say_nothing_about_choices) {
    EXPECT_TRUE(has(findings_of(item("date", "maxLength: 2")), "que-10", base::Severity::warning));
}

TEST(DecimalPlaces, are_limited_as_written) {
    const auto questionnaire =
        form(with("decimal", extension_of("maxDecimalPlaces", "valueInteger: 1")));
    EXPECT_TRUE(codes_of(questionnaire, {decimal("1.5")}).empty());
    EXPECT_EQ(codes_of(questionnaire, {decimal("1.50")}), Ids{"too-precise"});
    EXPECT_EQ(codes_of(questionnaire, {decimal("15e-2")}), Ids{"too-precise"});
}

struct Limited {
    const char* type;
    const char* least;
    const char* most;
    Value below, inside, above;
};

class Limits : public testing::TestWithParam<Limited> {};

INSTANTIATE_TEST_SUITE_P(
    Types, Limits,
    testing::Values(Limited{"integer", "valueInteger: 1", "valueInteger: 9", std::int64_t{0},
                            std::int64_t{9}, std::int64_t{10}},
                    Limited{"decimal", "valueDecimal: 0.5", "valueInteger: 1", decimal("0.49"),
                            decimal("0.50"), decimal("1.01")},
                    Limited{"date", "valueDate: 2026-01-02", "valueDate: 2026-02",
                            Date{"2026-01-01"}, Date{"2026-02-28"}, Date{"2026-03-01"}},
                    Limited{"dateTime", "valueDateTime: \"2026-01-01T10:00:00Z\"",
                            "valueDate: 2026-01-05", DateTime{"2026-01-01T10:30:00+01:00"},
                            DateTime{"2026-01-01T10:00:00Z"}, DateTime{"2026-01-07"}},
                    Limited{"time", "valueTime: \"08:00:00\"", "valueTime: \"17:00:00\"",
                            Time{"07:59:59"}, Time{"17:00:00"}, Time{"17:00:01"}}),
    [](const auto& limited) { return std::string(limited.param.type); });

TEST_P(Limits, take_what_lies_between_and_themselves) {
    const auto& [type, least, most, below, inside, above] = GetParam();
    const auto questionnaire =
        form(with(type, extension_of("minValue", least) + ", " + extension_of("maxValue", most)));
    EXPECT_EQ(codes_of(questionnaire, {below}), Ids{"out-of-range"});
    EXPECT_TRUE(codes_of(questionnaire, {inside}).empty());
    EXPECT_EQ(codes_of(questionnaire, {above}), Ids{"out-of-range"});
}

TEST(LimitsFile, of_another_type_are_an_error) {
    for (const char* type : {"string", "boolean", "date", "time"})
        EXPECT_TRUE(
            has(findings_of(with(type, extension_of("minValue", "valueInteger: 1"))), "bad-limit"))
            << type;
}

TEST(LimitsFile, that_nothing_fits_between_are_a_warning) {
    EXPECT_TRUE(has(findings_of(with("integer", extension_of("minValue", "valueInteger: 2") + ", " +
                                                    extension_of("maxValue", "valueInteger: 1"))),
                    "empty-range", base::Severity::warning));
}

struct Typed {
    const char* type;
    Value right;
    const char* code;  ///< of `wrong`
    Value wrong;
};

class Types : public testing::TestWithParam<Typed> {};

INSTANTIATE_TEST_SUITE_P(
    Items, Types,
    testing::Values(Typed{"dateTime", DateTime{"2026-11-22T10:00:00Z"}, "not-a-date-time",
                          DateTime{"2026-11-22T10:00"}},
                    Typed{"time", Time{"10:00:00"}, "not-a-time", Time{"10"}},
                    Typed{"url", Uri{"https://example.org/a"}, "not-a-uri", Uri{"two words"}},
                    Typed{"quantity", amount("5", "kg"), "not-a-quantity",
                          Quantity{{"five", 0}, "", "kg", "", ""}},
                    Typed{"integer", std::int64_t{1}, "wrong-type", decimal("1")},
                    Typed{"date", Date{"2026"}, "wrong-type", DateTime{"2026"}},
                    Typed{"string", std::string("a"), "wrong-type", Uri{"urn:a"}},
                    Typed{"boolean", true, "wrong-type", std::int64_t{1}}),
    [](const auto& typed) { return std::string(typed.param.type); });

TEST_P(Types, take_their_own_answers_alone) {
    const auto& [type, right, code, wrong] = GetParam();
    const auto questionnaire = form("- {linkId: x, type: " + std::string(type) + ", text: X}\n");
    EXPECT_TRUE(codes_of(questionnaire, {right}).empty());
    EXPECT_EQ(codes_of(questionnaire, {wrong}), Ids{code});
}

TEST_P(Types, are_written_and_read_again) {
    const auto& [type, right, code, wrong] = GetParam();
    const auto questionnaire = form("- {linkId: x, type: " + std::string(type) + ", text: X}\n" +
                                    "- linkId: y\n  type: string\n  text: Y\n  enableWhen: "
                                    "[{question: x, operator: exists, answerBoolean: true}]\n");
    Response response;
    response.set("x", {right});
    const auto loaded = report(questionnaire, nullptr, to_fhir(questionnaire, response, ""), "r");
    ASSERT_TRUE(loaded.report);
    EXPECT_EQ(loaded.report->enabled, (Ids{"x", "y"}));
    EXPECT_TRUE(loaded.report->invalid.empty());
}

TEST(Options, of_a_typed_question_are_its_only_answers) {
    const auto questionnaire =
        form(item("integer", "answerOption: [{valueInteger: 1}, {valueInteger: 5}]"));
    EXPECT_TRUE(codes_of(questionnaire, {std::int64_t{5}}).empty());
    EXPECT_EQ(codes_of(questionnaire, {std::int64_t{2}}), Ids{"not-an-option"});
    EXPECT_EQ(questionnaire.items[0].options[1].label.in("en"), "5");
}

TEST(Options, hold_times) {
    const auto questionnaire =
        form(item("choice", "answerOption: [{valueTime: \"08:00:00\"}, {valueString: later}]"));
    EXPECT_TRUE(codes_of(questionnaire, {Time{"08:00:00"}}).empty());
    EXPECT_EQ(codes_of(questionnaire, {Time{"09:00:00"}}), Ids{"not-an-option"});
}

TEST(Options, of_another_type_than_the_question_are_an_error) {
    EXPECT_TRUE(
        has(findings_of(item("integer", "answerOption: [{valueString: one}]")), "bad-option"));
    EXPECT_TRUE(
        has(findings_of(item("boolean", "answerOption: [{valueString: yes}]")), "unsupported"));
    EXPECT_TRUE(
        has(findings_of(item("choice", "answerOption: [{valueDecimal: 1.5}]")), "unsupported"));
    EXPECT_TRUE(has(findings_of(item("choice", "answerOption: [{valueReference: {reference: x}}]")),
                    "unsupported"));
}

TEST(Initial, has_to_be_an_answer) {
    EXPECT_TRUE(has(findings_of(item("integer", "initial: [{valueString: a}]")), "bad-initial"));
    const auto questionnaire = form(item("time", "initial: [{valueTime: \"08:00:00\"}]"));
    const Response response = start(questionnaire);
    ASSERT_EQ(response.values("x").size(), 1U);
    EXPECT_EQ(std::get<Time>(response.values("x")[0]).iso, "08:00:00");
}

TEST(Modifiers, are_refused_wherever_they_stand) {
    for (const char* rest : {"modifierExtension: [{url: urn:x}]",
                             "answerOption: [{valueString: a, modifierExtension: [{url: urn:x}]}]"})
        EXPECT_TRUE(has(findings_of(item("choice", rest)), "unsupported")) << rest;
    EXPECT_TRUE(
        has(findings_of(item("string", "initial: [{valueString: a, modifierExtension: []}]")),
            "unsupported"));
}

}  // namespace candor::screening
