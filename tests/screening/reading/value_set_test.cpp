#include "form.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

std::string document(const std::string& contained, const std::string& reference) {
    return R"({"resourceType":"Questionnaire","status":"draft","contained":[)" + contained +
           R"(],"item":[{"linkId":"q","type":"choice","text":"Q","answerValueSet":")" + reference +
           "\"}]}";
}

std::string value_set(const std::string& rest) {
    return R"({"resourceType":"ValueSet","id":"vs","status":"draft",)" + rest + "}";
}

const std::string kCompose = value_set(R"("compose":{"include":[
    {"system":"urn:one","concept":[
      {"code":"a","display":"Apple","designation":[{"language":"tr","value":"Elma"}]},
      {"code":"b","display":"Pear","extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue","valueDecimal":3}]}]},
    {"system":"urn:two","concept":[{"code":"a","display":"Another"}]}]})");

LoadedQuestionnaire load(const std::string& contained, const std::string& reference = "#vs") {
    return load_questionnaire(document(contained, reference), "q.json");
}

}  // namespace

TEST(ValueSets, concepts_become_options_in_their_order) {
    const auto loaded = load(kCompose);
    ASSERT_TRUE(loaded.questionnaire);
    const auto& options = loaded.questionnaire->items[0].options;
    ASSERT_EQ(options.size(), 3U);
    EXPECT_EQ(std::get<Coding>(options[0].value).system, "urn:one");
    EXPECT_EQ(options[0].label.in("tr"), "Elma");
    EXPECT_EQ(options[1].weight->value, 3);
    EXPECT_EQ(std::get<Coding>(options[2].value).system, "urn:two");
}

TEST(ValueSets, only_their_codes_are_answers) {
    const auto loaded = load(kCompose);
    ASSERT_TRUE(loaded.questionnaire);
    EXPECT_TRUE(codes_of(*loaded.questionnaire, {Coding{"urn:two", "a", ""}}).empty());
    EXPECT_EQ(codes_of(*loaded.questionnaire, {Coding{"urn:two", "b", ""}}), Ids{"not-an-option"});
}

TEST(ValueSets, expansion_is_read_with_all_inside_but_what_cannot_be_chosen) {
    const auto loaded = load(value_set(R"("expansion":{"timestamp":"2026-11-22","contains":[
        {"system":"urn:s","code":"all","display":"All","abstract":true,"contains":[
          {"system":"urn:s","code":"in","display":"Inside"}]},
        {"system":"urn:s","code":"old","display":"Old","inactive":true},
        {"system":"urn:s","code":"last","display":"Last"}]})"));
    ASSERT_TRUE(loaded.questionnaire);
    const auto& options = loaded.questionnaire->items[0].options;
    ASSERT_EQ(options.size(), 2U);
    EXPECT_EQ(std::get<Coding>(options[0].value).code, "in");
    EXPECT_EQ(std::get<Coding>(options[1].value).code, "last");
}

TEST(ValueSets, elsewhere_are_refused_by_name) {
    const auto loaded = load(kCompose, "http://example.org/ValueSet/fruit");
    ASSERT_TRUE(has(loaded.findings, "unsupported"));
    EXPECT_NE(loaded.findings[0].message.find("http://example.org/ValueSet/fruit"),
              std::string::npos);
    EXPECT_NE(loaded.findings[0].message.find("\"q\""), std::string::npos);
}

TEST(ValueSets, that_are_not_there_are_an_error) {
    EXPECT_TRUE(has(load(kCompose, "#other").findings, "unknown-value-set"));
}

TEST(ValueSets, of_several_sets_in_a_set_have_a_code_once_and_lose_none_to_each_other) {
    const std::string sets = R"({"resourceType":"ValueSet","id":"ab","url":"urn:ab","compose":{
      "include":[{"system":"urn:x","concept":[{"code":"a","display":"A"},{"code":"b","display":"B"}]}]}},
      {"resourceType":"ValueSet","id":"c","url":"urn:c","compose":{"include":[{"system":"urn:x",
        "concept":[{"code":"a","display":"A"},{"code":"b","display":"B"},{"code":"c","display":"C"}]}],
        "exclude":[{"system":"urn:x","concept":[{"code":"a"}]}]}},)";
    const auto loaded = load(sets + value_set(R"("compose":{"include":[{"valueSet":["urn:ab"]},
        {"valueSet":["urn:c"]}]})"));
    ASSERT_TRUE(loaded.questionnaire);
    Ids codes;
    for (const auto& option : loaded.questionnaire->items[0].options)
        codes.push_back(std::get<Coding>(option.value).code);
    EXPECT_EQ(codes, (Ids{"a", "b", "c"}));
}

TEST(ValueSets, rules_are_refused_by_name) {
    for (const char* rule :
         {R"("compose":{"include":[{"system":"urn:s"}]})",
          R"("compose":{"include":[{"system":"urn:s","filter":[{"property":"p"}]}]})",
          R"("compose":{"include":[{"valueSet":["urn:other"]}]})",
          R"("compose":{"include":[{"system":"urn:s","concept":[{"code":"a","display":"A"}]}],
             "exclude":[{"system":"urn:s"}]})"})
        EXPECT_TRUE(has(load(value_set(rule)).findings, "unsupported")) << rule;
}

TEST(ValueSets, without_codes_are_an_error) {
    EXPECT_TRUE(has(load(value_set(R"("compose":{"include":[]})")).findings, "no-options"));
}

TEST(ValueSets, beside_answer_options_are_refused) {
    EXPECT_TRUE(has(findings_of("- {linkId: q, type: choice, text: Q, answerValueSet: '#vs', "
                                "answerOption: [{valueString: a}]}\n"),
                    "que-4"));
}

TEST(ValueSets, shared_by_too_many_items_are_refused) {
    std::string concepts, items;
    for (int i = 0; i < 1'500; ++i)
        concepts += std::string(i == 0 ? "" : ",") + R"({"code":"c)" + std::to_string(i) +
                    R"(","display":"C"})";
    for (int i = 0; i < 3'000; ++i)
        items += std::string(i == 0 ? "" : ",") + R"({"linkId":"q)" + std::to_string(i) +
                 R"(","type":"choice","text":"Q","answerValueSet":"#vs"})";
    const auto findings =
        load_questionnaire(R"({"resourceType":"Questionnaire","status":"draft","contained":[)" +
                               value_set(R"("compose":{"include":[{"system":"urn:s","concept":[)" +
                                         concepts + "]}]}") +
                               R"(],"item":[)" + items + "]}",
                           "q.json")
            .findings;
    EXPECT_TRUE(has(findings, "too-large"));
}

}  // namespace candor::screening
