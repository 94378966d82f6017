#include "ctl/request_text.h"

#include <algorithm>
#include <string_view>

#include "consult/keys/demonstration_keys.h"
#include "consult/keys/seal.h"
#include "consult/request/note.h"
#include "consult/request/plain_text.h"
#include "consult/request/reference.h"
#include "ctl/moments.h"
#include "fleet/fhir_words.h"

namespace candor::ctl {
namespace {

using fleet::in_one_line;

// Twice what can be written: whoever adds to the record can seal anything.
constexpr std::size_t kLongestNote = 8000;

void add_field(std::string& out, std::string_view name, std::string_view value) {
    constexpr std::size_t kColumn = 12;
    if (value.empty()) return;
    out += name;
    out.append(kColumn - std::min(kColumn - 1, name.size()), ' ');
    out += in_one_line(value) + "\n";
}

void add_heading(std::string& out, const char* heading) {
    out += std::string("\n") + heading + "\n";
}

void add_words(std::string& out, std::string_view words) {
    if (words.empty()) return;
    add_heading(out, "In their own words");
    std::string text = consult::plain_text(words);
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += "  " + in_one_line(std::string_view(text).substr(at, end - at)) + "\n";
        at = end + 1;
    }
}

/// A line of its own for what the person read, where staff read other words.
void add_original(std::string& out, const consult::StaffText& words) {
    if (!words.original.empty())
        out += "      as they read it: " + in_one_line(words.original) + "\n";
}

void add_list(std::string& out, const char* heading, const std::vector<consult::StaffText>& lines) {
    if (lines.empty()) return;
    add_heading(out, heading);
    for (const auto& line : lines) {
        out += "  - " + in_one_line(line.text) + "\n";
        add_original(out, line);
    }
}

consult::StaffText answer_text(const consult::OpenedAnswer& answer) {
    if (answer.declined) return "rather not say";
    std::string text, read;
    for (const auto& value : answer.values) {
        text += (text.empty() ? "" : "; ") + in_one_line(value.words.text);
        read += (read.empty() ? "" : "; ") + in_one_line(value.words.read());
    }
    return {text, read};
}

void add_answers(std::string& out, const std::vector<consult::OpenedAnswer>& answers) {
    if (answers.empty()) return;
    add_heading(out, "Answers they agreed to send");
    for (const auto& answer : answers) {
        const consult::StaffText question = consult::whole_question(answer);
        const consult::StaffText said = answer_text(answer);
        out += "  " + in_one_line(question.text) + ": " + said.text + "\n";
        add_original(out, {in_one_line(question.text) + ": " + said.text,
                           in_one_line(question.read()) + ": " + said.read()});
    }
}

void add_result(std::string& out, const consult::OpenedRequest& request) {
    if (request.level.empty()) return;
    add_heading(out, ("What the self-check said: " + in_one_line(request.level)).c_str());
    for (const auto& finding : request.findings) {
        out += "  - [" + in_one_line(finding.level) + "] " + in_one_line(finding.title.text) + "\n";
        add_original(out, finding.title);
        for (const auto& reason : finding.because) {
            out += "      because: " + in_one_line(reason.text) + "\n";
            add_original(out, reason);
        }
    }
}

void add_values(std::string& out, const std::vector<consult::RequestValue>& values) {
    if (values.empty()) return;
    add_heading(out, "What matters to them");
    for (const auto& value : values) {
        out += "  - [" + in_one_line(value.importance) + "] " + in_one_line(value.id) + ": " +
               in_one_line(value.title.text) + "\n";
        add_original(out, value.title);
    }
}

/// "new called" as "new, then called".
std::string progress_text(const std::string& text) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::size_t next = std::min(blank + 1, text.size());
    return in_one_line(text.substr(0, blank)) + ", then " + in_one_line(text.substr(next));
}

std::string kind_text(consult::NoteKind kind) {
    switch (kind) {
        case consult::NoteKind::no_answer:
            return "nobody answered. ";
        case consult::NoteKind::appointment:
            return "appointment: ";
        case consult::NoteKind::words:
            break;
    }
    return {};
}

std::string note_text(const consult::Change& change, const consult::SecretKey& key) {
    if (change.sealed_note.empty()) return "a note that was erased";
    const auto opened = consult::open(change.sealed_note, key);
    if (!opened) return "a note that this key does not open";
    const consult::Note note = consult::note_of(opened->view());
    const std::string words = in_one_line(note.words.view().substr(0, kLongestNote));
    return kind_text(note.kind) + words;
}

std::string words_of(const consult::Change& change, const consult::SecretKey& key) {
    switch (change.kind) {
        case consult::ChangeKind::note:
            return note_text(change, key);
        case consult::ChangeKind::progress:
            return progress_text(change.text);
        case consult::ChangeKind::purge:
            return "erased";
        case consult::ChangeKind::arrival:
            return "arrived";
        case consult::ChangeKind::seen:
            return "first seen";
    }
    return {};
}

}  // namespace

std::string to_line(const consult::InboxRow& row, const std::string& now) {
    std::string line = consult::display_reference(in_one_line(row.request.reference)) + "  " +
                       in_one_line(moment(row.request.created)) + "  " +
                       in_one_line(row.request.state) + "  " + age(row.request.created, now);
    if (!row.kiosk.empty()) line += "  " + in_one_line(row.kiosk);
    if (consult::is_demonstration(row.request.key_fingerprint)) line += "  demonstration";
    return line;
}

std::string to_text(const consult::QueuedRequest& row, const consult::OpenedRequest& request) {
    std::string out;
    add_field(out, "Request", consult::display_reference(row.reference));
    if (request.demonstration)
        add_field(out, "Note", "a demonstration: sent from a kiosk without a clinic's key");
    add_field(out, "Sent", request.authored);
    add_field(out, "State", row.state);
    add_field(out, "Name", request.first_name);
    add_field(out, "Phone", request.phone);
    add_field(out, "E-mail", request.email);
    add_field(out, "Best time", consult::name_of(request.best_time));
    add_field(out, "Language", request.language);
    add_field(out, "Agreed to", request.consent_version);
    add_words(out, request.own_words);
    add_list(out, "Questions they want to ask", request.questions);
    add_result(out, request);
    add_values(out, request.values);
    add_list(out, "Topics they read", request.topics);
    add_answers(out, request.answers);
    return out;
}

std::string to_text(const std::vector<consult::Change>& changes, const consult::SecretKey& key) {
    std::string out;
    if (!changes.empty()) add_heading(out, "What was done");
    for (const auto& change : changes) {
        out += "  " + in_one_line(change.at) + "  " + in_one_line(change.by);
        if (!change.login.empty()) out += " (" + in_one_line(change.login) + ")";
        out += ": " + words_of(change, key) + "\n";
    }
    return out;
}

}  // namespace candor::ctl
