#include "ctl/inbox_store.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "consult/reference.h"
#include "consult/sqlite_inbox.h"
#include "ctl/fault_text.h"

namespace candor::ctl {

using base::FaultKind;

void add_store_options(CLI::App& verb, InboxStore& store) {
    verb.add_option("--state", store.state, "The kiosk's state folder")->required();
}

base::Result<std::unique_ptr<consult::Inbox>> open_inbox(const InboxStore& store) {
    return consult::open_sqlite_inbox(std::filesystem::path(store.state) / "consult.db");
}

int refuse(const base::Fault& fault) {
    std::cerr << fault_text(fault) << '\n';
    return 1;
}

int refuse(const base::Fault& fault, const char* what, const char* remedy) {
    std::cerr << fault_text(fault, what, remedy) << '\n';
    return 1;
}

int refuse_row(const base::Fault& fault, const std::string& reference) {
    // A fault of the whole inbox names its file instead.
    if (fault.where != reference && fault.where != consult::normalise_reference(reference))
        return refuse(fault);
    switch (fault.kind) {
        case FaultKind::not_found:
            return refuse({fault.kind, fault.where, ""}, "No request has this reference",
                          "See \"candor inbox list\" for those that are here.");
        case FaultKind::wrong_format:
            return refuse(fault, "The reference is mistyped", "Look at it again, then retype it.");
        case FaultKind::damaged:
            return refuse(fault, "The request is damaged on this disk",
                          "It cannot be trusted. Look for it in a copy of consult.db.");
        case FaultKind::locked:
            return refuse({fault.kind, fault.where, ""}, "Somebody else changed it just now",
                          "See what they did with \"candor inbox show\", then try again.");
        default:
            return refuse(fault);
    }
}

}  // namespace candor::ctl
