// What an outsider can put before staff. The first byte says what: 'r', the JSON of an opened
// request; 's', the bytes inside a seal; 'k', a public and a secret key file between lines "%%%%".
#include <sodium.h>
#include <algorithm>

#include "base/utf8.h"
#include "consult/keys/keys.h"
#include "consult/keys/seal.h"
#include "consult/request/fhir.h"
#include "consult/request/plain_text.h"
#include "consult/store/opened_row.h"
#include "consult/store/queue_rows.h"
#include "input.h"

namespace candor::fuzz {
namespace {

using consult::Progress;

void must_be_plain(const std::string& words) {
    must(base::is_utf8(words), "words of a request are UTF-8");
    for (const char c : words)
        must(static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t',
             "words of a request have no control characters");
}

void must_be_plain(const consult::StaffText& words) {
    must_be_plain(words.text);
    must_be_plain(words.original);
}

void must_be_plain(const consult::OpenedRequest& request) {
    for (const auto* words :
         {&request.first_name, &request.phone, &request.email, &request.language,
          &request.own_words, &request.level, &request.consent_text, &request.consent_version})
        must_be_plain(*words);
    for (const auto* lines : {&request.questions, &request.topics})
        for (const auto& line : *lines) must_be_plain(line);
    must_be_plain(request.questionnaire);
    for (const auto& answer : request.answers) {
        must(answer.declined || !answer.values.empty(), "an answer says something");
        must_be_plain(consult::whole_question(answer));
        for (const auto& value : answer.values) {
            must_be_plain(value.words);
            must_be_plain(value.system);
            must_be_plain(value.code);
        }
    }
    for (const auto& finding : request.findings) {
        must_be_plain(finding.title);
        for (const auto& reason : finding.because) must_be_plain(reason);
    }
}

void read_request(std::string_view text) {
    const auto request = consult::read_bundle(text);
    if (request) must_be_plain(*request);
    const auto moved = consult::fhir::with_progress(text, Progress::called, "request", 2);
    must(moved || !request, "what can be read can be sent on");
    if (!request || !moved) return;
    const auto again = consult::read_bundle(moved->view());
    // The Task may have got a name too many.
    must(again || again.error().kind == base::FaultKind::too_large, "what is sent on can be read");
    must(!again || (again->id == request->id && again->first_name == request->first_name),
         "what is sent on is the same request");
}

/// The bytes as a stranger with the public key alone would seal them.
void open_sealed(std::string_view plain) {
    static const consult::SecretKey key = [] {
        consult::SecretKey made;
        std::fill(made.bytes.begin(), made.bytes.end(), std::uint8_t{7});
        return made;
    }();
    static const std::string fingerprint = key.public_key().fingerprint();
    consult::QueuedRequest row{"0b54a1b6-3f0c-4c53-9f0b-6f0a4f0f8a11",
                               "K7Q4FM8",
                               "2026-11-22T12:00:00Z",
                               "requested",
                               fingerprint,
                               {}};
    row.sealed.resize(plain.size() + crypto_box_SEALBYTES);
    crypto_box_seal(row.sealed.data(), reinterpret_cast<const std::uint8_t*>(plain.data()),
                    plain.size(), key.public_key().bytes.data());
    const auto opened = consult::open_row(row, key, fingerprint);
    must(!opened || consult::belongs_to(opened->request, row), "what opens is its row's");
    must(opened || opened.error().problem == consult::RowProblem::not_readable ||
             opened.error().problem == consult::RowProblem::not_its_row,
         "what was sealed to the key opens, whatever it is");
    const auto text = consult::open(consult::seal(plain, key.public_key()), key);
    must(text && text->view() == plain, "what is sealed is opened as it was");
}

/// An honest cost (a gigabyte and seconds) is right for a person, and nothing for a fuzzer.
bool is_cheap(std::string_view secret) {
    for (std::size_t at = 0; (at = secret.find("argon2id13 ", at)) != std::string_view::npos;
         ++at) {
        const auto cost = secret.substr(at, secret.find('\n', at) - at);
        if (std::count_if(cost.begin(), cost.end(), [](char c) { return c >= '0' && c <= '9'; }) >
            9)
            return false;  // "argon2id13 1 8192" has seven digits
    }
    return true;
}

void read_keys(std::string_view text) {
    static const Scratch scratch("request");
    const auto [public_half, secret_half] = parts_of<2>(text);
    const auto file = scratch.folder() / "clinic.key";
    scratch.write("clinic.key.pub", public_half);
    if (const auto key = consult::load_public_key(consult::public_path(file))) {
        scratch.write("clinic.key.pub", consult::public_key_text(*key));
        const auto again = consult::load_public_key(consult::public_path(file));
        must(again && *again == *key, "a key that was written is read again");
        must(!consult::seal("words", *key).empty(), "a key that loads can be sealed to");
    }
    if (!is_cheap(secret_half)) return;
    scratch.write("clinic.key", secret_half);
    base::SecretString passphrase;
    passphrase.assign("candor");
    const auto locked = consult::is_encrypted(file);
    const auto key = consult::load_secret_key(file, passphrase);
    must(!key || locked, "a key that loads says whether it needs a passphrase");
    if (!key) return;
    const auto opened = consult::open(consult::seal("words", key->public_key()), *key);
    must(opened && opened->view() == "words", "a key opens what is sealed to it");
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace candor::fuzz;
    if (size == 0 || sodium_init() < 0) return 0;
    const std::string_view text = text_of(data + 1, size - 1);
    switch (data[0]) {
        case 'r':
            read_request(text);
            break;
        case 's':
            open_sealed(text);
            break;
        case 'k':
            read_keys(text);
            break;
        default:
            break;
    }
    return 0;
}
