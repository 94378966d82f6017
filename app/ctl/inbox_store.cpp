#include "ctl/inbox_store.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "consult/request/reference.h"
#include "consult/store/sqlite_inbox.h"
#include "ctl/fault_text.h"
#include "fleet/postgres_inbox.h"

namespace candor::ctl {

using base::FaultKind;

void add_store_options(CLI::App& verb, InboxStore& store) {
    auto* group = verb.add_option_group("from");
    group->require_option(1);
    group->add_option("--state", store.state, "The kiosk's state folder");
    group->add_option("--database", store.database,
                      "postgresql://desk.CLINIC.NAME@HOST/DATABASE; the password stands in a file "
                      "that PGPASSFILE or ?passfile= names, never here");
}

base::Result<std::unique_ptr<consult::Inbox>> open_inbox(const InboxStore& store) {
    if (!store.database.empty()) return fleet::open_postgres_inbox(store.database);
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
        case FaultKind::refused:
            return refuse(fault, "The reference is not enough", "Write the kiosk before it.");
        case FaultKind::damaged:
            return refuse(fault, "The request is damaged on this disk",
                          "It cannot be trusted. Look for it in a copy of consult.db.");
        case FaultKind::changed:
            return refuse({fault.kind, fault.where, ""}, "Somebody else changed it just now",
                          "See what they did with \"candor inbox show\", then try again.");
        default:
            return refuse(fault);
    }
}

}  // namespace candor::ctl
