#include "ctl/inbox_work.h"

#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>

#include "base/clock.h"
#include "consult/keys/demonstration_keys.h"
#include "consult/keys/keys.h"
#include "consult/keys/seal.h"
#include "consult/request/reference.h"
#include "ctl/fault_text.h"
#include "ctl/inbox_store.h"
#include "ctl/moments.h"
#include "ctl/request_text.h"

namespace candor::ctl {
namespace {

using base::FaultKind;

constexpr std::size_t kLongestName = 200;  // bytes; a server takes no more

struct WorkOptions {
    InboxStore store;
    std::string reference, progress, by, key, closed_before;
    int older_than_days = -1;
};

/// Who did it, unless they say otherwise: the name they are logged in with.
std::string login_name() {
    const auto* user = ::getpwuid(::geteuid());
    return user == nullptr ? std::to_string(::geteuid()) : user->pw_name;
}

int set(const WorkOptions& options) {
    const auto inbox = open_inbox(options.store);
    if (!inbox) return refuse(inbox.error());
    const auto row = (*inbox)->row(options.reference);
    if (!row) return refuse_row(row.error(), options.reference);
    const auto changed = (*inbox)->set_progress(row->request.id, row->revision,
                                                *consult::progress_of(options.progress), options.by,
                                                base::utc_now());
    if (!changed) return refuse_row(changed.error(), options.reference);
    std::cout << to_line(*changed, base::utc_now()) << '\n';
    return 0;
}

base::Result<consult::PublicKey> key_for(const WorkOptions& options, const consult::InboxRow& row) {
    auto key = consult::load_public_key(consult::public_path(options.key));
    if (key && !consult::is_sealed_to(row.request, key->fingerprint()))
        return base::fail(FaultKind::wrong_key, options.key,
                          "this is key " + key->fingerprint() + ", the request is sealed to " +
                              row.request.key_fingerprint);
    return key;
}

/// From standard input: the words of a command line can be seen by everybody on the machine.
base::SecretString read_note() {
    constexpr std::size_t kLongest = 4000;
    base::SecretString note(kLongest);
    std::string text(kLongest, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    const auto got = static_cast<std::size_t>(std::cin.gcount());
    std::size_t end = got;
    while (end > 0 && text[end - 1] == '\n') --end;
    note.assign(std::string_view(text).substr(0, end));
    base::wipe(text);
    return note;
}

int add_note(const WorkOptions& options) {
    const auto inbox = open_inbox(options.store);
    if (!inbox) return refuse(inbox.error());
    const auto row = (*inbox)->row(options.reference);
    if (!row) return refuse_row(row.error(), options.reference);
    const auto key = key_for(options, *row);
    if (!key) return refuse(key.error());
    const auto note = read_note();
    if (note.view().empty())
        return refuse({FaultKind::refused, "", ""}, "The note is empty",
                      "Give its text on standard input.");
    const auto added = (*inbox)->add_note(
        row->request.id, consult::seal(note.view(), *key, consult::kLeastNoteBytes), options.by,
        base::utc_now());
    return added ? 0 : refuse_row(added.error(), options.reference);
}

int purge(const WorkOptions& options) {
    const auto cutoff = options.closed_before.empty()
                            ? days_before(base::utc_now(), options.older_than_days)
                            : *start_of_day(options.closed_before);
    const auto inbox = open_inbox(options.store);
    if (!inbox) return refuse(inbox.error());
    const auto erased = (*inbox)->purge(cutoff, options.by, base::utc_now());
    if (!erased) return refuse(erased.error());
    std::cout << "Erased " << *erased << (*erased == 1 ? " request" : " requests")
              << " closed before " << cutoff << ".\n";
    return 0;
}

CLI::App* add_verb(CLI::App& inbox, const char* name, const char* description,
                   const std::shared_ptr<WorkOptions>& options) {
    CLI::App* verb = inbox.add_subcommand(name, description);
    add_store_options(*verb, options->store);
    return verb;
}

void add_reference(CLI::App& verb, WorkOptions& options) {
    verb.add_option("reference", options.reference, "As on the person's screen: K7Q-4FM-8")
        ->required();
}

void add_by(CLI::App& verb, WorkOptions& options) {
    options.by = login_name();
    verb.add_option("--by", options.by, "Who did it, for the record")
        ->capture_default_str()
        ->check([](const std::string& name) {
            if (name.empty()) return std::string("a name is needed");
            return name.size() > kLongestName ? std::string("a shorter name is needed")
                                              : std::string();
        });
}

void add_purge(CLI::App& inbox, const std::shared_ptr<WorkOptions>& options, int& exit_status) {
    CLI::App* verb =
        add_verb(inbox, "purge", "Erase closed requests with their notes for good", options);
    CLI::Option_group* when = verb->add_option_group("when");
    when->require_option(1);
    when->add_option("--closed-before", options->closed_before, "A day, like 2026-11-22")
        ->check([](const std::string& date) {
            return start_of_day(date) ? std::string() : "there is no day \"" + date + "\"";
        });
    when->add_option("--older-than", options->older_than_days, "Days since they were closed")
        ->check(CLI::Range(0, 36500));
    add_by(*verb, *options);
    verb->callback([options, &exit_status] { exit_status = purge(*options); });
}

}  // namespace

void add_inbox_work_verbs(CLI::App& inbox, int& exit_status) {
    auto options = std::make_shared<WorkOptions>();
    CLI::App* verb = add_verb(inbox, "set", "Say how far you are with a request", options);
    add_reference(*verb, *options);
    verb->add_option("progress", options->progress, "new, called, booked or closed")
        ->required()
        ->check(CLI::IsMember({"new", "called", "booked", "closed"}));
    add_by(*verb, *options);
    verb->callback([options, &exit_status] { exit_status = set(*options); });
    verb = add_verb(inbox, "note", "Add a note, sealed like the request, from standard input",
                    options);
    add_reference(*verb, *options);
    verb->add_option("--key", options->key, "The clinic's key file; FILE.pub beside it is read")
        ->required();
    add_by(*verb, *options);
    verb->callback([options, &exit_status] { exit_status = add_note(*options); });
    add_purge(inbox, options, exit_status);
}

}  // namespace candor::ctl
