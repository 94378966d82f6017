#include "desk/inbox_source.h"

#include "consult/sqlite_inbox.h"

namespace candor::desk {

Desk::OpenInbox inbox_source(const Options& options) {
    return [file = options.state / "consult.db"] { return consult::open_sqlite_inbox(file); };
}

}  // namespace candor::desk
