#include "base/utf8.h"
#include "form.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/node.h"

namespace candor::screening {
namespace {

const std::string kHead = "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"item\":";

std::string flat(int count) {
    std::string json = kHead + "[";
    for (int i = 0; i < count; ++i) {
        if (i > 0) json += ',';
        json += "{\"linkId\":\"q" + std::to_string(i) + "\",\"type\":\"boolean\",\"text\":\"T\"";
        if (i > 0)
            json += ",\"enableWhen\":[{\"question\":\"q" + std::to_string(i - 1) +
                    "\",\"operator\":\"=\",\"answerBoolean\":true}]";
        json += '}';
    }
    return json + "]}";
}

std::string nested(int depth) {
    std::string json = kHead;
    for (int i = 0; i < depth; ++i)
        json += "[{\"linkId\":\"g" + std::to_string(i) + "\",\"type\":\"group\",\"item\":";
    json += R"([{"linkId":"q","type":"string","text":"Q"}])";
    for (int i = 0; i < depth; ++i) json += "}]";
    return json + "}";
}

std::string one_code(const std::string& text) {
    const auto findings = load_questionnaire(text, "q").findings;
    return findings.empty() ? "" : findings.front().code;
}

}  // namespace

TEST(HostileInput, chain_of_5000_items_loads_and_evaluates) {
    auto loaded = load_questionnaire(flat(5000), "q");
    ASSERT_TRUE(loaded.questionnaire);
    Response response;
    for (int i = 0; i < 5000; ++i) response.set("q" + std::to_string(i), {true});
    EXPECT_EQ(questions(*loaded.questionnaire, response).size(), 5000U);
    response.set("q0", {false});
    EXPECT_EQ(questions(*loaded.questionnaire, response).size(), 1U);
}

TEST(HostileInput, more_than_5000_items_are_refused) {
    EXPECT_EQ(one_code(flat(5001)), "too-large");
}

TEST(HostileInput, deep_groups_load_and_deeper_ones_are_refused) {
    auto loaded = load_questionnaire(nested(150), "q");
    ASSERT_TRUE(loaded.questionnaire);
    EXPECT_TRUE(shown(*loaded.questionnaire, Response(), "q"));
    EXPECT_EQ(one_code(nested(250)), "too-deep");
}

TEST(HostileInput, endless_brackets_are_refused) {
    EXPECT_EQ(one_code("{\"a\":" + std::string(100'000, '[')), "too-deep");
    EXPECT_EQ(one_code("a: " + std::string(100'000, '[') + std::string(100'000, ']')), "too-deep");
    EXPECT_NE(one_code("a: " + std::string(100'000, '{')), "");
}

TEST(HostileInput, many_tiny_values_are_refused) {
    std::string json = "{\"a\":[0";
    for (std::size_t i = 0; i <= kMaxNodes; ++i) json += ",0";
    EXPECT_EQ(one_code(json + "]}"), "too-large");
}

TEST(HostileInput, too_many_bytes_are_refused) {
    EXPECT_EQ(one_code(std::string(kMaxBytes + 1, ' ')), "too-large");
}

TEST(HostileInput, bytes_that_are_not_utf8_are_refused) {
    for (const char* bytes : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82"})
        EXPECT_EQ(one_code(std::string("title: \"") + bytes + "\""), "not-utf8");
}

TEST(HostileInput, aliases_are_refused) {
    EXPECT_EQ(one_code("a: &x [1, 1]\nb: [*x, *x]\n"), "alias");
}

TEST(HostileInput, doubled_names_are_refused) {
    EXPECT_EQ(one_code(R"({"resourceType":"Questionnaire","resourceType":"Questionnaire"})"),
              "doubled-key");
    EXPECT_EQ(one_code("resourceType: Questionnaire\nresourceType: Questionnaire\n"),
              "doubled-key");
}

TEST(HostileInput, huge_numbers_are_refused) {
    for (const char* number : {"1e400", "99999999999999999999999", "-1", "1.5", "2147483648"}) {
        const std::string json =
            kHead + R"([{"linkId":"a","type":"string","text":"A","maxLength":)" + number + "}]}";
        EXPECT_FALSE(load_questionnaire(json, "q").questionnaire) << number;
    }
}

TEST(HostileInput, other_documents_are_refused) {
    for (const char* text :
         {"", " ", "null", "[]", "7", "\"text\"", "{}", "{", "}", "[", "a: b: c",
          "{\"resourceType\":\"Patient\"}", "- a\n- b", "\t", "{\"a\":1} x", "? [a]\n: b",
          "{\"resourceType\":7}", "resourceType: Questionnaire\nitem: 7",
          "resourceType: Questionnaire\nitem: [7, [], null, {}]"}) {
        const auto loaded = load_questionnaire(text, "q");
        EXPECT_FALSE(loaded.questionnaire) << text;
        EXPECT_TRUE(base::has_error(loaded.findings)) << text;
    }
}

TEST(HostileInput, every_beginning_of_a_document_is_survived) {
    const std::string json = flat(3), yaml = *to_fhir_json(json, "q");
    for (std::size_t i = 0; i + 1 < json.size(); ++i)
        EXPECT_FALSE(load_questionnaire(json.substr(0, i), "q").questionnaire) << i;
}

TEST(HostileInput, repetitions_past_the_limit_are_refused) {
    std::string items = "- linkId: g\n  type: group\n  repeats: true\n  item:\n";
    for (int i = 0; i < 1000; ++i)
        items += "    - {linkId: q" + std::to_string(i) + ", type: string, text: Q}\n";
    std::string response = R"({"resourceType":"QuestionnaireResponse","item":[{"linkId":"g"})";
    for (int i = 0; i < 5000; ++i) response += R"(,{"linkId":"g"})";
    const auto loaded = report(form(items), nullptr, response + "]}", "r");
    EXPECT_FALSE(loaded.report);
    EXPECT_TRUE(has(loaded.findings, "too-large"));
}

TEST(HostileInput, responses_of_wrong_shapes_are_refused_or_judged) {
    const auto questionnaire = form("- {linkId: a, type: string, text: A}\n");
    for (const char* text :
         {"", "{}", "[]", "{\"resourceType\":\"QuestionnaireResponse\",\"item\":7}",
          "{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{\"linkId\":7}]}"})
        EXPECT_FALSE(report(questionnaire, nullptr, text, "r").report) << text;
    EXPECT_TRUE(report_on(questionnaire, R"({"linkId":"a","answer":[]})").invalid.empty());
    EXPECT_EQ(report_on(questionnaire, R"({"linkId":"a","answer":[{"valueString":{}}]})").invalid,
              (std::vector<Report::Invalid>{{"a", "wrong-type"}}));
}

TEST(HostileInput, finding_about_one_byte_of_a_letter_is_utf8) {
    const auto findings = load_questionnaire("title: \"\\\xC3\xA9\"\n", "q").findings;
    ASSERT_FALSE(findings.empty());
    EXPECT_TRUE(base::is_utf8(findings[0].message)) << findings[0].message;
}

TEST(HostileInput, escapes_that_once_became_one_byte_of_a_letter_are_their_characters) {
    for (const auto& [escape, character] : {std::pair{"\\_", "\xC2\xA0"}, {"\\N", "\xC2\x85"}}) {
        base::Findings findings;
        const auto root = parse_node(std::string("title: \"a") + escape + "b\"", "q", findings);
        ASSERT_TRUE(root) << escape;
        EXPECT_EQ(root->find("title")->text, std::string("a") + character + "b");
    }
    EXPECT_EQ(one_code(std::string("ti\0_tle: a", 11)), "bad-syntax");
}

TEST(HostileInput, what_follows_the_document_is_refused_and_not_dropped) {
    for (const char* text :
         {"title: a\n---\nstatus: draft\n", "- a\nstatus: draft\n", "title: \"a\nstatus: draft\n"})
        EXPECT_EQ(one_code(text), "bad-syntax") << text;
}

TEST(HostileInput, value_without_a_name_does_not_shift_the_names_behind_it) {
    EXPECT_EQ(one_code("title: a\n: b\nstatus: c\n"), "bad-syntax");
    EXPECT_EQ(one_code("? ~\n: b\nstatus: c"), "bad-syntax");
}

TEST(HostileInput, many_conditions_on_many_answers_are_refused) {
    std::string json = kHead + R"([{"linkId":"q","type":"integer","text":"Q","repeats":true},)"
                               R"({"linkId":"x","type":"string","text":"X","enableBehavior":"any",)"
                               R"("enableWhen":[)";
    for (int i = 0; i < 15'000; ++i)
        json += std::string(i == 0 ? "" : ",") +
                R"({"question":"q","operator":"=","answerInteger":)" + std::to_string(-1 - i) + "}";
    const auto loaded = load_questionnaire(json + "]}]}", "q");
    ASSERT_TRUE(loaded.questionnaire);
    std::string answers =
        R"({"resourceType":"QuestionnaireResponse","item":[{"linkId":"q","answer":[)";
    for (int i = 0; i < 100'000; ++i)
        answers += std::string(i == 0 ? "" : ",") + R"({"valueInteger":1})";
    const auto judged = report(*loaded.questionnaire, nullptr, answers + "]}]}", "r");
    EXPECT_TRUE(has(judged.findings, "too-large"));
    EXPECT_FALSE(judged.report);
}

TEST(HostileInput, more_conditions_than_any_form_has_are_refused) {
    std::string json = kHead +
                       R"([{"linkId":"q","type":"integer","text":"Q"},{"linkId":"x",)"
                       R"("type":"string","text":"X","enableBehavior":"any","enableWhen":[)";
    for (int i = 0; i < 20'001; ++i)
        json +=
            std::string(i == 0 ? "" : ",") + R"({"question":"q","operator":"=","answerInteger":1})";
    EXPECT_EQ(one_code(json + "]}]}"), "too-large");
}

TEST(HostileInput, many_options_and_many_answers_are_refused) {
    std::string json = kHead + R"([{"linkId":"q","type":"choice","text":"Q","repeats":true,)"
                               R"("answerOption":[)";
    for (int i = 0; i < 1'900; ++i)
        json += std::string(i == 0 ? "" : ",") + R"({"valueString":"o)" + std::to_string(i) + "\"}";
    const auto loaded = load_questionnaire(json + "]}]}", "q");
    ASSERT_TRUE(loaded.questionnaire);
    std::string answers =
        R"({"resourceType":"QuestionnaireResponse","item":[{"linkId":"q","answer":[)";
    for (int i = 0; i < 50'000; ++i)
        answers += std::string(i == 0 ? "" : ",") + R"({"valueString":"none"})";
    EXPECT_TRUE(
        has(report(*loaded.questionnaire, nullptr, answers + "]}]}", "r").findings, "too-large"));
}

TEST(HostileInput, strangers_by_the_thousand_are_all_named) {
    std::string answers = R"({"resourceType":"QuestionnaireResponse","item":[)";
    for (int i = 0; i < 50'000; ++i)
        answers += std::string(i == 0 ? "" : ",") + R"({"linkId":"s)" + std::to_string(i) + "\"}";
    const auto judged =
        report(form("- {linkId: a, type: string, text: A}\n"), nullptr, answers + "]}", "r");
    ASSERT_TRUE(judged.report);
    EXPECT_EQ(judged.report->invalid.size(), 50'000U);
}

}  // namespace candor::screening
