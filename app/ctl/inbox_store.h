#pragma once
#include <memory>
#include <string>

#include "consult/store/inbox.h"

namespace CLI {
class App;
}

namespace candor::ctl {

/// Where the requests are, as the command line says it.
struct InboxStore {
    std::string state;     ///< a kiosk's state folder, or
    std::string database;  ///< a server for many kiosks
};

/// --state DIR or --database URL, exactly one of them. `store` must outlive the parsing.
void add_store_options(CLI::App& verb, InboxStore& store);
/// The one place where a store is chosen. Faults: those of consult/store/sqlite_inbox or
/// fleet/postgres_inbox.
base::Result<std::unique_ptr<consult::Inbox>> open_inbox(const InboxStore& store);

/// Each prints the refusal and gives the exit status. `refuse_row` has words of its own for a
/// request that is unknown, mistyped, damaged or changed meanwhile.
int refuse(const base::Fault& fault);
int refuse(const base::Fault& fault, const char* what, const char* remedy);
int refuse_row(const base::Fault& fault, const std::string& reference);

}  // namespace candor::ctl
