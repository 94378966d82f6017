#include <algorithm>
#include <map>

#include "base/instant.h"
#include "desk/shell/column_page.h"
#include "desk/shell/moments.h"
#include "desk/shell/own_direction.h"
#include "desk/shell/pages.h"
#include "text/style.h"
#include "ui/ui.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

struct Seen {
    int requests = 0;
    std::int64_t newest_s = 0;
};

std::map<std::string, Seen> kiosks_seen(const State& state) {
    std::map<std::string, Seen> seen;
    if (!state.inbox.requests) return seen;
    for (const EntryPtr& entry : state.inbox.requests->all()) {
        if (entry->row.kiosk.empty()) continue;
        Seen& kiosk = seen[entry->row.kiosk];
        ++kiosk.requests;
        kiosk.newest_s = std::max(kiosk.newest_s, entry->created_s);
    }
    return seen;
}

class KiosksPage {
  public:
    KiosksPage(const State& state, Ui& ui) : state_(state), ui_(ui) {}

    void draw(const base::Rect& area) {
        const std::string title = ui_.tr("navigation.kiosks");
        column_page(ui_, area, {"kiosks", title}, [&](ui::Flow& flow) {
            flow.gap(18);
            seen(flow);
            machine(flow);
            packs(flow);
        });
    }

  private:
    void line(ui::Flow& flow, const std::string& name, const std::string& value,
              ui::Colour ink = Colour::ink) {
        const float half = flow.width() / 2, room = half - ui_.px(8);
        const auto& left = ui_.shape(name, in(type::kBody, Colour::soft_ink), room);
        const auto& right = ui_.shape(value, in(type::kStrong, ink), half, text::Align::end);
        const float pad = ui_.px(10);
        const base::Rect row = flow.take(std::max(left.height(), right.height()) + 2 * pad);
        ui_.canvas().paragraph(left, row.x, row.y + pad, room);
        ui_.canvas().paragraph(right, row.x + half, row.y + pad, half);
        ui_.node({ui::Role::row, name, value, ui::kNoState, ui::kNoAction, row});
        rule(flow);
    }

    static void words(ui::Flow& flow, const std::string& text, ui::Colour ink, ui::Role role) {
        flow.gap(10);
        flow.text(text, in(type::kBody, ink), role);
        flow.gap(10);
    }

    void seen(ui::Flow& flow) {
        const auto all = kiosks_seen(state_);
        if (all.empty()) return;
        caption(flow, ui_.tr("kiosks.seen"));
        for (const auto& [name, kiosk] : all)
            line(flow, name,
                 ui_.strings().plural("kiosks.requests", kiosk.requests) + " · " +
                     ui_.tr("kiosks.newest",
                            {{"age", age_words(ui_.strings(), kiosk.newest_s, state_.now_s)}}));
        flow.gap(24);
    }

    void machine(ui::Flow& flow) {
        caption(flow, ui_.tr("kiosks.machine"));
        const auto& report = state_.studio.kiosk;
        if (!report)
            return words(flow, ui_.tr("kiosks.looking"), Colour::soft_ink, ui::Role::status);
        const std::string folder = report->state.string();
        flow.gap(8);
        registered(flow, shape_path(ui_, folder, type::kFine, flow.width()), folder);
        flow.gap(2);
        if (report->fault) {
            flow.gap(10);
            say_fault(flow, *report->fault);
            flow.gap(10);
        } else {
            delivery(flow, *report);
        }
        flow.gap(14);
    }

    void delivery(ui::Flow& flow, const KioskReport& report) {
        line(flow, ui_.tr("kiosks.stored"), std::to_string(report.stored));
        if (!report.delivers)
            return words(flow, ui_.tr("kiosks.no-delivery"), Colour::soft_ink, ui::Role::paragraph);
        if (const auto lives = report.courier_lives)
            line(flow, ui_.tr("kiosks.courier"),
                 ui_.tr(*lives ? "kiosks.courier-runs" : "kiosks.courier-stopped"),
                 *lives ? Colour::ink : Colour::brown);
        line(flow, ui_.tr("kiosks.waiting"), std::to_string(report.waiting),
             report.waiting > 0 ? Colour::brown : Colour::ink);
        if (!report.oldest.empty())
            line(flow, ui_.tr("kiosks.oldest"),
                 age_words(
                     ui_.strings(), base::seconds_of(report.oldest).value_or(0), state_.now_s,
                     base::is_hour(report.oldest) ? Known::to_the_hour : Known::to_the_second));
        words(flow, ui_.tr("kiosks.why"), Colour::soft_ink, ui::Role::paragraph);
    }

    std::string review_words(const content::StaffPack& pack) {
        const auto& review = pack.review;
        const auto days = [&](const char* key, int count) {
            return ui_.strings().plural(key, count);
        };
        switch (review.due.time) {
            case pack::ReviewTime::coming:
                return days("kiosks.review-in", review.due.days);
            case pack::ReviewTime::passed:
                return days("kiosks.review-over", -review.due.days);
            case pack::ReviewTime::withdrawn:
                return ui_.tr("kiosks.withdrawn");
            case pack::ReviewTime::current:
                break;
        }
        if (review.status != pack::ReviewStatus::reviewed) return ui_.tr("packs.not-reviewed");
        return ui_.tr("packs.reviewed-by",
                      {{"name", review.name}, {"role", review.role}, {"date", review.date}});
    }

    void packs(ui::Flow& flow) {
        const auto& report = state_.studio.kiosk;
        if (!report) return;
        caption(flow, ui_.tr("kiosks.packs"));
        for (const content::StaffPack& pack : report->packs) {
            const std::string title =
                pack.title.empty() ? pack.id : pack.title.in(ui_.strings().language());
            std::string state = ui_.tr(pack.shipped ? "kiosks.shipped" : "kiosks.installed",
                                       {{"version", std::to_string(pack.version)}}) +
                                " · " + review_words(pack);
            const bool due = pack.review.due.time != pack::ReviewTime::current;
            bool bad = due || !pack.problem.empty();
            if (!pack.problem.empty()) state = ui_.tr("kiosks.cannot-be-shown");
            if (pack.damaged_version) {
                state += " · " + ui_.tr("kiosks.fell-back",
                                        {{"version", std::to_string(*pack.damaged_version)}});
                bad = true;
            }
            line(flow, title, state, bad ? Colour::brown : Colour::ink);
        }
        if (report->packs.empty())
            words(flow, ui_.tr("packs.none"), Colour::soft_ink, ui::Role::status);
    }

    const State& state_;
    Ui& ui_;
};

}  // namespace

void draw_kiosks(const Drawing& at, const base::Rect& area) {
    KiosksPage(at.state, at.ui).draw(area);
}

}  // namespace candor::desk
