#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "consult/keys/seal.h"
#include "consult/request/fhir.h"
#include "consult/request/opened_request.h"
#include "consult/request/request.h"
#include "hostile_requests.h"

namespace candor::consult {
namespace {

using Json = nlohmann::json;

constexpr const char* kId = "0b54a1b6-3f0c-4c53-9f0b-6f0a4f0f8a11";

ContactForm filled() {
    ContactForm form;
    form.first_name.assign(" Elif ");
    form.phone.assign("+٩٠ 532 415 50 00");
    form.email.assign("elif@example.org");
    form.own_words.assign("A \"quote\", a \\ and\na line; <b>ok</b> ş 𝄞");
    form.best_time = BestTime::afternoon;
    form.language = "tr";
    form.send_answers = form.send_questions = form.send_topics = form.agreed = true;
    return form;
}

RequestContext context() {
    RequestContext context;
    context.request_id = kId;
    context.authored = "2026-11-22T12:40:00Z";
    context.consent_text = "Klinik beni arayabilir.";
    context.consent_version = "2026-1";
    context.questions = {"Which exact method do you use?", "What are the known side effects?"};
    context.response_json = R"({"resourceType":"QuestionnaireResponse","status":"completed",
        "questionnaire":"urn:q","item":[
        {"linkId":"age","text":"Age","answer":[{"valueCoding":{"code":"35-44","display":"35–44"}}]},
        {"linkId":"g","item":[{"linkId":"thin","text":"Blood thinners","answer":[{"valueBoolean":true}]},
          {"linkId":"n","text":"Years","answer":[{"valueInteger":3}]}]},
        {"linkId":"pregnant","text":"Pregnant","answer":[{"_valueCoding":{"extension":[{
          "url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason",
          "valueCode":"asked-declined"}]}}]}]})";
    context.topics = {"PRP, and how it differs"};
    context.level = "urgent";
    context.findings = {
        {"tell-the-doctor", "thinner", "Takes a blood thinner", {"Blood thinners: Yes"}},
        {"urgent", "sudden", "Sudden loss", {"Since: this week", "Patches: Yes"}}};
    return context;
}

Json bundle_of(const ContactForm& form, const RequestContext& with) {
    const auto bundle = to_bundle(form, with);
    return bundle ? Json::parse(bundle->view()) : Json();
}

Json bundle() { return bundle_of(filled(), context()); }

Json entry(const Json& bundle, const std::string& type) {
    for (const auto& entry : bundle["entry"])
        if (entry["resource"]["resourceType"] == type) return entry;
    return nullptr;
}

Json resource(const Json& bundle, const std::string& type) {
    const Json found = entry(bundle, type);
    return found.is_null() ? found : found["resource"];
}

Json reference(const Json& bundle, const std::string& type) {
    return {{"reference", entry(bundle, type)["fullUrl"]}};
}

void collect_references(const Json& json, std::set<std::string>& found) {
    if (json.is_object() && json.contains("reference") && json["reference"].is_string())
        found.insert(json["reference"]);
    if (json.is_structured())
        for (const auto& child : json) collect_references(child, found);
}

}  // namespace

TEST(Bundle, what_no_desk_could_read_is_not_made) {
    RequestContext with = context();
    with.response_json = R"({"resourceType":"QuestionnaireResponse","item":[)" +
                         times(49, R"({"item":[)") + times(49, "]}") + "]}";
    EXPECT_EQ(to_bundle(filled(), with).error().kind, base::FaultKind::too_large);
    with = context();
    with.topics.assign(12'000, "PRP");
    EXPECT_EQ(to_bundle(filled(), with).error().kind, base::FaultKind::too_large);
}

TEST(Bundle, sealed_request_does_not_tell_by_its_size_who_sent_it_or_how_much) {
    PublicKey key;
    key.bytes.fill(9);
    const auto size_of = [&](const ContactForm& form, const RequestContext& with) {
        return seal(to_bundle(form, with)->view(), key).size();
    };
    ContactForm few;
    few.first_name.assign("A");
    few.phone.assign("0123456789");
    few.agreed = true;
    RequestContext little;
    little.request_id = kId;
    little.authored = "2026-11-22T12:40:00Z";
    const std::size_t least = size_of(few, little);
    // As long as the shipped self-check: 25 questions, in a script of two bytes a letter.
    RequestContext much = context();
    std::string items;
    for (int i = 0; i < 25; ++i)
        items +=
            std::string(i == 0 ? "" : ",") + R"({"linkId":"question-)" + std::to_string(i) +
            R"(","text":")" + times(50, "ض") +
            R"(","answer":[{"valueCoding":{"system":"urn:uuid:3f6b2b8e-64a0-5c9e-8f0d","code":"yes","display":")" +
            times(20, "ض") + R"("}}]})";
    much.response_json = R"({"resourceType":"QuestionnaireResponse","item":[)" + items + "]}";
    ContactForm many = filled();
    many.own_words.assign(std::string(1500, 'w'));
    EXPECT_EQ(size_of(many, much), least);
    for (const char* name : {"Bo", "Wolfeschlegelsteinhausenbergerdorff"}) {
        few.first_name.assign(name);
        EXPECT_EQ(size_of(few, little), least);
    }
}

TEST(Bundle, is_a_transaction_that_names_its_request) {
    const Json json = bundle();
    EXPECT_EQ(json["resourceType"], "Bundle");
    EXPECT_EQ(json["type"], "transaction");
    EXPECT_EQ(json["timestamp"], "2026-11-22T12:40:00Z");
    EXPECT_EQ(json["identifier"]["system"], "urn:ietf:rfc:3986");
    EXPECT_EQ(json["identifier"]["value"], std::string("urn:uuid:") + kId);
    EXPECT_EQ(json["entry"].size(), 5U);
}

TEST(Bundle, every_entry_is_created_once_by_its_identifier) {
    const Json json = bundle();
    std::set<std::string> urls;
    for (const auto& entry : json["entry"]) {
        const std::string url = entry["fullUrl"];
        const Json& resource = entry["resource"];
        const Json& identifier = resource["identifier"];
        EXPECT_EQ(identifier.is_array(), resource["resourceType"] != "QuestionnaireResponse");
        EXPECT_EQ((identifier.is_array() ? identifier[0] : identifier)["value"], url);
        EXPECT_EQ(entry["request"]["method"], "POST");
        EXPECT_EQ(entry["request"]["url"], resource["resourceType"]);
        EXPECT_EQ(entry["request"]["ifNoneExist"], "identifier=urn:ietf:rfc:3986|" + url);
        EXPECT_TRUE(urls.insert(url).second);
    }
}

TEST(Bundle, every_reference_leads_to_an_entry) {
    const Json json = bundle();
    std::set<std::string> urls, references;
    for (const auto& entry : json["entry"]) urls.insert(entry["fullUrl"]);
    collect_references(json, references);
    for (const auto& reference : references) EXPECT_TRUE(urls.count(reference)) << reference;
    EXPECT_GE(references.size(), 3U);
}

TEST(Bundle, patient_has_name_contact_and_language) {
    const Json patient = resource(bundle(), "Patient");
    EXPECT_EQ(patient["name"], Json::parse(R"([{"use":"usual","given":["Elif"]}])"));
    EXPECT_EQ(patient["telecom"], Json::parse(R"([{"system":"phone","value":"+90 532 415 50 00"},
                              {"system":"email","value":"elif@example.org"}])"));
    EXPECT_EQ(patient["communication"],
              Json::parse(R"([{"language":{"coding":[{"system":"urn:ietf:bcp:47","code":"tr"}]},
                               "preferred":true}])"));
    EXPECT_FALSE(patient.contains("meta"));
}

TEST(Bundle, consent_has_what_R4_requires_and_the_text_that_was_read) {
    const Json json = bundle(), consent = resource(json, "Consent");
    EXPECT_EQ(consent["status"], "active");
    EXPECT_EQ(consent["scope"]["coding"][0]["code"], "patient-privacy");
    EXPECT_EQ(consent["category"][0]["coding"][0]["code"], "59284-0");
    EXPECT_EQ(consent["patient"], reference(json, "Patient"));
    EXPECT_EQ(consent["dateTime"], "2026-11-22T12:40:00Z");
    EXPECT_EQ(consent["policyRule"]["coding"][0]["code"], "OPTIN");
    EXPECT_EQ(consent["policyRule"]["text"], "2026-1");
    EXPECT_EQ(consent["sourceAttachment"]["language"], "tr");
    EXPECT_EQ(consent["sourceAttachment"]["title"], "2026-1");
    EXPECT_EQ(consent["sourceAttachment"]["data"], "S2xpbmlrIGJlbmkgYXJheWFiaWxpci4=");
    EXPECT_EQ(consent["provision"]["type"], "permit");
    EXPECT_EQ(consent["provision"]["data"].size(), 3U);
}

TEST(Bundle, service_request_proposes_and_holds_the_words) {
    const Json json = bundle(), request = resource(json, "ServiceRequest");
    EXPECT_EQ(request["status"], "active");
    EXPECT_EQ(request["intent"], "proposal");
    EXPECT_TRUE(request["code"]["text"].is_string());
    EXPECT_EQ(request["subject"], reference(json, "Patient"));
    EXPECT_EQ(request["supportingInfo"], Json::array({reference(json, "QuestionnaireResponse")}));
    EXPECT_EQ(request["note"][0]["id"], "own-words");
    EXPECT_EQ(request["note"][0]["text"], filled().own_words.view());
    EXPECT_EQ(request["note"][1]["id"], "question-1");
    EXPECT_EQ(request["note"][2]["text"], "What are the known side effects?");
}

TEST(Bundle, task_is_requested_and_says_the_best_time) {
    const Json json = bundle(), task = resource(json, "Task");
    EXPECT_EQ(task["status"], "requested");
    EXPECT_EQ(task["intent"], "proposal");
    EXPECT_EQ(task["focus"], reference(json, "ServiceRequest"));
    EXPECT_EQ(task["for"], reference(json, "Patient"));
    EXPECT_EQ(task["input"][0]["type"]["text"], "Best time to call");
    EXPECT_EQ(task["input"][0]["valueString"], "afternoon");
}

TEST(Bundle, response_keeps_its_items_and_gains_its_subject) {
    const Json json = bundle(), response = resource(json, "QuestionnaireResponse");
    EXPECT_EQ(response["status"], "completed");
    EXPECT_EQ(response["item"].size(), 3U);
    EXPECT_EQ(response["subject"], reference(json, "Patient"));
}

TEST(Bundle, nothing_goes_along_that_was_not_agreed) {
    ContactForm form = filled();
    form.send_answers = form.send_questions = false;
    const std::string text = bundle_of(form, context()).dump();
    EXPECT_EQ(text.find("QuestionnaireResponse"), std::string::npos);
    EXPECT_EQ(text.find("35-44"), std::string::npos);
    EXPECT_EQ(text.find("exact method"), std::string::npos);
    EXPECT_EQ(text.find("prp"), std::string::npos);
    EXPECT_NE(text.find("quote"), std::string::npos);
}

TEST(Bundle, what_was_left_empty_is_absent) {
    ContactForm form = filled();
    form.email.clear();
    form.own_words.assign("  ");
    form.best_time = BestTime::unsaid;
    form.language.clear();
    form.send_questions = form.send_topics = false;
    RequestContext with = context();
    with.findings.clear();
    const Json json = bundle_of(form, with);
    EXPECT_EQ(resource(json, "Patient")["telecom"].size(), 1U);
    EXPECT_FALSE(resource(json, "Patient").contains("communication"));
    EXPECT_FALSE(resource(json, "ServiceRequest").contains("note"));
    EXPECT_FALSE(resource(json, "Task").contains("input"));
}

TEST(Bundle, demonstration_labels_every_resource_as_test_data) {
    RequestContext with = context();
    with.demonstration = true;
    const Json json = bundle_of(filled(), with);
    ASSERT_EQ(json["entry"].size(), 5U);
    for (const auto& entry : json["entry"])
        EXPECT_EQ(entry["resource"]["meta"]["security"][0]["code"], "HTEST");
}

TEST(Bundle, same_request_twice_gives_the_same_bytes) {
    EXPECT_EQ(to_bundle(filled(), context())->view(), to_bundle(filled(), context())->view());
    RequestContext other = context();
    other.request_id = new_request_id();
    EXPECT_NE(entry(bundle(), "Patient")["fullUrl"],
              entry(bundle_of(filled(), other), "Patient")["fullUrl"]);
}

TEST(Bundle, wrong_utf8_is_replaced_everywhere) {
    ContactForm form = filled();
    form.first_name.assign("El\xFFif");
    form.own_words.assign("\xED\xA0\x80");
    RequestContext with = context();
    with.questions = {"\xC3"};
    const Json json = bundle_of(form, with);
    EXPECT_EQ(resource(json, "Patient")["name"][0]["given"][0], "El\uFFFDif");
    EXPECT_EQ(resource(json, "ServiceRequest")["note"][1]["text"], "\uFFFD");
}

TEST(Bundle, incomplete_form_is_refused) {
    ContactForm form = filled();
    form.agreed = false;
    EXPECT_EQ(to_bundle(form, context()).error().kind, base::FaultKind::wrong_format);
}

TEST(Bundle, response_that_is_none_is_refused_without_repeating_it) {
    for (const char* text :
         {"{", "[]", "\"x\"", R"({"resourceType":"Patient"})", R"({"resourceType":7})", "\xFF"}) {
        RequestContext with = context();
        with.response_json = text;
        const auto bundle = to_bundle(filled(), with);
        ASSERT_FALSE(bundle) << text;
        EXPECT_EQ(bundle.error().kind, base::FaultKind::wrong_format);
    }
}

TEST(OpenedRequest, reads_back_what_was_filled_in) {
    const auto opened = read_bundle(to_bundle(filled(), context())->view());
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->id, kId);
    EXPECT_EQ(opened->authored, "2026-11-22T12:40:00Z");
    EXPECT_EQ(opened->first_name, "Elif");
    EXPECT_EQ(opened->phone, "+90 532 415 50 00");
    EXPECT_EQ(opened->email, "elif@example.org");
    EXPECT_EQ(opened->language, "tr");
    EXPECT_EQ(opened->own_words, filled().own_words.view());
    EXPECT_EQ(opened->best_time, BestTime::afternoon);
    EXPECT_EQ(opened->questions, context().questions);
    EXPECT_EQ(opened->consent_text, "Klinik beni arayabilir.");
    EXPECT_EQ(opened->consent_version, "2026-1");
    EXPECT_FALSE(opened->demonstration);
}

TEST(OpenedRequest, reads_answers_of_every_kind_in_order) {
    const auto opened = read_bundle(to_bundle(filled(), context())->view());
    ASSERT_TRUE(opened);
    ASSERT_EQ(opened->answers.size(), 4U);
    EXPECT_EQ(opened->answers[0].question, "Age");
    EXPECT_EQ(opened->answers[0].values.at(0).words, "35–44");
    EXPECT_EQ(opened->answers[1].values.at(0).yes, true);
    EXPECT_EQ(opened->answers[2].values.at(0).words, "3");
    EXPECT_EQ(opened->answers[3].question, "Pregnant");
    EXPECT_TRUE(opened->answers[3].declined);
}

TEST(OpenedRequest, tells_repetitions_of_a_group_apart) {
    const auto text = [](const std::string& id, const std::string& words,
                         const std::string& value) {
        return R"({"linkId":")" + id + R"(","text":")" + words + R"(","answer":[{"valueString":")" +
               value + R"("}]})";
    };
    const auto medicine = [](const std::string& items) {
        return R"({"linkId":"m","text":"Medicines","item":[)" + items + "]}";
    };
    RequestContext with = context();
    with.response_json =
        R"({"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"urn:x","item":[)" +
        text("a", "Age", "40") + "," +
        medicine(text("w", "Which?", "Minoxidil") + R"(,{"linkId":"d","item":[)" +
                 text("t", "When?", "8") + R"(]},{"linkId":"d","item":[)" +
                 text("t", "When?", "20") + "]}") +
        "," + medicine(text("w", "Which?", "Finasteride")) +
        R"(,{"linkId":"o","text":"Only","item":[)" + text("l", "Last", "x") + "]}]}";
    const auto opened = read_bundle(to_bundle(filled(), with)->view());
    ASSERT_TRUE(opened);
    std::vector<std::string> told;
    for (const auto& answer : opened->answers)
        told.push_back(whole_question(answer).text + " = " + answer.values.at(0).words.text);
    EXPECT_EQ(told, (std::vector<std::string>{"Age = 40", "Medicines 1/2: Which? = Minoxidil",
                                              "Medicines 1/2, d 1/2: When? = 8",
                                              "Medicines 1/2, d 2/2: When? = 20",
                                              "Medicines 2/2: Which? = Finasteride", "Last = x"}));
}

TEST(Bundle, reasons_are_the_result_and_its_findings_by_level_and_id) {
    const Json reasons = resource(bundle(), "ServiceRequest")["reasonCode"];
    ASSERT_EQ(reasons.size(), 3U);
    EXPECT_EQ(reasons[0]["coding"][0]["code"], "urgent");
    EXPECT_EQ(reasons[1]["coding"][0]["code"], "tell-the-doctor");
    EXPECT_EQ(reasons[1]["coding"][1]["code"], "thinner");
    EXPECT_EQ(reasons[1]["text"], "Takes a blood thinner");
}

TEST(Bundle, red_flag_is_urgent_for_any_work_list_and_nothing_else_is) {
    const Json flagged = bundle();
    for (const char* type : {"ServiceRequest", "Task"})
        EXPECT_EQ(resource(flagged, type)["priority"], "urgent") << type;
    RequestContext with = context();
    with.level = "tell-the-doctor";
    const Json calm = bundle_of(filled(), with);
    for (const char* type : {"ServiceRequest", "Task"})
        EXPECT_FALSE(resource(calm, type).contains("priority")) << type;
}

TEST(Bundle, empty_words_of_a_pack_leave_no_empty_strings) {
    RequestContext with = context();
    with.topics = {"", "PRP"};
    with.findings[0].title = " ";
    const Json json = bundle_of(filled(), with);
    EXPECT_EQ(json.dump().find("\"\""), std::string::npos);
    EXPECT_EQ(read_bundle(json.dump())->topics, std::vector<StaffText>{"PRP"});
}

TEST(Bundle, progress_of_the_desk_is_the_tasks_status_in_both_words) {
    const std::vector<std::pair<Progress, std::string>> all = {{Progress::fresh, "requested"},
                                                               {Progress::called, "in-progress"},
                                                               {Progress::booked, "accepted"},
                                                               {Progress::closed, "completed"}};
    for (const auto& [progress, status] : all) {
        auto json = fhir::Json::parse(to_bundle(filled(), context())->view());
        fhir::set_progress(json, progress);
        const Json task = resource(Json::parse(json.dump()), "Task");
        EXPECT_EQ(task["status"], status);
        EXPECT_EQ(task["businessStatus"]["text"], name_of(progress));
    }
}

TEST(Bundle, result_goes_along_with_the_answers_alone) {
    ContactForm form = filled();
    form.send_answers = form.send_topics = false;
    const std::string text = bundle_of(form, context()).dump();
    for (const char* word : {"urgent", "blood thinner", "Since: this week", "PRP, and"})
        EXPECT_EQ(text.find(word), std::string::npos) << word;
}

TEST(OpenedRequest, reads_findings_with_their_reasons_red_flags_first_and_topics) {
    const auto opened = read_bundle(bundle().dump());
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->level, "urgent");
    ASSERT_EQ(opened->findings.size(), 2U);
    EXPECT_EQ(opened->findings[0].id, "sudden");
    EXPECT_EQ(opened->findings[0].because,
              (std::vector<StaffText>{"Since: this week", "Patches: Yes"}));
    EXPECT_EQ(opened->findings[1].level, "tell-the-doctor");
    EXPECT_EQ(opened->findings[1].because, std::vector<StaffText>{"Blood thinners: Yes"});
    EXPECT_EQ(opened->topics, std::vector<StaffText>{"PRP, and how it differs"});
}

TEST(OpenedRequest, words_for_staff_come_with_those_that_the_person_read) {
    RequestContext with = context();
    with.questions = {{"What does it cost?", "Ne kadar tutar?"}, "Which exact method do you use?"};
    with.topics = {{"PRP", "PRP nedir"}};
    with.findings = {{"urgent", "sudden", {"Sudden loss", "Ani dökülme"}, {{"A: b", "C: d"}}}};
    const Json sent = bundle_of(filled(), with);
    const auto opened = read_bundle(sent.dump());
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->questions, with.questions);
    EXPECT_EQ(opened->topics, with.topics);
    EXPECT_EQ(opened->findings.at(0).title, with.findings[0].title);
    EXPECT_EQ(opened->findings.at(0).because, with.findings[0].because);
    const Json reason = resource(sent, "ServiceRequest")["reasonCode"][1];
    EXPECT_EQ(reason["text"], "Sudden loss");
    const Json translation = reason["_text"]["extension"][0];
    EXPECT_EQ(translation["url"], "http://hl7.org/fhir/StructureDefinition/translation");
    EXPECT_EQ(translation["extension"][0]["valueCode"], "tr");
    EXPECT_EQ(translation["extension"][1]["valueString"], "Ani dökülme");
}

TEST(OpenedRequest, answer_keeps_what_tells_it_apart_in_any_language) {
    const auto opened = read_bundle(bundle().dump());
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->questionnaire, "urn:q");
    EXPECT_EQ(opened->answers.at(0).link_id, "age");
    EXPECT_EQ(opened->answers.at(0).values.at(0).code, "35-44");
    EXPECT_EQ(opened->answers.at(1).link_id, "thin");
    EXPECT_EQ(opened->answers.at(1).values.at(0).yes, true);
}

TEST(OpenedRequest, what_is_no_request_is_wrong_format) {
    for (const char* text : {"", "null", "{}", "[1,2]", R"({"resourceType":"Bundle"})",
                             R"({"resourceType":"Bundle","entry":7})"})
        EXPECT_EQ(read_bundle(text).error().kind, base::FaultKind::wrong_format) << text;
}

TEST(OpenedRequest, members_of_wrong_types_are_left_out) {
    const auto opened = read_bundle(R"({"resourceType":"Bundle","timestamp":3,"identifier":[],
        "entry":[1,{"resource":{"resourceType":"Patient","name":{"given":"x"},"telecom":[3,{"system":4}],
        "communication":"tr"}},{"resource":{"resourceType":"ServiceRequest","note":[null,{"id":1}]}},
        {"resource":{"resourceType":"QuestionnaireResponse","item":[{"answer":[1,{"valueX":{}}]}]}},
        {"resource":{"resourceType":"Consent","sourceAttachment":{"data":"***"}}}]})");
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->first_name.empty() && opened->phone.empty() && opened->answers.empty());
}

TEST(RequestId, is_a_random_version_4_uuid) {
    const std::string id = new_request_id();
    ASSERT_EQ(id.size(), 36U);
    EXPECT_EQ(id[14], '4');
    EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos);
    for (const std::size_t at : {8U, 13U, 18U, 23U}) EXPECT_EQ(id[at], '-');
    EXPECT_NE(new_request_id(), id);
}

}  // namespace candor::consult
