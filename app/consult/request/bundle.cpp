#include <sodium.h>

#include "consult/keys/key_text.h"
#include "consult/request/fhir.h"
#include "consult/request/opened_request.h"
#include "consult/request/plain_text.h"
#include "consult/request/request.h"
#include "consult/request/uuid.h"

// Element names, codes and required elements: https://hl7.org/fhir/R4/ (bundle, patient, consent,
// servicerequest, task, questionnaireresponse).

namespace candor::consult {
namespace {

using fhir::Json;

class Draft {
  public:
    Draft(const ContactForm& form, const RequestContext& context, Json response)
        : form_(form), context_(context), response_(std::move(response)) {}

    fhir::WipedJson bundle();

  private:
    std::string urn(const char* type) const;
    Json reference(const char* type) const { return {{"reference", urn(type)}}; }
    Json resource(const char* type) const;
    Json entry(Json resource) const;
    bool has_response() const { return form_.send_answers && !(*response_).is_null(); }

    Json patient() const;
    Json telecom() const;
    Json questionnaire_response() const;
    Json consent() const;
    Json provision() const;
    Json service_request() const;
    bool is_urgent() const { return has_response() && context_.level == fhir::kUrgentLevel; }
    Json reasons() const;
    Json notes() const;
    void put(Json& holder, const char* name, const StaffText& words) const;
    Json task() const;
    Json inputs() const;
    Json input_of(const RequestValue& value, std::size_t number) const;

    const ContactForm& form_;
    const RequestContext& context_;
    fhir::WipedJson response_;
};

Json coding(const char* system, std::string code) {
    return {{"system", system}, {"code", std::move(code)}};
}

Json concept_of(Json one_coding) {
    Json concept_json;
    concept_json["coding"] = Json::array({std::move(one_coding)});
    return concept_json;
}

std::string Draft::urn(const char* type) const {
    return "urn:uuid:" + derived_uuid(context_.request_id, type);
}

Json Draft::resource(const char* type) const {
    Json json = {{"resourceType", type}};
    if (context_.demonstration)
        json["meta"]["security"] = Json::array({coding(fhir::kActReason, fhir::kTestData)});
    const Json identifier = {{"system", fhir::kUriSystem}, {"value", urn(type)}};
    // R4 gives a response one identifier, everything else a list.
    const bool one = std::string_view(type) == "QuestionnaireResponse";
    json["identifier"] = one ? identifier : Json::array({identifier});
    return json;
}

Json Draft::entry(Json resource) const {
    const auto type = resource["resourceType"].get<std::string>();
    Json request = {{"method", "POST"}, {"url", type}};
    request["ifNoneExist"] =
        "identifier=" + std::string(fhir::kUriSystem) + "|" + urn(type.c_str());
    Json json = {{"fullUrl", urn(type.c_str())}};
    json["resource"] = std::move(resource);
    json["request"] = std::move(request);
    return json;
}

Json Draft::telecom() const {
    Json list = Json::array();
    const auto add = [&list](const char* system, std::string value) {
        if (!value.empty()) list.push_back({{"system", system}, {"value", std::move(value)}});
    };
    add("phone", dialable(form_.phone.view()));
    add("email", plain_text(form_.email.view()));
    return list;
}

Json Draft::patient() const {
    Json json = resource("Patient");
    Json name = {{"use", "usual"}};
    name["given"] = Json::array({plain_text(form_.first_name.view())});
    json["name"] = Json::array({std::move(name)});
    json["telecom"] = telecom();
    if (form_.language.empty()) return json;
    Json communication;
    communication["language"] = concept_of(coding(fhir::kLanguageSystem, form_.language));
    communication["preferred"] = true;
    json["communication"] = Json::array({std::move(communication)});
    return json;
}

Json Draft::questionnaire_response() const {
    Json json = *response_;
    json.update(resource("QuestionnaireResponse"));
    json["subject"] = reference("Patient");
    json["source"] = reference("Patient");
    return json;
}

Json Draft::provision() const {
    Json data = Json::array();
    const auto add = [&](const char* type) {
        data.push_back({{"meaning", "instance"}, {"reference", reference(type)}});
    };
    add("Patient");
    add("ServiceRequest");
    if (has_response()) add("QuestionnaireResponse");
    Json json = {{"type", "permit"}};
    json["purpose"] = Json::array({coding(fhir::kActReason, "PATRQT")});
    json["data"] = std::move(data);
    return json;
}

Json Draft::consent() const {
    Json json = resource("Consent");
    json["status"] = "active";
    json["scope"] =
        concept_of(coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"));
    json["category"] = Json::array({concept_of(coding("http://loinc.org", "59284-0"))});
    json["patient"] = reference("Patient");
    json["dateTime"] = context_.authored;
    json["performer"] = Json::array({reference("Patient")});
    const std::string text = plain_text(context_.consent_text);
    Json source = {{"contentType", "text/plain; charset=UTF-8"}};
    if (!form_.language.empty()) source["language"] = form_.language;
    source["data"] = to_base64({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    if (!context_.consent_version.empty()) source["title"] = context_.consent_version;
    if (!text.empty()) json["sourceAttachment"] = std::move(source);
    // Constraint ppc-1: a policy or a policyRule. Its text names the version that the person read.
    json["policyRule"] =
        concept_of(coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "OPTIN"));
    if (!context_.consent_version.empty()) json["policyRule"]["text"] = context_.consent_version;
    json["provision"] = provision();
    return json;
}

/// The words for staff, with what the person read beside them. R4 has no empty strings.
void Draft::put(Json& holder, const char* name, const StaffText& words) const {
    std::string text = plain_text(words.text), original = plain_text(words.original);
    if (text.empty()) text.swap(original);
    if (text.empty()) return;
    holder[name] = std::move(text);
    if (original.empty()) return;
    Json parts = Json::array();
    if (!form_.language.empty()) parts.push_back({{"url", "lang"}, {"valueCode", form_.language}});
    parts.push_back({{"url", "content"}, {"valueString", std::move(original)}});
    Json translation = {{"url", fhir::kTranslation}};
    translation["extension"] = std::move(parts);
    holder[std::string("_") + name]["extension"] = Json::array({std::move(translation)});
}

Json Draft::reasons() const {
    Json list = Json::array();
    if (!has_response() || context_.level.empty()) return list;
    list.push_back(concept_of(coding(fhir::kLevelSystem, context_.level)));
    for (const auto& finding : context_.findings) {
        Json reason = concept_of(coding(fhir::kLevelSystem, finding.level));
        reason["coding"].push_back(coding(fhir::kFindingSystem, finding.id));
        put(reason, "text", finding.title);
        list.push_back(std::move(reason));
    }
    return list;
}

Json Draft::notes() const {
    Json list = Json::array();
    const auto add = [&](std::string id, const StaffText& words) {
        Json note = {{"id", std::move(id)}};
        note["authorReference"] = reference("Patient");
        note["time"] = context_.authored;
        put(note, "text", words);
        if (note.contains("text")) list.push_back(std::move(note));
    };
    add(fhir::kOwnWordsId, std::string(form_.own_words.view()));
    if (form_.send_questions)
        for (std::size_t i = 0; i < context_.questions.size(); ++i)
            add(fhir::kQuestionId + std::to_string(i + 1), context_.questions[i]);
    if (!has_response()) return list;
    for (std::size_t i = 0; i < context_.findings.size(); ++i)
        for (std::size_t k = 0; k < context_.findings[i].because.size(); ++k)
            add(fhir::kBecauseId + std::to_string(i + 1) + "-" + std::to_string(k + 1),
                context_.findings[i].because[k]);
    return list;
}

Json Draft::service_request() const {
    Json json = resource("ServiceRequest");
    json["status"] = "active";
    json["intent"] = "proposal";
    // So that any system's work list puts it first, without knowing our levels.
    if (is_urgent()) json["priority"] = "urgent";
    json["code"]["text"] = "Talk with a clinician about thinning hair";
    json["subject"] = reference("Patient");
    json["authoredOn"] = context_.authored;
    json["requester"] = reference("Patient");
    if (has_response()) json["supportingInfo"] = Json::array({reference("QuestionnaireResponse")});
    if (Json list = reasons(); !list.empty()) json["reasonCode"] = std::move(list);
    if (Json list = notes(); !list.empty()) json["note"] = std::move(list);
    return json;
}

Json Draft::task() const {
    Json json = resource("Task");
    json["status"] = "requested";
    json["intent"] = "proposal";
    if (is_urgent()) json["priority"] = "urgent";
    json["code"] = concept_of(coding("http://hl7.org/fhir/CodeSystem/task-code", "fulfill"));
    json["description"] = "Contact the person and offer a talk with a clinician";
    json["focus"] = reference("ServiceRequest");
    json["for"] = reference("Patient");
    json["authoredOn"] = context_.authored;
    json["lastModified"] = context_.authored;
    json["requester"] = reference("Patient");
    if (Json list = inputs(); !list.empty()) json["input"] = std::move(list);
    return json;
}

Json Draft::input_of(const RequestValue& value, std::size_t number) const {
    Json input = {{"id", fhir::kValueId + std::to_string(number)}};
    input["type"]["text"] = fhir::kValueType;
    Json& concept_json = input["valueCodeableConcept"];
    concept_json["coding"] = Json::array(
        {coding(fhir::kValueSystem, value.id), coding(fhir::kImportanceSystem, value.importance)});
    put(concept_json, "text", value.title);
    return input;
}

Json Draft::inputs() const {
    Json list = Json::array();
    const auto add = [&](std::string id, const char* type, const StaffText& value) {
        Json input = {{"id", std::move(id)}};
        input["type"]["text"] = type;
        put(input, "valueString", value);
        if (input.contains("valueString")) list.push_back(std::move(input));
    };
    if (form_.best_time != BestTime::unsaid)
        add(fhir::kBestTimeId, "Best time to call", name_of(form_.best_time));
    for (std::size_t i = 0; form_.send_topics && i < context_.topics.size(); ++i)
        add(fhir::kTopicId + std::to_string(i + 1), "Topic read", context_.topics[i]);
    for (std::size_t i = 0; form_.send_values && i < context_.values.size(); ++i)
        list.push_back(input_of(context_.values[i], i + 1));
    return list;
}

fhir::WipedJson Draft::bundle() {
    Json json = {{"resourceType", "Bundle"}};
    json["identifier"] = {{"system", fhir::kUriSystem},
                          {"value", "urn:uuid:" + context_.request_id}};
    json["type"] = "transaction";
    json["timestamp"] = context_.authored;
    auto& entries = json["entry"] = Json::array();
    entries.push_back(entry(patient()));
    if (has_response()) entries.push_back(entry(questionnaire_response()));
    entries.push_back(entry(consent()));
    entries.push_back(entry(service_request()));
    entries.push_back(entry(task()));
    return fhir::WipedJson(std::move(json));
}

/// JSON null when there is none.
base::Result<fhir::WipedJson> parse_response(const RequestContext& context) {
    if (context.response_json.empty()) return fhir::WipedJson();
    std::string text = plain_text(context.response_json);
    auto response = fhir::parse(text, "QuestionnaireResponse");
    base::wipe(text);
    if (!response) return response;
    if (fhir::text_of(**response, "resourceType") != "QuestionnaireResponse")
        return base::fail(base::FaultKind::wrong_format, "QuestionnaireResponse",
                          "another kind of resource");
    return response;
}

}  // namespace

base::Result<base::SecretString> to_bundle(const ContactForm& form, const RequestContext& context) {
    if (!check(form).empty())
        return base::fail(base::FaultKind::wrong_format, "contact form", "not complete");
    auto response = TRY(parse_response(context));
    Draft draft(form, context, *response);
    const auto bundle = draft.bundle();
    auto text = fhir::to_text(*bundle);
    // Nobody is told that it was sent before it is known that it can be read.
    TRY(read_bundle(text.view()));
    return text;
}

}  // namespace candor::consult
