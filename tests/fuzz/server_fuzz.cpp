// What a server says, and how it is named. The first byte says which: 'a', an answer to a request
// (status, type and place a line each, then a line "%%%%" and the body); 'd', a database's URL;
// 'f', a FHIR server's.
#include <charconv>

#include "base/utf8.h"
#include "fleet/database_url.h"
#include "fleet/fhir_answer.h"
#include "fleet/fhir_words.h"
#include "input.h"

namespace candor::fuzz {
namespace {

constexpr std::size_t kSent = 2, kMostIssues = 50, kLongest = 2003;

std::string_view line_of(std::string_view& text) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
}

void must_be_one_line(const std::string& words) {
    const std::string line = fleet::in_one_line(words);
    must(base::is_utf8(line), "a server's words are shown as UTF-8");
    must(line.find('\n') == std::string::npos, "a server's words are shown on one line");
}

void look_at(const fleet::FhirRefused& refused) {
    must(name_of(fleet::trouble_of(refused)) != nullptr, "a refusal has a name");
    must(refused.issues.size() <= kMostIssues, "nobody is told of more issues than can be read");
    must_be_one_line(refused.page);
    must_be_one_line(refused.location);
    for (const auto& issue : refused.issues) {
        must(name_of(fleet::reason_of(issue)) != nullptr, "an issue has a reason");
        for (const auto* words : {&issue.severity, &issue.code, &issue.text, &issue.where}) {
            must(words->size() <= kLongest, "a server's words have an end");
            must_be_one_line(*words);
        }
    }
}

void read_answer(std::string_view text) {
    auto [head, body] = parts_of<2>(text);
    fleet::HttpAnswer answer;
    const auto status = line_of(head);
    std::from_chars(status.data(), status.data() + status.size(), answer.status);
    answer.content_type = line_of(head);
    answer.location = line_of(head);
    answer.body = body;
    const auto read = fleet::read_answer(answer, kSent, "https://fhir.example.org");
    if (!read) {
        must(read.error().kind == base::FaultKind::damaged, "an answer that is none is damaged");
        must_be_one_line(read.error().detail);
    } else if (const auto* accepted = std::get_if<fleet::FhirAccepted>(&*read)) {
        must(accepted->resources.size() == kSent, "a success accounts for all that was sent");
        must(answer.status >= 200 && answer.status < 300, "a success says so");
        for (const auto& resource : accepted->resources) must_be_one_line(resource.location);
    } else {
        look_at(std::get<fleet::FhirRefused>(*read));
    }
}

void read_database(std::string_view text) {
    const auto database = fleet::read_database_url(std::string(text));
    if (!database) {
        must(database.error().kind == base::FaultKind::wrong_format ||
                 database.error().kind == base::FaultKind::refused,
             "a URL is wrong, or refused");
        return;
    }
    const auto& parameters = database->parameters;
    must(parameters.at("sslmode") == "verify-full", "a server's certificate is checked");
    must(parameters.at("gssencmode") == "disable", "nothing takes the place of TLS");
    for (const char* name : {"password", "sslpassword"}) {
        const auto found = parameters.find(name);
        must(found == parameters.end() || found->second.empty(), "no address holds a password");
    }
}

void read_fhir(std::string_view text) {
    const auto checked = fleet::check({std::string(text), {}, {}});
    must(checked || checked.error().kind == base::FaultKind::wrong_format ||
             checked.error().kind == base::FaultKind::refused,
         "a URL is wrong, or refused");
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace candor::fuzz;
    if (size == 0) return 0;
    const std::string_view text = text_of(data + 1, size - 1);
    switch (data[0]) {
        case 'a':
            read_answer(text);
            break;
        case 'd':
            read_database(text);
            break;
        case 'f':
            read_fhir(text);
            break;
        default:
            break;
    }
    return 0;
}
