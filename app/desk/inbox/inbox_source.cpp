#include "desk/inbox/inbox_source.h"

#include "consult/store/sqlite_inbox.h"
#include "fleet/postgres_inbox.h"

namespace candor::desk {

InboxSource inbox_source(const Options& options) {
    if (options.database.empty())
        return {[file = options.state / "consult.db"] { return consult::open_sqlite_inbox(file); },
                [] {}};
    const auto stop = std::make_shared<base::StopSignal>();
    return {[url = options.database, stop] { return fleet::open_postgres_inbox(url, stop); },
            [stop] { stop->raise(); }};
}

}  // namespace candor::desk
