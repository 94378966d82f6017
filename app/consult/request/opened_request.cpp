#include "consult/request/opened_request.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/base64.h"
#include "base/instant.h"
#include "consult/request/fhir.h"
#include "consult/request/plain_text.h"

namespace candor::consult {
namespace {

using fhir::first;
using fhir::Json;
using fhir::member;
using fhir::text_of;

constexpr std::string_view kUrn = "urn:uuid:";
constexpr const char* kAbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

// More than to_bundle() ever writes of a person's own, and more than a desk could show.
constexpr std::size_t kLongestWord = 2048, kLongestText = 32 * 1024, kMostLines = 10'000;

/// Everybody who has the public key could have sealed it: what is shown has no control characters.
std::string words(const Json& json) { return plain_text(text_of(json)); }

std::string words(const Json& json, const char* name) { return words(member(json, name)); }

const Json& resource(const Json& bundle, const char* type) {
    static const Json kNone;
    for (const auto& entry : member(bundle, "entry")) {
        const Json& found = member(entry, "resource");
        if (text_of(found, "resourceType") == type) return found;
    }
    return kNone;
}

std::string without_urn(std::string_view urn) {
    return std::string(urn.starts_with(kUrn) ? urn.substr(kUrn.size()) : urn);
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
        if (text_of(extension, "url") == url) return words(extension, "valueString");
    return {};
}

/// A text, and beside it what the person read.
StaffText read_text(const Json& json, const char* name) {
    const Json& beside = member(json, (std::string("_") + name).c_str());
    for (const auto& extension : member(beside, "extension"))
        if (text_of(extension, "url") == fhir::kTranslation)
            if (auto read = words_in(extension, "content"); !read.empty())
                return {words(json, name), read};
    return words(json, name);
}

OpenedValue read_coding(const Json& coding) {
    OpenedValue value{
        read_text(coding, "display"), words(coding, "system"), words(coding, "code"), {}};
    if (value.words.text.empty()) value.words.text = value.code;
    return value;
}

std::string quantity_text(const Json& quantity) {
    const Json& value = member(quantity, "value");
    if (!value.is_number()) return {};
    std::string unit = words(quantity, "unit");
    if (unit.empty()) unit = words(quantity, "code");
    return words(quantity, "comparator") + value.dump() + (unit.empty() ? "" : " " + unit);
}

/// An answer[x]; without words when it has none.
OpenedValue read_value(const Json& answer) {
    if (!answer.is_object()) return {};
    for (const auto& [name, value] : answer.items()) {
        if (!name.starts_with("value")) continue;
        if (name == "valueCoding") return read_coding(value);
        if (name == "valueQuantity") return {quantity_text(value), {}, {}, {}};
        if (value.is_boolean())
            return {value.get<bool>() ? "Yes" : "No", {}, {}, value.get<bool>()};
        if (name == "valueString") return {read_text(answer, "valueString"), {}, {}, {}};
        if (value.is_string()) return {words(value), {}, {}, {}};
        if (value.is_number()) return {value.dump(), {}, {}, {}};
    }
    return {};
}

/// What was asked; the linkId where the response does not say.
StaffText asked(const Json& item) {
    StaffText text = read_text(item, "text");
    if (text.text.empty()) text.text = words(item, "linkId");
    return text;
}

/// Items one after the other, with what is inside them. Ends where it becomes too much: what is
/// inside a group repeats the group's own words.
class AnswerReader {
  public:
    explicit AnswerReader(std::vector<OpenedAnswer>& answers) : answers_(answers) {}

    /// `within`: the repetitions around them. False: it is too much.
    bool read(const Json& items, const std::vector<OpenedRepetition>& within) {
        std::map<std::string_view, int> count, number;
        for (const auto& item : items) ++count[text_of(item, "linkId")];
        for (const auto& item : items) {
            const std::string_view link_id = text_of(item, "linkId");
            std::vector<OpenedRepetition> inside = within;
            if (count[link_id] > 1 && member(item, "answer").is_null())
                inside.push_back(
                    {words(item, "linkId"), asked(item), ++number[link_id], count[link_id]});
            if (!read_item(item, inside)) return false;
        }
        return true;
    }

  private:
    bool read_item(const Json& item, const std::vector<OpenedRepetition>& within) {
        OpenedAnswer answer{words(item, "linkId"), asked(item), within, {}, false};
        answer.declined = is_declined(item);
        for (const auto& value : member(item, "answer")) {
            answer.declined = answer.declined || is_declined(value);
            if (auto one = read_value(value); !one.words.text.empty())
                answer.values.push_back(std::move(one));
        }
        const StaffText question = whole_question(answer);
        bytes_ += question.text.size() + question.original.size();
        if (bytes_ > kMostBytes) return false;
        if (answer.declined || !answer.values.empty()) answers_.push_back(std::move(answer));
        if (!read(member(item, "item"), within)) return false;
        for (const auto& value : member(item, "answer"))
            if (!read(member(value, "item"), within)) return false;
        return true;
    }

    static constexpr std::size_t kMostBytes = 4 * fhir::kMaxJsonBytes;
    std::vector<OpenedAnswer>& answers_;
    std::size_t bytes_ = 0;
};

void read_patient(const Json& patient, OpenedRequest& out) {
    out.first_name = words(first(member(first(member(patient, "name")), "given")));
    for (const auto& contact : member(patient, "telecom")) {
        const std::string_view system = text_of(contact, "system");
        if (system == "phone") out.phone = words(contact, "value");
        if (system == "email") out.email = words(contact, "value");
    }
    const Json& language = member(first(member(patient, "communication")), "language");
    out.language = words(first(member(language, "coding")), "code");
    for (const auto& label : member(member(patient, "meta"), "security"))
        if (text_of(label, "code") == fhir::kTestData) out.demonstration = true;
}

void read_notes(const Json& notes, OpenedRequest& out) {
    for (const auto& note : notes) {
        const std::string_view id = text_of(note, "id");
        if (id == fhir::kOwnWordsId) out.own_words = words(note, "text");
        if (id.starts_with(fhir::kQuestionId)) out.questions.push_back(read_text(note, "text"));
    }
}

void read_consent(const Json& consent, OpenedRequest& out) {
    const Json& source = member(consent, "sourceAttachment");
    out.consent_version = words(member(consent, "policyRule"), "text");
    out.consent_text = plain_text(base::from_base64(text_of(source, "data")).value_or(""));
}

/// The code of a concept in one system; empty: none.
std::string code_in(const Json& concept_json, std::string_view system) {
    for (const auto& coding : member(concept_json, "coding"))
        if (text_of(coding, "system") == system) return words(coding, "code");
    return {};
}

/// The finding N of a note "because-N-…"; 0: another note.
std::size_t finding_of(std::string_view note_id) {
    if (!note_id.starts_with(fhir::kBecauseId)) return 0;
    note_id.remove_prefix(std::string_view(fhir::kBecauseId).size());
    std::size_t finding = 0;
    const auto read = std::from_chars(note_id.data(), note_id.data() + note_id.size(), finding, 10);
    return read.ec == std::errc{} ? finding : 0;
}

void read_reasons(const Json& request, OpenedRequest& out) {
    for (const auto& reason : member(request, "reasonCode")) {
        std::string level = code_in(reason, fhir::kLevelSystem);
        std::string id = code_in(reason, fhir::kFindingSystem);
        if (id.empty())
            out.level = std::move(level);
        else
            out.findings.push_back(
                {std::move(level), std::move(id), read_text(reason, "text"), {}});
    }
    for (const auto& note : member(request, "note")) {
        const std::size_t finding = finding_of(text_of(note, "id"));
        if (finding > 0 && finding <= out.findings.size())
            out.findings[finding - 1].because.push_back(read_text(note, "text"));
    }
    std::stable_partition(out.findings.begin(), out.findings.end(),
                          [](const auto& finding) { return finding.level == fhir::kUrgentLevel; });
}

void read_topics(const Json& task, OpenedRequest& out) {
    for (const auto& input : member(task, "input"))
        if (text_of(input, "id").starts_with(fhir::kTopicId))
            out.topics.push_back(read_text(input, "valueString"));
}

void read_values(const Json& task, OpenedRequest& out) {
    for (const auto& input : member(task, "input")) {
        if (!text_of(input, "id").starts_with(fhir::kValueId)) continue;
        const Json& value = member(input, "valueCodeableConcept");
        out.values.push_back({code_in(value, fhir::kValueSystem),
                              code_in(value, fhir::kImportanceSystem), read_text(value, "text")});
    }
}

BestTime best_time(const Json& task) {
    for (const auto& input : member(task, "input")) {
        if (text_of(input, "id") != fhir::kBestTimeId) continue;
        for (const auto time : {BestTime::morning, BestTime::afternoon, BestTime::evening})
            if (text_of(input, "valueString") == name_of(time)) return time;
    }
    return BestTime::unsaid;
}

bool is_short(const std::string& text) { return text.size() <= kLongestText; }

bool is_short_text(const StaffText& text) { return is_short(text.text) && is_short(text.original); }

bool are_short(const std::vector<StaffText>& lines) {
    return lines.size() <= kMostLines && std::all_of(lines.begin(), lines.end(), is_short_text);
}

bool is_short_value(const OpenedValue& value) {
    return is_short_text(value.words) && is_short(value.system) && is_short(value.code);
}

bool is_showable(const OpenedRequest& request) {
    for (const auto* word :
         {&request.id, &request.authored, &request.first_name, &request.phone, &request.email,
          &request.language, &request.questionnaire, &request.level, &request.consent_version})
        if (word->size() > kLongestWord) return false;
    const auto short_answer = [](const OpenedAnswer& answer) {
        return is_short(answer.link_id) && is_short_text(whole_question(answer)) &&
               answer.values.size() <= kMostLines &&
               std::all_of(answer.values.begin(), answer.values.end(), is_short_value);
    };
    const auto short_finding = [](const RequestFinding& finding) {
        return is_short(finding.level) && is_short(finding.id) && is_short_text(finding.title) &&
               are_short(finding.because);
    };
    const auto short_value = [](const RequestValue& value) {
        return is_short(value.id) && is_short(value.importance) && is_short_text(value.title);
    };
    const auto& values = request.values;
    const auto& answers = request.answers;
    const auto& findings = request.findings;
    return answers.size() <= kMostLines && findings.size() <= kMostLines &&
           values.size() <= kMostLines && std::all_of(values.begin(), values.end(), short_value) &&
           std::all_of(answers.begin(), answers.end(), short_answer) &&
           std::all_of(findings.begin(), findings.end(), short_finding) &&
           are_short(request.questions) && are_short(request.topics) &&
           is_short(request.own_words) && is_short(request.consent_text);
}

}  // namespace

OpenedRequest::~OpenedRequest() {
    for (auto* text : {&first_name, &phone, &email, &own_words}) base::wipe(*text);
    const auto wipe = [](StaffText& words) {
        base::wipe(words.text);
        base::wipe(words.original);
    };
    for (auto& question : questions) wipe(question);
    for (auto& value : values)
        wipe(value.title), base::wipe(value.id), base::wipe(value.importance);
    for (auto& answer : answers)
        for (auto& value : answer.values) {
            wipe(value.words);
            base::wipe(value.code);
        }
    for (auto& finding : findings)
        for (auto& reason : finding.because) wipe(reason);
}

StaffText whole_question(const OpenedAnswer& answer) {
    std::string text, read;
    for (const OpenedRepetition& each : answer.within) {
        const std::string place = " " + std::to_string(each.number) + "/" + std::to_string(each.of);
        const std::string between = text.empty() ? "" : ", ";
        text += between + each.title.text + place;
        read += between + each.title.read() + place;
    }
    const std::string end = text.empty() ? "" : ": ";
    return {text + end + answer.question.text, read + end + answer.question.read()};
}

bool belongs_to(const OpenedRequest& request, const QueuedRequest& row) {
    return request.id == row.id &&
           (row.created == base::hour_of(request.authored) || row.created == request.authored);
}

base::Result<OpenedRequest> read_bundle(std::string_view bundle) {
    const auto parsed = TRY(fhir::parse(bundle, "request"));
    const Json& json = *parsed;
    if (text_of(json, "resourceType") != "Bundle" || resource(json, "Patient").is_null() ||
        resource(json, "ServiceRequest").is_null())
        return base::fail(base::FaultKind::wrong_format, "request",
                          "not a Bundle with a Patient and a ServiceRequest");
    OpenedRequest out;
    out.id = without_urn(text_of(member(json, "identifier"), "value"));
    out.authored = std::string(text_of(json, "timestamp"));
    read_patient(resource(json, "Patient"), out);
    read_notes(member(resource(json, "ServiceRequest"), "note"), out);
    read_reasons(resource(json, "ServiceRequest"), out);
    read_topics(resource(json, "Task"), out);
    read_values(resource(json, "Task"), out);
    const Json& response = resource(json, "QuestionnaireResponse");
    out.questionnaire = words(response, "questionnaire");
    const Json& items = member(response, "item");
    const bool all_read = AnswerReader(out.answers).read(items, {});
    read_consent(resource(json, "Consent"), out);
    out.best_time = best_time(resource(json, "Task"));
    if (!all_read || !is_showable(out))
        return base::fail(base::FaultKind::too_large, "request", "more than anybody could read");
    return out;
}

}  // namespace candor::consult
