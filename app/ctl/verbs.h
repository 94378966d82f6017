#pragma once

namespace CLI {
class App;
}

namespace candor::ctl {

/// Each adds its verbs to the program. A verb that runs leaves in `exit_status` 0 for done, or 1
/// for findings or a refusal; CLI11 itself tells of wrong usage, which is 2. `exit_status` must
/// outlive the parsing.
void add_screening_verbs(CLI::App& app, int& exit_status);
void add_pack_verbs(CLI::App& app, int& exit_status);
/// Of `candor pack`, after add_pack_verbs(): build, sign, verify.
void add_package_verbs(CLI::App& app, int& exit_status);
/// The same: po.
void add_po_verb(CLI::App& app, int& exit_status);
/// The same: install, list, rollback.
void add_store_verbs(CLI::App& app, int& exit_status);
void add_language_verbs(CLI::App& app, int& exit_status);
void add_setup_verb(CLI::App& app, int& exit_status);
void add_staff_code_verb(CLI::App& app, int& exit_status);
void add_keys_verbs(CLI::App& app, int& exit_status);
void add_inbox_verbs(CLI::App& app, int& exit_status);
void add_stats_verb(CLI::App& app, int& exit_status);
void add_doctor_verbs(CLI::App& app, int& exit_status);

}  // namespace candor::ctl
