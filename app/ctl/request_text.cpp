#include "ctl/request_text.h"

#include <algorithm>
#include <string_view>

#include "consult/plain_text.h"
#include "consult/reference.h"

namespace candor::ctl {
namespace {

std::string in_one_line(std::string_view text) {
    std::string line = consult::plain_text(text);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

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

void add_questions(std::string& out, const std::vector<std::string>& questions) {
    if (questions.empty()) return;
    add_heading(out, "Questions they want to ask");
    for (const auto& question : questions) out += "  - " + in_one_line(question) + "\n";
}

std::string answer_text(const consult::OpenedAnswer& answer) {
    std::string text;
    for (const auto& value : answer.values) text += (text.empty() ? "" : "; ") + in_one_line(value);
    return answer.declined ? "rather not say" : text;
}

void add_answers(std::string& out, const std::vector<consult::OpenedAnswer>& answers) {
    if (answers.empty()) return;
    add_heading(out, "Answers they agreed to send");
    for (const auto& answer : answers)
        out += "  " + in_one_line(answer.question) + ": " + answer_text(answer) + "\n";
}

}  // namespace

std::string to_line(const consult::InboxRow& row) {
    const consult::QueuedRequest& request = row.request;
    return consult::display_reference(in_one_line(request.reference)) + "  " +
           in_one_line(request.created) + "  " + in_one_line(request.state) +
           (row.kiosk.empty() ? "" : "  " + in_one_line(row.kiosk));
}

std::string to_text(const consult::QueuedRequest& row, const consult::OpenedRequest& request) {
    std::string out;
    add_field(out, "Request", consult::display_reference(row.reference));
    if (request.demonstration)
        add_field(out, "Note", "a demonstration: sent from a kiosk without a clinic's key");
    add_field(out, "Sent", row.created);
    add_field(out, "State", row.state);
    add_field(out, "Name", request.first_name);
    add_field(out, "Phone", request.phone);
    add_field(out, "E-mail", request.email);
    add_field(out, "Best time", consult::name_of(request.best_time));
    add_field(out, "Language", request.language);
    add_field(out, "Agreed to", request.consent_version);
    add_words(out, request.own_words);
    add_questions(out, request.questions);
    add_answers(out, request.answers);
    return out;
}

}  // namespace candor::ctl
