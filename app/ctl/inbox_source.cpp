#include "ctl/inbox_source.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "consult/sqlite_inbox.h"
#include "fleet/postgres_inbox.h"

namespace candor::ctl {

void add_source(CLI::App* verb, InboxSource& source) {
    auto* group = verb->add_option_group("from");
    group->require_option(1);
    group->add_option("--state", source.state, "The kiosk's state folder");
    group->add_option("--database", source.database,
                      "postgresql://desk.CLINIC.NAME@HOST/DATABASE; the password stands in a file "
                      "that PGPASSFILE or ?passfile= names, never here");
}

base::Result<std::unique_ptr<consult::Inbox>> open_inbox(const InboxSource& source) {
    if (!source.database.empty()) return fleet::open_postgres_inbox(source.database);
    return consult::open_sqlite_inbox(std::filesystem::path(source.state) / "consult.db");
}

}  // namespace candor::ctl
