#include <algorithm>
#include <map>

#include "base/instant.h"
#include "desk/shell/moments.h"
#include "desk/shell/pages.h"
#include "desk/studio/packs_page.h"
#include "text/style.h"
#include "ui/fault_text.h"

namespace candor::desk {
namespace {

using ui::Ui;
namespace colour = ui::colour;

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
    KiosksPage(const State& state, Ui& ui, const base::Rect& area)
        : state_(state),
          ui_(ui),
          area_(area),
          x_(area.x + ui.px(32)),
          width_(std::min(area.w - ui.px(64), ui.px(820))) {}

    void draw() {
        ui_.canvas().fill(area_, kListGround);
        float y = ui_.begin_scroll("kiosks", area_) + ui_.px(28);
        const float start = y;
        y += ui_.text(x_, y, width_, ui_.tr("navigation.kiosks"), type::kHeadline,
                      ui::Role::heading) +
             ui_.px(18);
        y = seen(y);
        y = machine(y);
        y = packs(y);
        ui_.end_scroll(y - start + ui_.px(60));
    }

  private:
    float line(float y, const std::string& name, const std::string& value,
               base::Rgba ink = colour::kInk) {
        const float half = width_ / 2;
        const auto& left = ui_.shape(name, in(type::kBody, colour::kSoftInk), half - ui_.px(8));
        const auto& right = ui_.shape(value, in(type::kStrong, ink), half, text::Align::end);
        const float height = std::max(left.height(), right.height());
        ui_.canvas().paragraph(left, x_, y + ui_.px(10), half - ui_.px(8));
        ui_.canvas().paragraph(right, x_ + half, y + ui_.px(10), half);
        ui_.node({ui::Role::row,
                  name,
                  value,
                  ui::kNoState,
                  ui::kNoAction,
                  {x_, y, width_, height + ui_.px(20)}});
        rule(ui_, x_, y + height + ui_.px(20), width_);
        return y + height + ui_.px(21);
    }

    float words(float y, const std::string& text, base::Rgba ink, ui::Role role) {
        return y + ui_.px(10) +
               ui_.text(x_, y + ui_.px(10), width_, text, in(type::kBody, ink), role) + ui_.px(10);
    }

    float seen(float y) {
        const auto all = kiosks_seen(state_);
        if (all.empty()) return y;
        y += caption(ui_, x_, y, width_, ui_.tr("kiosks.seen"));
        for (const auto& [name, kiosk] : all)
            y = line(y, name,
                     ui_.strings().plural("kiosks.requests", kiosk.requests) + " · " +
                         ui_.tr("kiosks.newest",
                                {{"age", age_words(ui_.strings(), kiosk.newest_s, state_.now_s)}}));
        return y + ui_.px(24);
    }

    float machine(float y) {
        y += caption(ui_, x_, y, width_, ui_.tr("kiosks.machine"));
        const auto& report = state_.studio.kiosk;
        if (!report) return words(y, ui_.tr("kiosks.looking"), colour::kSoftInk, ui::Role::status);
        const std::string folder = report->state.string();
        const auto& path = shape_path(ui_, folder, type::kFine, width_);
        ui_.canvas().paragraph(path, x_, y + ui_.px(8), width_);
        ui_.node({ui::Role::paragraph,
                  folder,
                  {},
                  ui::kNoState,
                  ui::kNoAction,
                  {x_, y + ui_.px(8), width_, path.height()}});
        y += path.height() + ui_.px(10);
        if (report->fault)
            return words(y, ui::fault_text(*report->fault, ui_.strings(), "trouble."),
                         colour::kBrown, ui::Role::alert) +
                   ui_.px(14);
        y = line(y, ui_.tr("kiosks.stored"), std::to_string(report->stored));
        if (!report->delivers)
            return words(y, ui_.tr("kiosks.no-delivery"), colour::kSoftInk, ui::Role::paragraph) +
                   ui_.px(14);
        y = line(y, ui_.tr("kiosks.waiting"), std::to_string(report->waiting),
                 report->waiting > 0 ? colour::kBrown : colour::kInk);
        if (!report->oldest.empty())
            y = line(
                y, ui_.tr("kiosks.oldest"),
                age_words(
                    ui_.strings(), base::seconds_of(report->oldest).value_or(0), state_.now_s,
                    base::is_hour(report->oldest) ? Known::to_the_hour : Known::to_the_second));
        return words(y, ui_.tr("kiosks.why"), colour::kSoftInk, ui::Role::paragraph) + ui_.px(14);
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

    float packs(float y) {
        const auto& report = state_.studio.kiosk;
        if (!report) return y;
        y += caption(ui_, x_, y, width_, ui_.tr("kiosks.packs"));
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
            y = line(y, title, state, bad ? colour::kBrown : colour::kInk);
        }
        if (report->packs.empty())
            y = words(y, ui_.tr("packs.none"), colour::kSoftInk, ui::Role::status);
        return y;
    }

    const State& state_;
    Ui& ui_;
    base::Rect area_;
    float x_, width_;
};

}  // namespace

void draw_kiosks(const State& state, Ui& ui, Intents&, const base::Rect& area) {
    KiosksPage(state, ui, area).draw();
}

}  // namespace candor::desk
