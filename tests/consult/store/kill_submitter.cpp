#include <unistd.h>

#include <iostream>
#include <string>

#include "base/clock.h"
#include "consult/keys/demonstration_keys.h"
#include "consult/keys/seal.h"
#include "consult/request/request.h"
#include "consult/store/queue.h"

// usage: kill_submitter STATE_DIR [ID…]
// Does what a kiosk does when somebody sends a request, again and again until it is killed. To
// standard output, unbuffered: "try ID" before a request is stored and "ack ID REFERENCE" after
// append() returned. The IDs given are tried again first.

namespace candor::consult {
namespace {

void say(const std::string& line) {
    const std::string text = line + "\n";
    if (::write(STDOUT_FILENO, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        ::_exit(3);
}

int give_up(const base::Fault& fault) {
    std::cerr << base::name_of(fault.kind) << ": " << fault.where << ": " << fault.detail << "\n";
    return 1;
}

base::Result<base::SecretString> bundle_of(const std::string& id, const std::string& now) {
    ContactForm form;
    form.first_name.assign("canary-" + id);
    form.phone.assign("+90 532 415 50 00");
    form.own_words.assign("canary words: " + std::string(800, 'w'));
    form.agreed = true;
    RequestContext context;
    context.request_id = id;
    context.authored = now;
    context.demonstration = true;
    return to_bundle(form, context);
}

base::Result<void> submit(Queue& queue, const PublicKey& key, const std::string& id) {
    const std::string now = base::utc_now();
    const auto bundle = bundle_of(id, now);
    if (!bundle) return tl::unexpected(bundle.error());
    say("try " + id);
    const auto reference = queue.append(id, now, key.fingerprint(), seal(bundle->view(), key));
    if (!reference) return tl::unexpected(reference.error());
    say("ack " + id + " " + *reference);
    return {};
}

int run(const std::filesystem::path& state, const std::vector<std::string>& again) {
    const auto key = ensure_demonstration_keys(state);
    if (!key) return give_up(key.error());
    const auto queue = Queue::open(state / "consult.db", OpenMode::append);
    if (!queue) return give_up(queue.error());
    for (std::size_t i = 0;; ++i) {
        const auto done = submit(**queue, *key, i < again.size() ? again[i] : new_request_id());
        if (!done) return give_up(done.error());
    }
}

}  // namespace
}  // namespace candor::consult

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    return candor::consult::run(argv[1], std::vector<std::string>(argv + 2, argv + argc));
}
