#include "form.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

const char* const kUcum = "http://unitsofmeasure.org";

Quantity coded(const char* number, const char* unit, const char* code) {
    return {decimal(number), "", unit, kUcum, code};
}

const std::string kUnit = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";

Questionnaire weight(const std::string& more = "") {
    return form(
        R"(
- linkId: weight
  type: quantity
  text: Weight
  extension:
    - {url: ")" +
        kUnit +
        R"(Option", valueCoding: {system: "http://unitsofmeasure.org", code: kg, display: kg}}
    - {url: ")" +
        kUnit +
        R"(Option", valueCoding: {system: "http://unitsofmeasure.org", code: g, display: grams}}
)" + more);
}

}  // namespace

TEST(Quantities, of_one_unit_compare_by_size) {
    EXPECT_TRUE(compare(coded("80", "kg", "kg"), coded("80.0", "Kilo", "kg")) == 0);
    EXPECT_TRUE(compare(coded("80", "kg", "kg"), coded("9", "kg", "kg")) > 0);
}

TEST(Quantities, of_different_units_are_neither_equal_nor_ordered) {
    const auto unordered = std::partial_ordering::unordered;
    EXPECT_TRUE(compare(coded("1000", "g", "g"), coded("1", "kg", "kg")) == unordered);
    EXPECT_TRUE(compare(amount("5", "kg"), amount("5", "")) == unordered);
    EXPECT_TRUE(compare(coded("5", "", "kg"), amount("5", "")) == unordered);
}

TEST(Quantities, unit_without_a_code_goes_by_its_name) {
    EXPECT_TRUE(equal(amount("5", "kg"), amount("5", "kg")));
    EXPECT_TRUE(equal(amount("5", "kg"), coded("5", "kg", "kg")));
}

TEST(Quantities, bound_is_equal_only_to_itself_and_has_no_order) {
    Quantity less = coded("5", "kg", "kg");
    less.comparator = "<";
    EXPECT_TRUE(equal(less, less));
    EXPECT_FALSE(compare(less, coded("6", "kg", "kg")) < 0);
    EXPECT_FALSE(equal(less, coded("5", "kg", "kg")));
}

TEST(Quantities, in_a_unit_that_is_not_offered_are_wrong) {
    EXPECT_TRUE(codes_of(weight(), {coded("80", "kg", "kg")}).empty());
    EXPECT_TRUE(codes_of(weight(), {amount("800", "grams")}).empty());
    EXPECT_EQ(codes_of(weight(), {coded("12", "st", "[stone_av]")}), Ids{"wrong-unit"});
}

TEST(Quantities, units_are_read_with_their_words) {
    const auto questionnaire = weight();
    ASSERT_EQ(questionnaire.items[0].units.size(), 2U);
    EXPECT_EQ(questionnaire.items[0].units[1].coding.code, "g");
    EXPECT_EQ(questionnaire.items[0].units[1].label.in("en"), "grams");
}

TEST(Quantities, number_has_one_unit) {
    const std::string unit = "{url: \"" + kUnit + "\", valueCoding: {code: cm, display: cm}}";
    const std::string item = "- {linkId: h, type: integer, text: H, extension: [" + unit;
    EXPECT_EQ(form(item + "]}\n").items[0].units.size(), 1U);
    EXPECT_TRUE(has(findings_of(item + ", " + unit + "]}\n"), "ignored-extension",
                    base::Severity::warning));
}

TEST(Quantities, limits_hold_for_their_own_unit) {
    const auto questionnaire = form(R"(
- linkId: weight
  type: quantity
  text: Weight
  extension:
    - {url: "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-minQuantity", valueQuantity: {value: 30, unit: kg}}
    - {url: "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity", valueQuantity: {value: 200, unit: kg}}
)");
    EXPECT_TRUE(codes_of(questionnaire, {amount("30", "kg")}).empty());
    EXPECT_EQ(codes_of(questionnaire, {amount("29.9", "kg")}), Ids{"out-of-range"});
    EXPECT_EQ(codes_of(questionnaire, {amount("200.5", "kg")}), Ids{"out-of-range"});
}

TEST(Quantities, condition_orders_those_of_its_unit) {
    const auto questionnaire = weight(R"(
- linkId: heavy
  type: string
  text: Heavy
  enableWhen: [{question: weight, operator: ">", answerQuantity: {value: 100, unit: kg, system: "http://unitsofmeasure.org", code: kg}}]
)");
    const auto answered = [&](const char* quantity) {
        return report_on(questionnaire,
                         std::string(R"({"linkId":"weight","answer":[{"valueQuantity":)") +
                             quantity + "}]}")
            .enabled;
    };
    const std::string system = R"(,"system":"http://unitsofmeasure.org")";
    EXPECT_EQ(answered((R"({"value":100.5,"code":"kg")" + system + "}").c_str()),
              (Ids{"weight", "heavy"}));
    EXPECT_EQ(answered((R"({"value":5000,"code":"g")" + system + "}").c_str()), Ids{"weight"});
}

}  // namespace candor::screening
