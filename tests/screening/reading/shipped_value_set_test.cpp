#include "../form.h"
#include "screening/reading/shipped_value_sets.h"

namespace candor::screening {
namespace {

std::string asking(const std::string& reference, const std::string& contained = {}) {
    return R"({"resourceType":"Questionnaire","status":"draft","contained":[)" + contained +
           R"(],"item":[{"linkId":"q","type":"choice","text":"Q","answerValueSet":")" + reference +
           "\"}]}";
}

Ids codes_offered(const std::string& document) {
    const auto loaded = load_questionnaire(document, "q.json");
    Ids codes;
    if (loaded.questionnaire)
        for (const auto& option : loaded.questionnaire->items.at(0).options)
            codes.push_back(std::get<Coding>(option.value).code);
    for (const auto& finding : loaded.findings) codes.push_back(base::to_line(finding));
    return codes;
}

}  // namespace

TEST(ShippedValueSets, are_found_by_url_with_a_version_and_in_both_homes) {
    const Ids gender{"male", "female", "other", "unknown"};
    for (const char* url : {"http://hl7.org/fhir/ValueSet/administrative-gender",
                            "http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1",
                            "http://terminology.hl7.org/ValueSet/administrative-gender",
                            "https://hl7.org/fhir/ValueSet/administrative-gender"})
        EXPECT_EQ(codes_offered(asking(url)), gender) << url;
}

TEST(ShippedValueSets, answer_lists_are_found_in_each_of_their_homes) {
    for (const char* url :
         {"http://loinc.org/vs/LL1-9", "https://loinc.org/vs/LL1-9",
          "http://details.loinc.org/AnswerList/LL1-9", "http://hl7.org/fhir/us/sdc/ValueSet/LL1-9"})
        EXPECT_EQ(codes_offered(asking(url)), (Ids{"LA2-8", "LA3-6", "LA46-8"})) << url;
}

TEST(ShippedValueSets, set_that_leaves_one_code_out_has_the_others) {
    const Ids codes =
        codes_offered(asking("http://hl7.org/fhir/ValueSet/patient-contactrelationship"));
    EXPECT_EQ(codes, (Ids{"BP", "C", "CP", "E", "EP", "F", "I", "N", "PR", "S", "U"}));
}

TEST(ShippedValueSets, those_that_forms_ask_for_are_there) {
    for (const char* name : {"administrative-gender",
                             "marital-status",
                             "yesnodontknow",
                             "languages",
                             "contact-point-system",
                             "contact-point-use",
                             "condition-clinical",
                             "condition-ver-status",
                             "observation-interpretation",
                             "relatedperson-relationshiptype",
                             "allergy-intolerance-type",
                             "address-use",
                             "name-use",
                             "days-of-week",
                             "event-timing",
                             "units-of-time",
                             "quantity-comparator",
                             "goal-priority",
                             "request-priority",
                             "iso3166-1-2"})
        EXPECT_FALSE(shipped_value_set(std::string("http://hl7.org/fhir/ValueSet/") + name).empty())
            << name;
    for (const char* url :
         {"http://terminology.hl7.org/ValueSet/v2-0136", "http://hl7.org/fhir/ValueSet/v2-0136",
          "http://terminology.hl7.org/ValueSet/v3-MaritalStatus", "http://loinc.org/vs/LL358-3"})
        EXPECT_FALSE(shipped_value_set(url).empty()) << url;
    EXPECT_TRUE(shipped_value_set("").empty());
    EXPECT_TRUE(shipped_value_set("http://hl7.org/fhir/ValueSet/administrative").empty());
    EXPECT_TRUE(shipped_value_set("http://hl7.org/fhir/ValueSet/\"").empty());
}

TEST(ShippedValueSets, have_words_in_five_languages_where_everybody_is_asked) {
    const auto loaded =
        load_questionnaire(asking("http://hl7.org/fhir/ValueSet/yesnodontknow"), "q");
    ASSERT_TRUE(loaded.questionnaire);
    for (const auto& option : loaded.questionnaire->items[0].options)
        for (const char* language : {"en", "tr", "ar", "de", "es"})
            EXPECT_TRUE(option.label.has(language)) << option.label.in("en") << ' ' << language;
}

TEST(ShippedValueSets, weigh_the_answers_of_phq_and_gad) {
    const auto loaded = load_questionnaire(asking("http://loinc.org/vs/LL358-3"), "q");
    ASSERT_TRUE(loaded.questionnaire);
    const auto& options = loaded.questionnaire->items[0].options;
    ASSERT_EQ(options.size(), 4U);
    EXPECT_EQ(options[0].weight->value, 0);
    EXPECT_EQ(options[3].weight->value, 3);
}

// Every line of the file can be read, and offers answers that can be told apart.
TEST(ShippedValueSets, can_all_be_asked) {
    std::string_view rest = shipped_value_sets();
    int sets = 0;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (line.starts_with("{\"resourceType\":\"CodeSystem\"")) continue;
        const auto from = line.find("\"url\":\"") + 7;
        const std::string url(line.substr(from, line.find('"', from) - from));
        const auto loaded = load_questionnaire(asking(url), "q.json");
        EXPECT_TRUE(loaded.questionnaire) << url;
        ++sets;
    }
    EXPECT_GT(sets, 1000);
}

const char* const kFruit = R"({"resourceType":"ValueSet","id":"f","url":"urn:fruit","compose":)";

TEST(ContainedValueSets, are_found_by_url_and_include_what_is_contained_or_shipped) {
    const std::string system =
        R"({"resourceType":"CodeSystem","url":"urn:s","concept":[{"code":"a","display":"A",
           "concept":[{"code":"b","display":"B"}]}]})";
    const auto with = [&](const std::string& compose) {
        return asking("urn:fruit|2", std::string(kFruit) + compose + "}," + system);
    };
    EXPECT_EQ(codes_offered(with(R"({"include":[{"system":"urn:s"}]})")), (Ids{"a", "b"}));
    EXPECT_EQ(codes_offered(with(R"({"include":[{"system":"urn:s"}],"exclude":[{"system":"urn:s",
              "concept":[{"code":"a"}]}]})")),
              Ids{"b"});
    EXPECT_EQ(codes_offered(with(
                  R"({"include":[{"valueSet":["http://terminology.hl7.org/ValueSet/v2-0136"]}]})")),
              (Ids{"N", "Y"}));
    EXPECT_EQ(
        codes_offered(with(R"({"include":[{"system":"http://hl7.org/fhir/contact-point-use"}]})"))
            .size(),
        5U);
    EXPECT_EQ(codes_offered(with(R"({"include":[{"valueSet":["urn:fruit"]}]})")).size(), 1U);
}

TEST(HiddenQuestions, need_no_list_of_what_could_be_answered) {
    const auto loaded = load_questionnaire(
        R"({"resourceType":"Questionnaire","status":"draft","item":[
        {"linkId":"q","type":"choice","text":"Q","answerValueSet":"urn:elsewhere","readOnly":true,
         "initial":[{"valueCoding":{"code":"x"}}]}]})",
        "q.json");
    ASSERT_TRUE(loaded.questionnaire);
    EXPECT_EQ(start(*loaded.questionnaire).values("q").size(), 1U);
}

TEST(Units, are_written_as_people_write_them) {
    const Questionnaire form = screening::form(
        "- {linkId: a, type: decimal, text: A, extension: [" +
        extension_of("questionnaire-unit",
                     "valueCoding: {system: \"http://unitsofmeasure.org\", code: \"[in_i]\"}") +
        "]}\n");
    EXPECT_EQ(form.items[0].units.at(0).label.in("de"), "in");
    EXPECT_EQ(form.items[0].units.at(0).coding.code, "[in_i]");
}

}  // namespace candor::screening
