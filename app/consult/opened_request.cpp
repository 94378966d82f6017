#include "consult/opened_request.h"

#include <sodium.h>

#include <algorithm>
#include <map>

#include "consult/fhir.h"
#include "consult/instant.h"

namespace candor::consult {
namespace {

using fhir::Json;

constexpr std::string_view kUrn = "urn:uuid:";
constexpr const char* kTranslation = "http://hl7.org/fhir/StructureDefinition/translation";
constexpr const char* kAbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

const Json& nothing() {
    static const Json kNothing;
    return kNothing;
}

/// The member, or null: whatever it is asked of.
const Json& member(const Json& json, const char* name) {
    if (!json.is_object()) return nothing();
    const auto found = json.find(name);
    return found == json.end() ? nothing() : *found;
}

const Json& first(const Json& list) {
    return list.is_array() && !list.empty() ? list.front() : nothing();
}

std::string text_of(const Json& json) {
    return json.is_string() ? json.get_ref<const std::string&>() : std::string();
}

std::string text_of(const Json& json, const char* name) { return text_of(member(json, name)); }

const Json& resource(const Json& bundle, const char* type) {
    for (const auto& entry : member(bundle, "entry")) {
        const Json& found = member(entry, "resource");
        if (text_of(found, "resourceType") == type) return found;
    }
    return nothing();
}

std::string without_urn(const std::string& urn) {
    return urn.starts_with(kUrn) ? urn.substr(kUrn.size()) : urn;
}

bool is_declined(const Json& json) {
    for (const auto& extension : member(json, "extension"))
        if (text_of(extension, "url") == kAbsentReason &&
            text_of(extension, "valueCode") == "asked-declined")
            return true;
    if (!json.is_object()) return false;
    // FHIR JSON keeps the extensions of a primitive `valueX` in a sibling `_valueX`.
    for (const auto& [name, child] : json.items())
        if (name.starts_with("_value") && is_declined(child)) return true;
    return false;
}

/// The words of an extension with that url; empty: it has none.
std::string words_in(const Json& holder, std::string_view url) {
    for (const auto& extension : member(holder, "extension"))
        if (text_of(extension, "url") == url) return text_of(extension, "valueString");
    return {};
}

/// A text as the person read it: where its own words tell an answer from others, those of their
/// language stand beside it.
std::string read_text(const Json& json, const char* name) {
    const Json& beside = member(json, (std::string("_") + name).c_str());
    for (const auto& extension : member(beside, "extension"))
        if (text_of(extension, "url") == kTranslation)
            if (auto words = words_in(extension, "content"); !words.empty()) return words;
    return text_of(json, name);
}

std::string coding_text(const Json& coding) {
    const std::string display = read_text(coding, "display");
    return display.empty() ? text_of(coding, "code") : display;
}

std::string quantity_text(const Json& quantity) {
    const Json& value = member(quantity, "value");
    if (!value.is_number()) return {};
    std::string unit = text_of(quantity, "unit");
    if (unit.empty()) unit = text_of(quantity, "code");
    return text_of(quantity, "comparator") + value.dump() + (unit.empty() ? "" : " " + unit);
}

/// The text of an answer[x]; empty when it has none.
std::string value_text(const Json& answer) {
    if (!answer.is_object()) return {};
    for (const auto& [name, value] : answer.items()) {
        if (!name.starts_with("value")) continue;
        if (name == "valueCoding") return coding_text(value);
        if (name == "valueQuantity") return quantity_text(value);
        if (value.is_boolean()) return value.get<bool>() ? "Yes" : "No";
        if (name == "valueString") return read_text(answer, "valueString");
        if (value.is_string()) return text_of(value);
        if (value.is_number()) return value.dump();
    }
    return {};
}

/// What was asked; the linkId where the response does not say.
std::string asked(const Json& item) {
    const std::string text = text_of(item, "text");
    return text.empty() ? text_of(item, "linkId") : text;
}

/// Items one after the other, with what is inside them.
class AnswerReader {
  public:
    explicit AnswerReader(std::vector<OpenedAnswer>& answers) : answers_(answers) {}

    /// `where` names the repetitions around them: "Medicines 2/3".
    void read(const Json& items, const std::string& where) {
        std::map<std::string, int> count, number;
        for (const auto& item : items) ++count[text_of(item, "linkId")];
        for (const auto& item : items) {
            const std::string link_id = text_of(item, "linkId");
            std::string inside = where;
            if (count[link_id] > 1 && member(item, "answer").is_null())
                inside += (where.empty() ? "" : ", ") + asked(item) + " " +
                          std::to_string(++number[link_id]) + "/" + std::to_string(count[link_id]);
            read_item(item, inside);
        }
    }

  private:
    void read_item(const Json& item, const std::string& where) {
        OpenedAnswer answer;
        answer.question = (where.empty() ? "" : where + ": ") + asked(item);
        answer.declined = is_declined(item);
        for (const auto& value : member(item, "answer")) {
            answer.declined = answer.declined || is_declined(value);
            if (auto text = value_text(value); !text.empty())
                answer.values.push_back(std::move(text));
        }
        if (answer.declined || !answer.values.empty()) answers_.push_back(std::move(answer));
        read(member(item, "item"), where);
        for (const auto& value : member(item, "answer")) read(member(value, "item"), where);
    }

    std::vector<OpenedAnswer>& answers_;
};

void read_patient(const Json& patient, OpenedRequest& out) {
    out.first_name = text_of(first(member(first(member(patient, "name")), "given")));
    for (const auto& contact : member(patient, "telecom")) {
        const std::string system = text_of(contact, "system");
        if (system == "phone") out.phone = text_of(contact, "value");
        if (system == "email") out.email = text_of(contact, "value");
    }
    const Json& language = member(first(member(patient, "communication")), "language");
    out.language = text_of(first(member(language, "coding")), "code");
    for (const auto& label : member(member(patient, "meta"), "security"))
        if (text_of(label, "code") == fhir::kTestData) out.demonstration = true;
}

void read_notes(const Json& notes, OpenedRequest& out) {
    for (const auto& note : notes) {
        const std::string id = text_of(note, "id");
        if (id == fhir::kOwnWordsId) out.own_words = text_of(note, "text");
        if (id.starts_with(fhir::kQuestionId)) out.questions.push_back(text_of(note, "text"));
    }
}

void read_consent(const Json& consent, OpenedRequest& out) {
    const Json& source = member(consent, "sourceAttachment");
    out.consent_version = text_of(member(consent, "policyRule"), "text");
    const std::string data = text_of(source, "data");
    std::string text(data.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(text.data()), text.size(), data.data(),
                          data.size(), nullptr, &length, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        length = 0;
    text.resize(length);
    out.consent_text = std::move(text);
}

/// The code of a concept in one system; empty: none.
std::string code_in(const Json& concept_json, std::string_view system) {
    for (const auto& coding : member(concept_json, "coding"))
        if (text_of(coding, "system") == system) return text_of(coding, "code");
    return {};
}

/// The notes "because-N-…" of one finding.
std::vector<std::string> reasons_of(const Json& notes, std::size_t finding) {
    const std::string prefix = fhir::kBecauseId + std::to_string(finding) + "-";
    std::vector<std::string> reasons;
    for (const auto& note : notes)
        if (text_of(note, "id").starts_with(prefix)) reasons.push_back(text_of(note, "text"));
    return reasons;
}

void read_reasons(const Json& request, OpenedRequest& out) {
    for (const auto& reason : member(request, "reasonCode")) {
        std::string level = code_in(reason, fhir::kLevelSystem);
        std::string id = code_in(reason, fhir::kFindingSystem);
        if (id.empty())
            out.level = std::move(level);
        else
            out.findings.push_back({std::move(level), std::move(id), text_of(reason, "text"),
                                    reasons_of(member(request, "note"), out.findings.size() + 1)});
    }
    std::stable_partition(out.findings.begin(), out.findings.end(),
                          [](const auto& finding) { return finding.level == fhir::kUrgentLevel; });
}

void read_topics(const Json& task, OpenedRequest& out) {
    for (const auto& input : member(task, "input"))
        if (text_of(input, "id").starts_with(fhir::kTopicId))
            out.topics.push_back(text_of(input, "valueString"));
}

BestTime best_time(const Json& task) {
    for (const auto& input : member(task, "input")) {
        if (text_of(input, "id") != fhir::kBestTimeId) continue;
        for (const auto time : {BestTime::morning, BestTime::afternoon, BestTime::evening})
            if (text_of(input, "valueString") == name_of(time)) return time;
    }
    return BestTime::unsaid;
}

}  // namespace

OpenedRequest::~OpenedRequest() {
    for (auto* text : {&first_name, &phone, &email, &own_words}) base::wipe(*text);
    for (auto& question : questions) base::wipe(question);
    for (auto& answer : answers)
        for (auto& value : answer.values) base::wipe(value);
    for (auto& finding : findings)
        for (auto& reason : finding.because) base::wipe(reason);
}

bool belongs_to(const OpenedRequest& request, const QueuedRequest& row) {
    return request.id == row.id &&
           (row.created == hour_of(request.authored) || row.created == request.authored);
}

base::Result<OpenedRequest> read_bundle(std::string_view bundle) {
    const auto parsed = fhir::parse(bundle, "request");
    if (!parsed) return tl::unexpected(parsed.error());
    const Json& json = **parsed;
    if (text_of(json, "resourceType") != "Bundle" || resource(json, "Patient").is_null() ||
        resource(json, "ServiceRequest").is_null())
        return base::fail(base::FaultKind::wrong_format, "request",
                          "not a Bundle with a Patient and a ServiceRequest");
    OpenedRequest out;
    out.id = without_urn(text_of(member(json, "identifier"), "value"));
    out.authored = text_of(json, "timestamp");
    read_patient(resource(json, "Patient"), out);
    read_notes(member(resource(json, "ServiceRequest"), "note"), out);
    read_reasons(resource(json, "ServiceRequest"), out);
    read_topics(resource(json, "Task"), out);
    AnswerReader(out.answers).read(member(resource(json, "QuestionnaireResponse"), "item"), {});
    read_consent(resource(json, "Consent"), out);
    out.best_time = best_time(resource(json, "Task"));
    return out;
}

}  // namespace candor::consult
