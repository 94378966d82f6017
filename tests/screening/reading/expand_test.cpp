#include "screening/reading/expand.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

const char* const kForm = R"({"resourceType":"Questionnaire","status":"draft","item":[
  {"linkId":"g","type":"group","text":"G","item":[
    {"linkId":"a","type":"choice","text":"A","answerValueSet":"urn:fruit|1"},
    {"linkId":"b","type":"choice","text":"B","answerValueSet":"urn:fruit|1"}]},
  {"linkId":"c","type":"choice","text":"C",
   "answerValueSet":"http://hl7.org/fhir/ValueSet/administrative-gender"}]})";
const char* const kSystem = R"({"resourceType":"CodeSystem","url":"urn:s","concept":[
  {"code":"food","display":"Food","property":[{"code":"notSelectable","valueBoolean":true}],"concept":[
    {"code":"fruit","display":"Fruit","concept":[
      {"code":"apple","display":"Apple","property":[{"code":"itemWeight","valueDecimal":2}]},
      {"code":"pear","display":"Pear"}]},
    {"code":"bread","display":"Bread"}]}]})";

std::string set_with(const std::string& compose) {
    return R"({"resourceType":"ValueSet","url":"urn:fruit","compose":)" + compose + "}";
}

std::vector<std::string> codes_of_first(const Expanded& expanded) {
    std::vector<std::string> codes;
    const auto loaded = load_questionnaire(expanded.json, "expanded.json");
    for (const auto& finding : loaded.findings)
        if (finding.severity == base::Severity::error) codes.push_back(base::to_line(finding));
    if (loaded.questionnaire)
        for (const auto& option : loaded.questionnaire->find("a")->options)
            codes.push_back(std::get<Coding>(option.value).code);
    return codes;
}

std::vector<std::string> brought_in(const std::string& compose) {
    const auto expanded =
        expand(kForm, "q.json", {{"s.json", kSystem}, {"v.json", set_with(compose)}});
    if (!expanded) return {"fault"};
    auto codes = codes_of_first(*expanded);
    codes.insert(codes.end(), expanded->missing.begin(), expanded->missing.end());
    return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST(Expand, brings_in_a_set_once_and_leaves_shipped_ones) {
    const auto expanded = expand(
        kForm, "q.json",
        {{"v.json",
          set_with(R"({"include":[{"system":"urn:s","concept":[{"code":"x","display":"X"}]}]})")}});
    ASSERT_TRUE(expanded);
    EXPECT_EQ(expanded->brought, Codes{"urn:fruit|1"});
    const auto json = nlohmann::json::parse(expanded->json);
    EXPECT_EQ(json["contained"].size(), 1U);
    EXPECT_EQ(json["item"][0]["item"][1]["answerValueSet"], "#value-set-1");
    EXPECT_EQ(json["item"][1]["answerValueSet"],
              "http://hl7.org/fhir/ValueSet/administrative-gender");
    EXPECT_EQ(codes_of_first(*expanded), Codes{"x"});
}

TEST(Expand, takes_codes_from_systems_filters_and_other_sets) {
    EXPECT_EQ(brought_in(R"({"include":[{"system":"urn:s"}]})"),
              (Codes{"fruit", "apple", "pear", "bread"}));
    EXPECT_EQ(
        brought_in(R"({"include":[{"system":"urn:s","filter":[{"property":"concept","op":"is-a",
        "value":"fruit"}]}]})"),
        (Codes{"fruit", "apple", "pear"}));
    EXPECT_EQ(brought_in(R"({"include":[{"system":"urn:s","filter":[{"property":"concept",
        "op":"descendent-of","value":"fruit"}]}],"exclude":[{"system":"urn:s","concept":[{"code":"pear"}]}]})"),
              Codes{"apple"});
    EXPECT_EQ(
        brought_in(R"({"include":[{"valueSet":["http://terminology.hl7.org/ValueSet/v2-0136"]}]})"),
        (Codes{"N", "Y"}));
}

TEST(Expand, keeps_weights_that_a_code_system_gives) {
    const auto expanded =
        expand(kForm, "q.json",
               {{"s.json", kSystem}, {"v.json", set_with(R"({"include":[{"system":"urn:s"}]})")}});
    ASSERT_TRUE(expanded);
    const auto loaded = load_questionnaire(expanded->json, "e");
    ASSERT_TRUE(loaded.questionnaire);
    EXPECT_EQ(loaded.questionnaire->find("a")->options.at(1).weight->value, 2);
}

TEST(Expand, says_what_is_still_missing_and_why) {
    const auto expanded = expand(kForm, "q.json", {});
    ASSERT_TRUE(expanded);
    ASSERT_EQ(expanded->missing.size(), 1U);
    EXPECT_EQ(expanded->missing[0],
              "Item \"a\": the value set \"urn:fruit|1\": it is in none of the files.");
    EXPECT_EQ(nlohmann::json::parse(expanded->json), nlohmann::json::parse(kForm));
}

TEST(Expand, sets_that_include_themselves_end) {
    const auto found = brought_in(R"({"include":[{"valueSet":["urn:fruit"]}]})");
    ASSERT_FALSE(found.empty());
    EXPECT_NE(found.back().find("it includes itself"), std::string::npos) << found.back();
}

TEST(Expand, several_sets_of_one_include_give_what_they_share_and_several_includes_all) {
    const std::string two = R"({"resourceType":"Bundle","entry":[
      {"resource":{"resourceType":"ValueSet","url":"urn:ab","compose":{"include":[
        {"system":"urn:x","concept":[{"code":"a","display":"A"},{"code":"b","display":"B"}]}]}}},
      {"resource":{"resourceType":"ValueSet","url":"urn:bc","compose":{"include":[
        {"system":"urn:x","concept":[{"code":"b","display":"B"},{"code":"c","display":"C"}]}]}}}]})";
    const auto codes = [&](const std::string& compose) {
        const auto expanded =
            expand(kForm, "q.json", {{"two.json", two}, {"v.json", set_with(compose)}});
        return expanded ? codes_of_first(*expanded) : Codes{"fault"};
    };
    EXPECT_EQ(codes(R"({"include":[{"valueSet":["urn:ab","urn:bc"]}]})"), Codes{"b"});
    EXPECT_EQ(codes(R"({"include":[{"valueSet":["urn:ab"]},{"valueSet":["urn:bc"]}]})"),
              (Codes{"a", "b", "c"}));
    EXPECT_EQ(codes(R"({"include":[{"valueSet":["urn:ab"]},{"valueSet":["urn:bc"]}],
                        "exclude":[{"valueSet":["urn:ab"]}]})"),
              Codes{"c"});
    EXPECT_EQ(codes(R"({"include":[{"valueSet":["urn:ab"]}],
                        "exclude":[{"valueSet":["urn:ab","urn:bc"]}]})"),
              Codes{"a"});
}

namespace {

std::string form_naming(const std::string& reference, const std::string& contained = "") {
    return R"({"resourceType":"Questionnaire","status":"draft","contained":[)" + contained +
           R"(],"item":[{"linkId":"a","type":"choice","text":"A","answerValueSet":")" + reference +
           "\"}]}";
}

}  // namespace

TEST(Expand, an_item_that_names_several_sets_gets_the_codes_of_all_each_once) {
    const std::vector<Terminology> files{
        {"v.json",
         set_with(R"({"include":[{"system":"urn:s","concept":[{"code":"x","display":"X"}]}]})")}};
    const std::string own = R"({"resourceType":"ValueSet","id":"own","compose":{"include":[
        {"system":"urn:s","concept":[{"code":"x","display":"X"},{"code":"y","display":"Y"}]}]}})";
    const auto expanded =
        expand(form_naming("urn:fruit|2 #own http://terminology.hl7.org/ValueSet/v2-0136", own),
               "q.json", files);
    ASSERT_TRUE(expanded);
    EXPECT_EQ(codes_of_first(*expanded), (Codes{"x", "y", "N", "Y"}));
    const auto missing = expand(form_naming("urn:fruit urn:none"), "q.json", files);
    ASSERT_TRUE(missing);
    ASSERT_EQ(missing->missing.size(), 1U);
    EXPECT_NE(missing->missing[0].find("urn:none: it is in none of the files"), std::string::npos);
}

TEST(Expand, a_contained_set_may_include_another_by_its_id) {
    const auto expanded =
        expand(form_naming("#all", R"({"resourceType":"ValueSet","id":"own","compose":{"include":[
            {"system":"urn:s","concept":[{"code":"x","display":"X"}]}]}},
          {"resourceType":"ValueSet","id":"all","compose":{"include":[{"valueSet":["#own"]},
            {"system":"urn:s","concept":[{"code":"x","display":"X"},{"code":"y","display":"Y"}]}]}})"),
               "q.json", {});
    ASSERT_TRUE(expanded);
    EXPECT_EQ(codes_of_first(*expanded), (Codes{"x", "y"}));
}

TEST(Expand, a_bundle_with_one_questionnaire_is_that_questionnaire) {
    const std::string set =
        set_with(R"({"include":[{"system":"urn:s","concept":[{"code":"x","display":"X"}]}]})");
    const auto expanded = expand(R"({"resourceType":"Bundle","entry":[{"resource":)" +
                                     form_naming("urn:fruit") + R"(},{"resource":)" + set + "}]}",
                                 "b.json", {});
    ASSERT_TRUE(expanded);
    EXPECT_EQ(codes_of_first(*expanded), Codes{"x"});
    EXPECT_FALSE(expand(R"({"resourceType":"Bundle","entry":[]})", "b.json", {}));
}

TEST(Expand, what_is_no_questionnaire_is_a_fault) {
    EXPECT_FALSE(expand(R"({"resourceType":"Patient"})", "p.json", {}));
    EXPECT_FALSE(expand("[", "p.json", {}));
}

}  // namespace candor::screening
