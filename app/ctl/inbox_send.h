#pragma once

namespace CLI {
class App;
}

namespace candor::ctl {

/// Of `candor inbox`: send REF --to URL. As the verbs of ctl/verbs.h.
void add_inbox_send_verb(CLI::App& inbox, int& exit_status);

}  // namespace candor::ctl
