#include "ctl/inbox_verify.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>

#include "consult/keys/demonstration_keys.h"
#include "consult/request/reference.h"
#include "consult/store/digest.h"
#include "consult/store/opened_row.h"
#include "consult/store/queue_rows.h"
#include "ctl/inbox_open.h"
#include "fleet/fhir_words.h"

namespace candor::ctl {
namespace {

using base::FaultKind;
using consult::Wrong;

/// Of each kind; twenty thousand rows of junk must not hide the rest.
constexpr std::size_t kMostLines = 20;

struct RecordOptions {
    InboxStore store;
    std::string head, key, passphrase_file;
};

struct VerifyWords {
    const char* what;
    const char* remedy;
};

VerifyWords words_for(Wrong wrong) {
    switch (wrong) {
        case Wrong::damaged:
            return {"The request is damaged on this disk",
                    "It cannot be trusted. Look for it in a copy of the requests."};
        case Wrong::altered:
            return {"It is not what the record says arrived",
                    "What is sealed in it, its time or its reference was changed afterwards, or it "
                    "was swapped with another. Look for it in a copy of the requests."};
        case Wrong::doubled:
            return {"It holds the same sealed request as another row",
                    "One of the two was put there by hand. Open both with \"candor inbox show\"."};
        case Wrong::not_entered:
            return {
                "No entry of the record says that it arrived",
                "It was not stored by the kiosk as it is now. Open it; whoever then works on it "
                "enters it in their name."};
        case Wrong::unrecorded:
            return {"Its state is not what the record says",
                    "It was not changed by Candor. Find out who did, then set it with \"candor "
                    "inbox set\"."};
        case Wrong::gone:
            return {"It is gone, and no entry says that it was erased",
                    "Look for it in a copy of the requests; the person may still wait for a call."};
        case Wrong::not_gone:
            return {"An entry says that it was erased, and it is still there",
                    "Find out who wrote the entry with \"candor inbox show\"."};
        case Wrong::loose_note:
            break;
    }
    return {"No entry of the record speaks of the note with this number",
            "It was not written by Candor. Who looks after the database can delete it."};
}

/// A reference that is none may hold anything.
std::string shown(const std::string& reference) {
    return fleet::in_one_line(consult::display_reference(reference));
}

void tell(Wrong wrong, const std::vector<std::string>& requests) {
    const VerifyWords words = words_for(wrong);
    for (std::size_t i = 0; i < std::min(requests.size(), kMostLines); ++i)
        refuse({FaultKind::damaged, shown(requests[i]), ""}, words.what, words.remedy);
    if (requests.size() > kMostLines)
        std::cerr << "… and " << requests.size() - kMostLines << " more like this.\n";
}

void tell(const consult::ChainReport& report) {
    if (const auto& broken = report.broken; broken.place > 0)
        refuse(
            {FaultKind::damaged, "record",
             "number " + std::to_string(broken.number) + ", by " + fleet::in_one_line(broken.by)},
            ("Entry " + std::to_string(broken.place) + " does not follow from the one before it")
                .c_str(),
            "What stands from there on cannot be trusted. Keep the file, and compare it with a "
            "copy.");
    std::map<Wrong, std::vector<std::string>> by_kind;
    for (const auto& fault : report.faults) by_kind[fault.wrong].push_back(fault.request);
    for (const auto& [wrong, requests] : by_kind) tell(wrong, requests);
}

base::Result<bool> knows_head(consult::Inbox& inbox, const std::string& head) {
    const auto changes = TRY(inbox.changes(""));
    if (head == std::string(2 * consult::Digest::kSize, '0')) return true;
    return std::any_of(changes.begin(), changes.end(),
                       [&](const auto& change) { return consult::hex(change.hash) == head; });
}

/// What only the key can tell of the rows.
struct Insides {
    std::size_t rows = 0, opened = 0, of_other_keys = 0, wrong = 0;
};

Insides look_inside(const std::vector<consult::InboxRow>& rows, const consult::SecretKey& key) {
    const std::string fingerprint = key.public_key().fingerprint();
    Insides found;
    for (const auto& row : rows) {
        const consult::QueuedRequest& request = row.request;
        ++found.rows;
        if (request.state == consult::kDamaged) continue;
        if (!consult::is_sealed_to(request, fingerprint)) {
            ++found.of_other_keys;
        } else if (consult::open_row(request, key, fingerprint)) {
            ++found.opened;
        } else if (++found.wrong <= kMostLines) {
            refuse({FaultKind::damaged, shown(request.reference), ""},
                   "What is sealed in it is not the request that its row says",
                   "Another request was put in its place, or it was given another time, or it is "
                   "no request of Candor. Look for it in a copy of the requests.");
        }
    }
    if (found.wrong > kMostLines)
        std::cerr << "… and " << found.wrong - kMostLines << " more like this.\n";
    return found;
}

base::Result<bool> holds_inside(consult::Inbox& inbox, const RecordOptions& options) {
    const auto key = load_key(options.key, options.passphrase_file);
    if (!key) return tl::unexpected(key.error());
    const auto rows = TRY(inbox.rows());
    const Insides found = look_inside(rows, *key);
    std::cout << "opened   " << found.opened << " of " << found.rows;
    if (found.of_other_keys > 0) std::cout << ", " << found.of_other_keys << " need another key";
    std::cout << '\n';
    return found.wrong == 0;
}

void tell_what_is_not_proven(const consult::ChainReport& report, const RecordOptions& options) {
    if (report.seen > 0)
        std::cout << report.seen
                  << " entered after they had come, by an update or by a desk that opened them: "
                     "the record holds for them from then on.\n";
    if (!report.unseen.empty())
        std::cout << report.unseen.size()
                  << " not in the record yet: a desk enters a request when it first opens it.\n";
    if (options.key.empty())
        std::cout << "Not looked at: whether what is sealed belongs to its row (--key FILE).\n";
    if (options.head.empty())
        std::cout << "Not proven: that nothing was cut off, or all of it made anew. Keep the head "
                     "where nobody can change it, and name it next time (--head).\n";
}

/// Of the parts that may be asked for besides; true: it holds.
base::Result<bool> holds_besides(consult::Inbox& inbox, const RecordOptions& options) {
    bool well = true;
    if (!options.key.empty()) {
        const auto inside = holds_inside(inbox, options);
        if (!inside) return inside;
        well = *inside;
    }
    if (options.head.empty()) return well;
    const auto known = knows_head(inbox, options.head);
    if (known && !*known)
        refuse({FaultKind::damaged, "record", ""}, "It does not hold the head you named",
               "Its end was cut off, or it was written anew. Compare it with a copy.");
    return known.map([well](bool is_known) { return well && is_known; });
}

int verify_record(const RecordOptions& options) {
    const auto inbox = open_inbox(options.store);
    if (!inbox) return refuse(inbox.error());
    const auto report = (*inbox)->verify();
    if (!report) return refuse(report.error());
    std::cout << "entries  " << report->entries << "\nhead     " << report->head << '\n';
    tell(*report);
    const auto besides = holds_besides(**inbox, options);
    if (!besides) return refuse(besides.error());
    const bool well = report->holds() && *besides;
    if (well) std::cout << "The record holds, and every request is whole.\n";
    tell_what_is_not_proven(*report, options);
    return well ? 0 : 1;
}

}  // namespace

void add_inbox_verify_verb(CLI::App& inbox, int& exit_status) {
    auto options = std::make_shared<RecordOptions>();
    CLI::App* verb =
        inbox.add_subcommand("verify", "Do the record of changes and every request hold?");
    add_store_options(*verb, options->store);
    verb->add_option("--head", options->head, "A head that was written down: is it still there?");
    verb->add_option("--key", options->key,
                     "The clinic's secret key file: opens each request and looks whether it is the "
                     "one that its row says");
    verb->add_option("--passphrase-file", options->passphrase_file,
                     "A file whose first line is the passphrase; without it you are asked");
    verb->callback([options, &exit_status] { exit_status = verify_record(*options); });
}

}  // namespace candor::ctl
