#include "ctl/program.h"

#include <sodium.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "base/version.h"
#include "ctl/verbs.h"

namespace candor::ctl {
namespace {

constexpr int kWrongUsage = 2;

}  // namespace

int run(int argc, const char* const* argv) {
    if (sodium_init() < 0) {
        std::cerr << "candor: error [internal] libsodium does not start.\n";
        return 1;
    }
    int exit_status = 0;
    CLI::App app("Candor's command line: keys, requests, packs and health", "candor");
    app.set_version_flag("--version", base::version_line("candor"));
    app.require_subcommand(1);
    add_keys_verbs(app, exit_status);
    add_inbox_verbs(app, exit_status);
    add_pack_verbs(app, exit_status);
    add_package_verbs(app, exit_status);
    add_po_verb(app, exit_status);
    add_store_verbs(app, exit_status);
    add_language_verbs(app, exit_status);
    add_setup_verb(app, exit_status);
    add_staff_code_verb(app, exit_status);
    add_screening_verbs(app, exit_status);
    add_stats_verb(app, exit_status);
    add_doctor_verbs(app, exit_status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kWrongUsage;
    }
    return exit_status;
}

}  // namespace candor::ctl
