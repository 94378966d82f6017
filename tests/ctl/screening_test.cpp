#include "ctl/screening.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "base/files.h"
#include "text/coverage.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

const fs::path kPack = fs::path(CANDOR_SOURCE_DIR) / "content" / "self-check";

const char* const kQuestionnaire = R"({"resourceType":"Questionnaire","status":"draft","item":[
  {"linkId":"a","type":"boolean","text":"A","required":true},
  {"linkId":"b","type":"integer","text":"B",
   "enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]}]})";
const char* const kAnswers = R"({"resourceType":"QuestionnaireResponse","item":[
  {"linkId":"b","answer":[{"valueInteger":1}]}]})";
const char* const kGuidance = R"(
levels:
  urgent: {title: {en: U}, text: {en: u}}
  less-likely: {title: {en: L}, text: {en: l}}
  worth-a-talk: {title: {en: W}, text: {en: w}}
  tell-the-doctor: {title: {en: T}, text: {en: t}}
findings:
  - id: no-answer
    level: urgent
    enableWhen: [{question: a, operator: exists, answerBoolean: false}]
    title: {en: N}
    text: {en: n}
    sources: []
)";

class ScreeningVerbs : public testing::Test {
  protected:
    void SetUp() override {
        folder =
            fs::path(testing::TempDir()) / ("candor-screening-verbs" + std::to_string(::getpid()));
        fs::remove_all(folder);
        fs::create_directories(folder / "other");
        write("q.json", kQuestionnaire);
        write("r.json", kAnswers);
    }
    void write(const fs::path& name, const char* text) {
        ASSERT_TRUE(base::write_file_atomically(folder / name, text));
    }
    int evaluate(const fs::path& guidance = {}) {
        return screening_evaluate({folder / "q.json", folder / "r.json", guidance}, {out, err});
    }

    fs::path folder;
    std::ostringstream out, err;
};

}  // namespace

TEST_F(ScreeningVerbs, evaluate_without_guidance_prints_null) {
    EXPECT_EQ(evaluate(), 0);
    EXPECT_EQ(out.str(),
              "{\"enabled\":[\"a\"],\"missing\":[\"a\"],\"invalid\":[],\"guidance\":null}\n");
    EXPECT_TRUE(err.str().empty());
}

TEST_F(ScreeningVerbs, evaluate_prints_the_score_where_there_are_weights) {
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"a","type":"choice","text":"A","answerOption":[{"valueString":"much","extension":
        [{"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":2.5}]}]}]})");
    write("r.json", R"({"resourceType":"QuestionnaireResponse","item":[
        {"linkId":"a","answer":[{"valueString":"much"}]}]})");
    EXPECT_EQ(evaluate(), 0);
    EXPECT_EQ(nlohmann::json::parse(out.str())["score"], 2.5);
}

TEST_F(ScreeningVerbs, evaluate_takes_the_guidance_beside_the_questionnaire) {
    write("guidance.yaml", kGuidance);
    EXPECT_EQ(evaluate(), 0);
    const auto json = nlohmann::json::parse(out.str());
    EXPECT_EQ(json["guidance"],
              nlohmann::json::parse(R"({"level":"urgent","findings":["no-answer"]})"));
}

TEST_F(ScreeningVerbs, evaluate_takes_the_guidance_that_is_named) {
    write("other/g.yaml", kGuidance);
    EXPECT_EQ(evaluate(folder / "other" / "g.yaml"), 0);
    EXPECT_EQ(nlohmann::json::parse(out.str())["guidance"]["level"], "urgent");
}

TEST_F(ScreeningVerbs, evaluate_refuses_a_questionnaire_with_errors) {
    write("q.json",
          R"({"resourceType":"Questionnaire","item":[{"linkId":"a","type":"question"}]})");
    EXPECT_EQ(evaluate(), 1);
    EXPECT_TRUE(out.str().empty());
    EXPECT_NE(err.str().find("\"question\""), std::string::npos);
    EXPECT_NE(err.str().find("q.json:1"), std::string::npos);
}

TEST_F(ScreeningVerbs, evaluate_names_a_file_that_is_not_there) {
    EXPECT_EQ(evaluate(folder / "none.yaml"), 1);
    EXPECT_NE(err.str().find("none.yaml"), std::string::npos);
    EXPECT_NE(err.str().find("Check the path."), std::string::npos);
}

TEST_F(ScreeningVerbs, evaluate_refuses_what_is_no_response) {
    write("r.json", "{\"resourceType\":\"Patient\"}");
    EXPECT_EQ(evaluate(), 1);
    EXPECT_NE(err.str().find("not-a-response"), std::string::npos);
}

TEST_F(ScreeningVerbs, check_passes_the_pack_that_ships) {
    EXPECT_EQ(screening_check(kPack, {out, err}), 0);
    EXPECT_TRUE(err.str().empty()) << err.str();
}

TEST_F(ScreeningVerbs, check_tells_errors_first_and_each_kind_of_advice_once) {
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"a","type":"boolean","text":"A","extension":[{"url":"urn:x"}]},
        {"linkId":"b","type":"boolean","text":"B","extension":[{"url":"urn:x"}]},
        {"linkId":"c","type":"boolean","text":"C","extension":[{"url":"urn:x"}]},
        {"linkId":"c","type":"boolean","text":"C"}]})");
    EXPECT_EQ(screening_check(folder / "q.json", {out, err}), 1);
    const std::string said = err.str();
    EXPECT_LT(said.find("[que-2]"), said.find("[ignored-extension]")) << said;
    EXPECT_NE(said.find("(2 more like this; --all shows them)"), std::string::npos) << said;
    EXPECT_NE(said.find("It cannot be asked as it is: 1 error, 3 pieces of advice.\n"),
              std::string::npos)
        << said;
    std::ostringstream each;
    EXPECT_EQ(screening_check(folder / "q.json", {out, each}, Tell::all), 1);
    EXPECT_EQ(each.str().find("more like this"), std::string::npos);
}

TEST_F(ScreeningVerbs, check_of_a_folder_says_how_many_load) {
    write("bad.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"a","type":"question","text":"A"}]})");
    EXPECT_EQ(screening_check(std::vector{folder}, {out, err}), 1);
    const std::string said = out.str();
    EXPECT_NE(said.find("bad.json: does not load: 1 error; first"), std::string::npos) << said;
    EXPECT_NE(said.find("q.json: loads: no errors\n"), std::string::npos) << said;
    EXPECT_TRUE(said.ends_with("1 of 2 load\n")) << said;
    EXPECT_EQ(said.find("r.json"), std::string::npos) << "a response is no form";
}

TEST_F(ScreeningVerbs, check_has_a_line_on_each_file_that_is_named) {
    EXPECT_EQ(screening_check(std::vector{folder / "q.json", folder / "r.json"}, {out, err}), 1);
    EXPECT_NE(out.str().find("r.json: does not load: 1 error; first"), std::string::npos)
        << out.str();
    EXPECT_TRUE(out.str().ends_with("1 of 2 load\n")) << out.str();
}

TEST_F(ScreeningVerbs, check_names_pictures_that_are_not_there) {
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"a","type":"boolean","text":"A","extension":[{"url":
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia",
        "valueAttachment":{"contentType":"image/png","url":"images/x.png","title":"x"}}]}]})");
    EXPECT_EQ(screening_check(folder / "q.json", {out, err}), 0);
    EXPECT_NE(err.str().find("[missing-picture]"), std::string::npos) << err.str();
}

TEST_F(ScreeningVerbs, check_tells_of_markdown_that_a_form_does_not_show) {
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"a","type":"boolean","text":"A","_text":{"extension":[{"url":
        "http://hl7.org/fhir/StructureDefinition/rendering-markdown",
        "valueMarkdown":"> **A**"}]}}]})");
    EXPECT_EQ(screening_check(folder / "q.json", {out, err}), 0);
    EXPECT_NE(err.str().find("form-markdown"), std::string::npos) << err.str();
}

TEST_F(ScreeningVerbs, expand_writes_the_form_and_says_what_is_missing) {
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"a","type":"choice","text":"A","answerValueSet":"urn:a"},
        {"linkId":"b","type":"choice","text":"B","answerValueSet":"urn:b"}]})");
    write("other/a.json",
          R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"ValueSet",
        "url":"urn:a","compose":{"include":[{"system":"urn:s","concept":[{"code":"x","display":"X"}]}]}}}]})");
    EXPECT_EQ(screening_expand(folder / "q.json", folder / "other", {out, err}), 1);
    EXPECT_NE(err.str().find("\"urn:b\": it is in none of the files."), std::string::npos);
    const auto json = nlohmann::json::parse(out.str());
    EXPECT_EQ(json["item"][0]["answerValueSet"], "#value-set-1");
    EXPECT_EQ(json["item"][1]["answerValueSet"], "urn:b");
}

TEST_F(ScreeningVerbs, expand_looks_into_folders_and_at_any_case_of_the_ending) {
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"a","type":"choice","text":"A","answerValueSet":"urn:a"}]})");
    fs::create_directories(folder / "other" / "more");
    write("other/more/A.JSON", R"({"resourceType":"ValueSet","url":"urn:a","compose":{"include":[
        {"system":"urn:s","concept":[{"code":"x","display":"X"}]}]}})");
    EXPECT_EQ(screening_expand(folder / "q.json", folder / "other", {out, err}), 0) << err.str();
    EXPECT_EQ(screening_expand(folder / "q.json", folder / "none", {out, err}), 1);
    EXPECT_NE(err.str().find("none"), std::string::npos) << err.str();
}

TEST_F(ScreeningVerbs, check_names_letters_that_no_font_has_by_their_item) {
    if (text::Coverage().is_empty()) GTEST_SKIP() << "no fonts on this machine";
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"age","type":"choice","text":"Age","answerOption":[
          {"valueString":"Young \u05d0"},{"valueString":"Old"}]}]})");
    EXPECT_EQ(screening_check(folder / "q.json", {out, err}), 0);
    EXPECT_NE(err.str().find("[no-glyph] Item “age”: No font of the kiosk has"), std::string::npos)
        << err.str();
}

TEST_F(ScreeningVerbs, check_refuses_answers_that_cannot_be_told_apart) {
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"a","type":"choice","text":"Pick one","answerOption":[
          {"valueCoding":{"system":"http://loinc.org","code":"LA29519-8","display":"First"}},
          {"valueCoding":{"system":"http://loinc.org","code":"LA29519-8","display":"Second"}}]}]})");
    EXPECT_EQ(screening_check(folder / "q.json", {out, err}), 1);
    EXPECT_NE(err.str().find("q.json:4: error [same-option]"), std::string::npos) << err.str();
}

TEST_F(ScreeningVerbs, check_refuses_a_questionnaire_inside_another_by_name) {
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"q","type":"boolean","text":"Q"},
        {"linkId":"s","type":"display","text":"This is a placeholder","extension":[
          {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-subQuestionnaire",
           "valueCanonical":"http://example.org/Questionnaire/ros"}]}]})");
    EXPECT_EQ(screening_check(folder / "q.json", {out, err}), 1);
    EXPECT_NE(err.str().find("subQuestionnaire\" is not supported"), std::string::npos);
    EXPECT_NE(err.str().find("Put the items of that questionnaire in its place."),
              std::string::npos);
}

TEST_F(ScreeningVerbs, export_keeps_answers_without_codes_apart) {
    write("questionnaire.yaml",
          "resourceType: Questionnaire\nstatus: draft\nitem:\n"
          "- {linkId: a, type: choice, text: A, answerOption: [{valueCoding: {display: \"Yes\"}}, "
          "{valueCoding: {display: \"No\"}}]}\n");
    EXPECT_EQ(screening_export(folder, {out, err}), 0);
    const auto options = nlohmann::json::parse(out.str())["item"][0]["answerOption"];
    EXPECT_EQ(options[0]["valueCoding"], nlohmann::json::parse(R"({"display":"Yes"})"));
    EXPECT_EQ(options[1]["valueCoding"], nlohmann::json::parse(R"({"display":"No"})"));
}

TEST_F(ScreeningVerbs, check_tells_of_errors) {
    write("q.json", R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"a","type":"boolean","text":"A"},{"linkId":"a","type":"boolean","text":"A"}]})");
    EXPECT_EQ(screening_check(folder / "q.json", {out, err}), 1);
    EXPECT_NE(err.str().find("[que-2]"), std::string::npos);
    EXPECT_TRUE(out.str().empty());
}

TEST_F(ScreeningVerbs, export_prints_json_that_checks_again) {
    ASSERT_EQ(screening_export(kPack, {out, err}), 0);
    const auto json = nlohmann::json::parse(out.str());
    EXPECT_EQ(json["resourceType"], "Questionnaire");
    EXPECT_EQ(json["item"][0]["required"], true);
    EXPECT_EQ(json["version"], "2");
    write("exported.json", out.str().c_str());
    fs::create_directory_symlink(kPack / "images", folder / "images");
    EXPECT_EQ(screening_check(folder / "exported.json", {out, err}), 0);
    EXPECT_TRUE(err.str().empty()) << err.str();
}

TEST_F(ScreeningVerbs, export_has_every_question_in_five_languages) {
    ASSERT_EQ(screening_export(kPack, {out, err}), 0);
    const auto questionnaire = nlohmann::json::parse(out.str());
    EXPECT_EQ(questionnaire["language"], "en");
    std::vector<nlohmann::json> open(questionnaire["item"].begin(), questionnaire["item"].end());
    int questions = 0;
    for (std::size_t i = 0; i < open.size(); ++i) {
        const nlohmann::json item = open[i];
        for (const auto& inner : item.value("item", nlohmann::json::array())) open.push_back(inner);
        if (!item.contains("text")) continue;
        ++questions;
        const std::string translations = item["_text"].dump();
        for (const char* language : {"tr", "ar", "de", "es"})
            EXPECT_NE(translations.find("\"valueCode\":\"" + std::string(language) + "\""),
                      std::string::npos)
                << item["linkId"] << ' ' << language;
    }
    EXPECT_GT(questions, 10);
}

TEST_F(ScreeningVerbs, export_of_another_folder_is_refused) {
    EXPECT_EQ(screening_export(folder, {out, err}), 1);
    EXPECT_NE(err.str().find("questionnaire.yaml"), std::string::npos);
}

}  // namespace candor::ctl
