#pragma once

namespace CLI {
class App;
}

namespace candor::ctl {

/// Of `candor inbox`: verify. As the verbs of ctl/verbs.h.
void add_inbox_verify_verb(CLI::App& inbox, int& exit_status);

}  // namespace candor::ctl
