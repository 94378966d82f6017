#pragma once
#include <memory>
#include <string>

#include "consult/inbox.h"

namespace CLI {
class App;
}

namespace candor::ctl {

/// Where requests are: one machine's state folder, or a server for many kiosks.
struct InboxSource {
    std::string state, database;
};

/// --state DIR or --database URL, exactly one of them. `source` must outlive the parsing.
void add_source(CLI::App* verb, InboxSource& source);

/// Faults: those of consult/sqlite_inbox or fleet/postgres_inbox.
base::Result<std::unique_ptr<consult::Inbox>> open_inbox(const InboxSource& source);

}  // namespace candor::ctl
