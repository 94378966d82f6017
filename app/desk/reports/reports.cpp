#include "desk/reports/reports.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "base/clock.h"
#include "consult/handover/handover.h"
#include "consult/store/outbox.h"
#include "consult/store/queue.h"
#include "content/packs_here.h"
#include "pack/package/library.h"
#include "pack/package/policy.h"
#include "pack/package/store.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

/// No request yet is no fault.
void read_requests(KioskReport& report) {
    const fs::path file = report.state / "consult.db";
    const auto note = [&](const base::Fault& fault) {
        if (fault.kind != base::FaultKind::not_found) report.fault = fault;
    };
    const auto queue = consult::Queue::open(file, consult::OpenMode::read);
    if (!queue) return note(queue.error());
    const auto rows = (*queue)->list();
    if (!rows) return note(rows.error());
    report.stored = static_cast<std::int64_t>(rows->size());
    if (!report.delivers) return;
    const auto outbox = consult::Outbox::open(file);
    if (!outbox) return note(outbox.error());
    const auto waiting = (*outbox)->count();
    if (!waiting) return note(waiting.error());
    report.waiting = waiting->count;
    report.oldest = waiting->oldest;
}

/// `days` before a FHIR date, as a FHIR date.
std::string days_before(const std::string& today, int days) {
    int year = 1970;
    unsigned month = 1, day = 1;
    std::sscanf(today.c_str(), "%d-%u-%u", &year, &month, &day);
    namespace chrono = std::chrono;
    const chrono::sys_days then =
        chrono::sys_days{chrono::year{year} / chrono::month{month} / chrono::day{day}} -
        chrono::days{days};
    const chrono::year_month_day date{then};
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

}  // namespace

std::shared_ptr<const KioskReport> read_kiosk(const fs::path& state, const fs::path& content) {
    auto report = std::make_shared<KioskReport>();
    report->state = state;
    const pack::Policy policy = pack::read_policy(state);
    report->delivers = policy.wants_delivery;
    const auto day = pack::day_seen(state, base::local_today());
    const auto library =
        pack::load_library(content, pack::installed_packs(state, policy), policy.show_shipped,
                           day.judged, policy.review_grace_days, pack::overdue_on(day));
    report->packs = content::packs_here(*library, state, policy, day.judged);
    if (report->delivers) report->courier_lives = consult::whether_courier_lives(state);
    read_requests(*report);
    return report;
}

std::shared_ptr<const CountsReport> read_counts(const fs::path& state) {
    auto report = std::make_shared<CountsReport>();
    report->today = base::local_today();
    auto counts = consult::Counts::open_to_read(state / "counts.db");
    if (!counts) {
        if (counts.error().kind != base::FaultKind::not_found) report->fault = counts.error();
        return report;
    }
    auto shown = (*counts)->shown(report->today);
    if (shown)
        report->counts = std::move(*shown);
    else
        report->fault = shown.error();
    return report;
}

CountedDays days_of(const CountsReport& report, consult::Counted what) {
    CountedDays days;
    for (int i = 0; i < kDaysShown; ++i)
        days[static_cast<std::size_t>(i)].day = days_before(report.today, kDaysShown - i);
    for (const consult::DayCount& count : report.counts) {
        if (count.what != what) continue;
        const auto day = std::find_if(days.begin(), days.end(), [&](const CountedDay& each) {
            return each.day == count.day;
        });
        if (day != days.end()) day->number += count.number;
    }
    return days;
}

}  // namespace candor::desk
