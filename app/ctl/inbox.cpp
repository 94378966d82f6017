#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "consult/request/fhir.h"
#include "consult/store/queue_rows.h"
#include "ctl/inbox_open.h"
#include "ctl/inbox_send.h"
#include "ctl/inbox_verify.h"
#include "ctl/inbox_work.h"
#include "ctl/moments.h"
#include "ctl/request_text.h"
#include "ctl/verbs.h"

namespace candor::ctl {
namespace {

struct ListOptions {
    InboxStore store;
    std::vector<std::string> progress;  ///< only these; empty: all
    int older_than_days = 0;
    bool newest_first = false;
};

struct ExportOptions {
    OpenOptions open;
    std::string format = "fhir";
};

bool is_wanted(const consult::InboxRow& row, const ListOptions& options,
               const std::string& created_before) {
    const auto& states = options.progress;
    return (states.empty() ||
            std::find(states.begin(), states.end(), row.request.state) != states.end()) &&
           (options.older_than_days == 0 || row.request.created < created_before);
}

/// Damaged rows come last, and unless they are asked for only the first of them: they may be many,
/// put there by whoever has a kiosk's login, and must hide nobody.
void print(std::vector<consult::InboxRow>& rows, const ListOptions& options,
           const std::string& now) {
    constexpr std::ptrdiff_t kMostDamaged = 20;
    const auto damaged = std::stable_partition(rows.begin(), rows.end(), [](const auto& row) {
        return row.request.state != consult::kDamaged;
    });
    const auto left = rows.end() - damaged;
    const auto end =
        options.progress.empty() && left > kMostDamaged ? damaged + kMostDamaged : rows.end();
    for (auto row = rows.begin(); row != end; ++row) std::cout << to_line(*row, now) << '\n';
    if (left > 0)
        std::cerr << left << (left == 1 ? " row" : " rows")
                  << " cannot be read; all of them: --only damaged\n";
}

int list(const ListOptions& options) {
    const auto inbox = open_inbox(options.store);
    if (!inbox) return refuse(inbox.error());
    auto rows = (*inbox)->rows();
    if (!rows) return refuse(rows.error());
    const std::string now = base::utc_now();
    const std::string created_before = days_before(now, options.older_than_days);
    std::erase_if(*rows, [&](const auto& row) { return !is_wanted(row, options, created_before); });
    if (options.newest_first) std::reverse(rows->begin(), rows->end());
    print(*rows, options, now);
    if (rows->empty()) std::cerr << "No requests.\n";
    return 0;
}

int show(const OpenOptions& options) {
    const auto opened = open_request(options);
    if (!opened) return 1;
    std::string text = to_text(opened->row.request, opened->inside.request);
    std::string done = to_text(opened->changes, opened->key);
    std::cout << text << done << std::flush;
    base::wipe(text);
    base::wipe(done);
    return 0;
}

int export_fhir(const ExportOptions& options) {
    const auto opened = open_request(options.open);
    if (!opened) return 1;
    const auto bundle = consult::fhir::with_progress(
        opened->inside.bundle.view(), opened->row.progress, opened->row.request.reference, 2);
    if (!bundle) return refuse(bundle.error());
    std::cout << bundle->view() << std::endl;
    return 0;
}

void add_list_verb(CLI::App& inbox, int& exit_status) {
    CLI::App* verb =
        inbox.add_subcommand("list", "Reference, time, state and age of each; needs no key");
    auto options = std::make_shared<ListOptions>();
    add_store_options(*verb, options->store);
    verb->add_option("--only", options->progress,
                     "These alone: new, called, booked, closed or damaged; may be repeated")
        ->delimiter(',')
        ->check(CLI::IsMember({"new", "called", "booked", "closed", "damaged"}));
    verb->add_option("--older-than", options->older_than_days, "Sent more than so many days ago")
        ->check(CLI::Range(1, 36500));
    verb->add_flag("--newest-first", options->newest_first, "Not oldest first");
    verb->callback([options, &exit_status] { exit_status = list(*options); });
}

void add_show_verb(CLI::App& inbox, int& exit_status) {
    auto options = std::make_shared<OpenOptions>();
    add_opening_verb(inbox, "show", "Open one and read it", *options)
        ->callback([options, &exit_status] { exit_status = show(*options); });
}

void add_export_verb(CLI::App& inbox, int& exit_status) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* verb =
        add_opening_verb(inbox, "export", "Open one for another system", options->open);
    verb->add_option("--format", options->format, "fhir: the FHIR R4 transaction Bundle")
        ->check(CLI::IsMember({"fhir"}));
    verb->callback([options, &exit_status] { exit_status = export_fhir(*options); });
}

}  // namespace

void add_inbox_verbs(CLI::App& app, int& exit_status) {
    CLI::App* inbox = app.add_subcommand("inbox", "Requests that people sent");
    inbox->require_subcommand(1);
    add_list_verb(*inbox, exit_status);
    add_show_verb(*inbox, exit_status);
    add_export_verb(*inbox, exit_status);
    add_inbox_send_verb(*inbox, exit_status);
    add_inbox_work_verbs(*inbox, exit_status);
    add_inbox_verify_verb(*inbox, exit_status);
}

}  // namespace candor::ctl
