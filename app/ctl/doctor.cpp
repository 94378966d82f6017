#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "ctl/doctor_checks.h"
#include "ctl/doctor_languages.h"
#include "ctl/doctor_packs.h"
#include "ctl/verbs.h"

namespace candor::ctl {
namespace {

struct DoctorOptions {
    std::string state, content, clinic_key;
};

int examine(const DoctorOptions& options) {
    std::vector<Checked> checks = {
        check_state_folder(options.state),
        check_requests(options.state),
        check_record(options.state),
        check_key(options.state, options.clinic_key),
        check_clock(options.state, base::utc_now()),
    };
    for (auto found : {check_set_aside(options.state), check_delivery(options.state),
                       check_courier(options.state), check_printer(options.state),
                       check_starts(options.state), check_day(options.state, base::local_today())})
        if (found) checks.push_back(std::move(*found));
    for (auto& secret : check_secrets(options.state)) checks.push_back(std::move(secret));
    for (auto& note : check_machine("/proc")) checks.push_back(std::move(note));
    for (auto& checked : check_installed(options.state)) checks.push_back(std::move(checked));
    for (auto& checked : check_methods(options.state, options.content))
        checks.push_back(std::move(checked));
    for (auto& checked : check_languages(options.state, options.content))
        checks.push_back(std::move(checked));
    for (auto& checked : check_content(options.content, base::local_today()))
        checks.push_back(std::move(checked));
    bool well = true;
    for (const auto& checked : checks) {
        std::cout << to_line(checked) << '\n';
        well = well && checked.health != Health::bad;
    }
    return well ? 0 : 1;
}

}  // namespace

void add_doctor_verbs(CLI::App& app, int& exit_status) {
    auto options = std::make_shared<DoctorOptions>();
    CLI::App* verb = app.add_subcommand("doctor", "Is this kiosk well? One line a check");
    verb->add_option("--state", options->state, "The kiosk's state folder")->required();
    verb->add_option("--clinic-key", options->clinic_key,
                     "The public key that the kiosk is started with, if it is");
    verb->add_option("--content", options->content, "The kiosk's content folder")->required();
    verb->callback([options, &exit_status] { exit_status = examine(*options); });
}

}  // namespace candor::ctl
