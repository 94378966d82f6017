#include "screening/model/response.h"

#include <nlohmann/json.hpp>

#include "form.h"
#include "screening/model/value.h"
#include "screening/reading/json_writer.h"

namespace candor::screening {
namespace {

const char* const kResponseItems = R"(
- {linkId: flag, type: boolean, text: F}
- {linkId: count, type: integer, text: C}
- {linkId: size, type: decimal, text: S}
- {linkId: day, type: date, text: D}
- linkId: group
  type: group
  item:
    - {linkId: words, type: text, text: W}
    - {linkId: left, type: string, text: L}
- linkId: pick
  type: choice
  repeats: true
  text: P
  answerOption: [{valueCoding: {system: urn:x, code: a, display: A}}, {valueCoding: {system: urn:x, code: b, display: B}}]
  item: [{linkId: inside, type: string, text: I}]
- {linkId: no, type: string, text: N}
- linkId: off
  type: string
  text: O
  enableWhen: [{question: flag, operator: "=", answerBoolean: false}]
)";

Response answered() {
    Response response;
    response.set("flag", {true});
    response.set("count", {std::int64_t{-4}});
    response.set("size", {decimal("1.50")});
    response.set("day", {Date{"2026-11"}});
    response.set("words", {std::string("a \"b\"\n\tç")});
    response.set("pick", {Coding{"urn:x", "a", "A"}, Coding{"urn:x", "b", ""}});
    response.set("inside", {std::string("i")});
    response.set("off", {std::string("gone")});
    response.decline("no");
    return response;
}

}  // namespace

TEST(Response, keeps_replaces_and_clears) {
    Response response;
    EXPECT_EQ(response.state("a"), AnswerState::none);
    response.set("b", {true});
    response.set("a", {std::int64_t{1}});
    response.set("a", {std::int64_t{2}});
    EXPECT_EQ(std::get<std::int64_t>(response.values("a").at(0)), 2);
    EXPECT_EQ(response.state("b"), AnswerState::answered);
    response.clear("a");
    EXPECT_EQ(response.state("a"), AnswerState::none);
    EXPECT_TRUE(response.values("a").empty());
    response.set("b", {});
    EXPECT_TRUE(response.empty());
}

TEST(Response, declining_forgets_the_answer) {
    Response response;
    response.set("a", {true});
    response.decline("a");
    EXPECT_EQ(response.state("a"), AnswerState::declined);
    EXPECT_TRUE(response.values("a").empty());
    response.set("a", {true});
    EXPECT_EQ(response.state("a"), AnswerState::answered);
}

TEST(Response, erase_forgets_everything_and_a_move_leaves_nothing) {
    Response response = answered();
    Response moved = std::move(response);
    EXPECT_TRUE(response.empty());  // NOLINT: that it is empty is the contract
    EXPECT_EQ(moved.state("flag"), AnswerState::answered);
    moved.erase();
    EXPECT_TRUE(moved.empty());
}

TEST(Wipe, leaves_no_byte_of_a_value) {
    Value text = std::string(100, 'x');
    const char* bytes = std::get<std::string>(text).data();
    wipe(text);
    EXPECT_EQ(std::string(bytes, 100), std::string(100, '\0'));
    Value coding = Coding{"s", "c", "d"};
    wipe(coding);
    EXPECT_TRUE(std::get<Coding>(coding).code.empty());
    EXPECT_TRUE(std::get<Coding>(coding).display.empty());
    Value number = std::int64_t{7};
    wipe(number);
    EXPECT_EQ(std::get<std::int64_t>(number), 0);
}

TEST(ToFhir, writes_every_type_in_the_questionnaires_shape) {
    const auto questionnaire = form(kResponseItems);
    const auto json =
        nlohmann::json::parse(to_fhir(questionnaire, answered(), "2026-11-22T12:40:00Z"));
    const auto expected = nlohmann::json::parse(R"({
        "resourceType": "QuestionnaireResponse", "status": "completed",
        "authored": "2026-11-22T12:40:00Z", "item": [
        {"linkId": "flag", "answer": [{"valueBoolean": true}]},
        {"linkId": "count", "answer": [{"valueInteger": -4}]},
        {"linkId": "size", "answer": [{"valueDecimal": 1.50}]},
        {"linkId": "day", "answer": [{"valueDate": "2026-11"}]},
        {"linkId": "group", "item": [
          {"linkId": "words", "answer": [{"valueString": "a \"b\"\n\tç"}]}]},
        {"linkId": "pick", "answer": [
          {"valueCoding": {"system": "urn:x", "code": "a", "display": "A"},
           "item": [{"linkId": "inside", "answer": [{"valueString": "i"}]}]},
          {"valueCoding": {"system": "urn:x", "code": "b"}}]},
        {"linkId": "no", "answer": [{"extension": [{
          "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
          "valueCode": "asked-declined"}]}]}]})");
    EXPECT_EQ(json, expected) << json.dump(1);
}

TEST(ToFhir, says_what_was_asked_and_answered_in_the_persons_language) {
    const auto questionnaire = form(R"(
- linkId: since
  text: Since when?
  _text: {extension: [{url: "http://hl7.org/fhir/StructureDefinition/translation", extension: [
    {url: lang, valueCode: de}, {url: content, valueString: "Seit wann?"}]}]}
  type: choice
  answerOption:
  - valueCoding:
      {system: "urn:x", code: y, display: Years, _display: {extension: [
        {url: "http://hl7.org/fhir/StructureDefinition/translation", extension: [
          {url: lang, valueCode: de}, {url: content, valueString: Jahre}]}]}}
)");
    Response response;
    response.set("since", {Coding{"urn:x", "y", "Years"}});
    const auto said = nlohmann::json::parse(to_fhir(questionnaire, response, "", "de"));
    EXPECT_EQ(said["language"], "de");
    EXPECT_EQ(said["item"][0]["text"], "Seit wann?");
    EXPECT_EQ(said["item"][0]["answer"][0]["valueCoding"]["display"], "Jahre");
    EXPECT_EQ(said["item"][0]["answer"][0]["valueCoding"]["code"], "y");
}

TEST(ToFhir, keeps_a_decimals_precision) {
    const auto json = to_fhir(form(kResponseItems), answered(), "");
    EXPECT_NE(json.find("\"valueDecimal\":1.50"), std::string::npos);
}

TEST(ToFhir, names_the_questionnaire_and_its_version) {
    Questionnaire questionnaire;
    questionnaire.url = "urn:uuid:1";
    questionnaire.version = "3";
    EXPECT_EQ(to_fhir(questionnaire, Response(), ""),
              R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:uuid:1|3",)"
              R"("status":"completed"})");
}

TEST(ToFhir, is_read_back_as_valid) {
    const auto questionnaire = form(kResponseItems);
    const auto loaded =
        report(questionnaire, nullptr, to_fhir(questionnaire, answered(), ""), "r.json");
    ASSERT_TRUE(loaded.report);
    EXPECT_TRUE(loaded.report->invalid.empty());
    EXPECT_TRUE(loaded.report->missing.empty());
}

TEST(JsonWriter, escapes_controls_and_mends_bad_utf8) {
    JsonWriter json;
    json.text(std::string("\x01\x7F\xFF\\", 4));
    EXPECT_EQ(json.take(), "\"\\u0001\\u007f\xEF\xBF\xBD\\\\\"");
}

TEST(JsonWriter, grows_past_its_first_buffer) {
    JsonWriter json;
    json.open_list();
    for (int i = 0; i < 5000; ++i) json.text("0123456789");
    json.close_list();
    EXPECT_EQ(nlohmann::json::parse(json.take()).size(), 5000U);
}

TEST(Start, takes_initial_values_and_selected_options) {
    const auto questionnaire = form(R"(
- {linkId: a, type: integer, text: A, initial: [{valueInteger: 3}]}
- linkId: b
  type: choice
  text: B
  answerOption: [{valueString: x}, {valueString: y, initialSelected: true}]
- {linkId: c, type: string, text: C}
)");
    const Response response = start(questionnaire);
    EXPECT_EQ(std::get<std::int64_t>(response.values("a").at(0)), 3);
    EXPECT_EQ(std::get<std::string>(response.values("b").at(0)), "y");
    EXPECT_EQ(response.state("c"), AnswerState::none);
}

}  // namespace candor::screening
