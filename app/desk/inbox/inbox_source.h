#pragma once
#include "desk/inbox/clerk.h"
#include "desk/shell/options.h"

namespace candor::desk {

/// Where the requests are: a clinic's database if one was named, else consult.db in the state
/// folder. The one place that chooses.
InboxSource inbox_source(const Options& options);

}  // namespace candor::desk
