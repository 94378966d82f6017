#pragma once

namespace CLI {
class App;
}

namespace candor::ctl {

/// Of `candor inbox`, the verbs that change requests: set, note, purge. As the verbs of
/// ctl/verbs.h.
void add_inbox_work_verbs(CLI::App& inbox, int& exit_status);

}  // namespace candor::ctl
