#include "form.h"

namespace candor::screening {
namespace {

Item item_of(ItemType type) {
    Item item;
    item.link_id = "q";
    item.type = type;
    return item;
}

Item choice_of(ItemType type, std::vector<std::string> codes) {
    Item item = item_of(type);
    for (auto& name : codes) {
        AnswerOption option;
        option.value = code(std::move(name));
        item.options.push_back(std::move(option));
    }
    return item;
}

}  // namespace

TEST(Problems, fitting_answers_have_none) {
    EXPECT_EQ(problems(item_of(ItemType::boolean), {true}), Ids());
    EXPECT_EQ(problems(item_of(ItemType::integer), {std::int64_t{7}}), Ids());
    EXPECT_EQ(problems(item_of(ItemType::decimal), {decimal("7.5")}), Ids());
    EXPECT_EQ(problems(item_of(ItemType::date), {Date{"2026-11"}}), Ids());
    EXPECT_EQ(problems(item_of(ItemType::string), {std::string("x")}), Ids());
    EXPECT_EQ(problems(item_of(ItemType::text), {std::string("x\ny")}), Ids());
    EXPECT_EQ(problems(choice_of(ItemType::choice, {"a"}), {code("a")}), Ids());
    EXPECT_EQ(problems(choice_of(ItemType::open_choice, {"a"}), {code("a")}), Ids());
}

TEST(Problems, answer_of_another_type_is_wrong_type) {
    for (const ItemType type : {ItemType::boolean, ItemType::integer, ItemType::decimal,
                                ItemType::date, ItemType::string, ItemType::text})
        EXPECT_EQ(problems(item_of(type), {code("a")}), (Ids{"wrong-type"}));
    EXPECT_EQ(problems(choice_of(ItemType::choice, {"a"}), {true}), (Ids{"wrong-type"}));
}

TEST(Problems, choice_takes_its_options_only) {
    EXPECT_EQ(problems(choice_of(ItemType::choice, {"a"}), {code("b")}), (Ids{"not-an-option"}));
    EXPECT_EQ(problems(choice_of(ItemType::choice, {"a"}), {std::string("a")}),
              (Ids{"not-an-option"}));
}

TEST(Problems, open_choice_takes_own_words_but_no_other_code) {
    EXPECT_EQ(problems(choice_of(ItemType::open_choice, {"a"}), {std::string("mine")}), Ids());
    EXPECT_EQ(problems(choice_of(ItemType::open_choice, {"a"}), {code("b")}),
              (Ids{"not-an-option"}));
}

TEST(Problems, second_answer_needs_repeats) {
    Item item = item_of(ItemType::string);
    const std::vector<Value> two{std::string("a"), std::string("b")};
    EXPECT_EQ(problems(item, two), (Ids{"too-many"}));
    item.repeats = true;
    EXPECT_EQ(problems(item, two), Ids());
}

TEST(Problems, exclusive_option_goes_alone) {
    Item item = choice_of(ItemType::choice, {"a", "b", "none"});
    item.repeats = true;
    item.options[2].exclusive = true;
    EXPECT_EQ(problems(item, {code("none")}), Ids());
    EXPECT_EQ(problems(item, {code("a"), code("b")}), Ids());
    EXPECT_EQ(problems(item, {code("a"), code("none")}), (Ids{"exclusive"}));
}

TEST(Problems, length_counts_characters_not_bytes) {
    Item item = item_of(ItemType::string);
    item.max_length = 3;
    EXPECT_EQ(problems(item, {std::string("şğü")}), Ids());
    EXPECT_EQ(problems(item, {std::string("şğüx")}), (Ids{"too-long"}));
}

TEST(Problems, limits_are_inclusive) {
    Item item = item_of(ItemType::integer);
    item.min_value = std::int64_t{1};
    item.max_value = std::int64_t{9};
    EXPECT_EQ(problems(item, {std::int64_t{1}}), Ids());
    EXPECT_EQ(problems(item, {std::int64_t{9}}), Ids());
    EXPECT_EQ(problems(item, {std::int64_t{0}}), (Ids{"out-of-range"}));
    EXPECT_EQ(problems(item, {std::int64_t{10}}), (Ids{"out-of-range"}));
}

TEST(Problems, malformed_content_has_its_code) {
    EXPECT_EQ(problems(item_of(ItemType::date), {Date{"2026-02-30"}}), (Ids{"not-a-date"}));
    EXPECT_EQ(problems(item_of(ItemType::decimal), {Decimal{"1,5", 1.5}}), (Ids{"not-a-decimal"}));
    EXPECT_EQ(problems(item_of(ItemType::string), {std::string("\xFF")}), (Ids{"not-utf8"}));
    EXPECT_EQ(problems(item_of(ItemType::integer), {std::int64_t{1} << 40}), (Ids{"out-of-range"}));
}

TEST(Problems, nothing_at_all_is_not_invalid) {
    EXPECT_EQ(problems(item_of(ItemType::string), {}), Ids());
}

TEST(Report, codes_of_a_response_stand_in_document_order) {
    const auto questionnaire = form(R"(
- {linkId: a, type: integer, text: A}
- {linkId: b, type: date, text: B}
- {linkId: g, type: group, item: [{linkId: c, type: decimal, text: C}]}
)");
    const auto report = report_on(questionnaire, R"(
        {"linkId":"x"},
        {"linkId":"c","answer":[{"valueDecimal":1}]},
        {"linkId":"g","answer":[{"valueString":"?"}],
         "item":[{"linkId":"c","answer":[{"valueQuantity":{"value":1}}]}]},
        {"linkId":"b","answer":[{"valueDate":"2026-02-30"}]},
        {"linkId":"a","answer":[{"valueInteger":3000000000}]})");
    EXPECT_EQ(report.invalid, (std::vector<Report::Invalid>{{"a", "not-an-integer"},
                                                            {"b", "not-a-date"},
                                                            {"g", "not-a-question"},
                                                            {"c", "wrong-type"},
                                                            {"x", "unknown-item"},
                                                            {"c", "misplaced"}}));
}

TEST(Report, invalid_answers_of_disabled_questions_are_not_judged) {
    const auto questionnaire = form(R"(
- {linkId: a, type: boolean, text: A}
- linkId: b
  type: integer
  text: B
  enableWhen: [{question: a, operator: "=", answerBoolean: true}]
)");
    EXPECT_TRUE(report_on(questionnaire, R"({"linkId":"b","answer":[{"valueString":"?"}]})")
                    .invalid.empty());
}

TEST(Report, json_has_the_four_parts_in_order) {
    Report report;
    report.enabled = {"a", "b\""};
    report.missing = {"b\""};
    report.invalid = {{"a", "wrong-type"}};
    EXPECT_EQ(to_json(report),
              R"({"enabled":["a","b\""],"missing":["b\""],)"
              R"("invalid":[{"linkId":"a","code":"wrong-type"}],"guidance":null})");
}

}  // namespace candor::screening
