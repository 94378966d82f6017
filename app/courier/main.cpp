#include <sys/prctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>

#include "base/last_catch.h"
#include "base/log.h"
#include "base/no_dumps.h"
#include "base/places.h"
#include "base/quit_signals.h"
#include "base/version.h"
#include "courier/courier.h"

namespace candor::courier {
namespace {

int start(int argc, char** argv) {
    CLI::App app{"Candor: takes sealed requests from a kiosk to the clinic's server",
                 "candor-courier"};
    app.set_version_flag("--version", base::version_line("candor-courier"));
    std::filesystem::path state = base::default_places().state;
    pid_t parent = 0;
    app.add_option("--state", state, "the kiosk's state folder, with its kiosk.yaml");
    app.add_option("--end-with", parent, "end when this process does, which started it (its id)");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const base::StopSignal stop;
    const base::QuitSignals signals(stop.fd());
    if (parent > 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent) return 0;  // it has ended already
    }
    const auto ran = Courier(state, stop).run();
    if (!ran) base::log(ran.error());
    return ran ? 0 : 1;
}

}  // namespace
}  // namespace candor::courier

int main(int argc, char** argv) {
    candor::base::forbid_dumps();
    return candor::base::run_program([&] { return candor::courier::start(argc, argv); });
}
