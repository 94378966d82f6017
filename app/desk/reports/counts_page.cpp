#include <algorithm>
#include <cmath>
#include <map>

#include "desk/shell/column_page.h"
#include "desk/shell/pages.h"
#include "screens/self_check/wording.h"

namespace candor::desk {
namespace {

using consult::Counted;
using ui::Colour;
using ui::Ui;

constexpr Counted kMeasures[] = {Counted::visit_started, Counted::self_check_finished,
                                 Counted::page_opened,   Counted::quick_check_right,
                                 Counted::request_sent,  Counted::found_clear,
                                 Counted::found_unclear};
constexpr std::size_t kMostPages = 12;

class CountsPage {
  public:
    CountsPage(const CountsReport& report, Ui& ui) : report_(report), ui_(ui) {}

    void draw(const base::Rect& area) {
        const std::string title = ui_.tr("navigation.counts");
        column_page(ui_, area, {"counts", title, 1180, 24}, [&](ui::Flow& flow) {
            flow.gap(6);
            flow.text(ui_.tr("counts.lead"), type::kLead);
            flow.gap(4);
            flow.text(ui_.tr("counts.today"), type::kSmall);
            flow.gap(18);
            if (report_.fault) {
                say_fault(flow, *report_.fault);
                flow.gap(12);
            }
            parts(flow);
        });
    }

  private:
    /// A chart a measure, two to a row, and the pages after the last.
    void parts(ui::Flow& flow) {
        for (std::size_t i = 0; i <= std::size(kMeasures); i += 2) {
            flow.row(2, 16, [&](ui::Flow& cell, std::size_t j) {
                base::Rect rect{cell.x(), cell.y(), cell.width(), ui_.px(186)};
                if (i + j < std::size(kMeasures))
                    chart(kMeasures[i + j], rect);
                else
                    rect.h = pages(rect);
                cell.take(rect.h);
            });
            flow.between(16);
        }
    }

    std::string date_of(const CountedDay& day) const {
        return screens::date_words(day.day, ui_.strings());
    }

    std::string words_of(std::int64_t number) {
        return number == 0 ? ui_.tr("counts.fewer", {{"n", std::to_string(consult::kFewest)}})
                           : std::to_string(number);
    }

    void chart(Counted what, const base::Rect& rect) {
        panel(ui_, rect);
        const CountedDays days = days_of(report_, what);
        const float pad = ui_.px(18), inner = rect.w - 2 * pad;
        const std::string title = ui_.tr(std::string("counts.") + consult::name_of(what));
        std::int64_t sum = 0, most = 0;
        for (const CountedDay& day : days) sum += day.number, most = std::max(most, day.number);
        const std::string total = sum == 0
                                      ? words_of(0) + " " + ui_.tr("counts.a-day")
                                      : ui_.tr("counts.at-least", {{"n", std::to_string(sum)}});
        const auto& right = ui_.shape(total, type::kSmall);
        const float title_w = inner - right.width() - ui_.px(12);
        const auto& name = ui_.shape(title, type::kName, title_w, text::Align::start, 1);
        ui_.canvas().paragraph(name, rect.x + pad, rect.y + ui_.px(16), title_w);
        ui_.canvas().paragraph(right, rect.x + rect.w - pad - right.width(), rect.y + ui_.px(17),
                               right.width());
        ui_.node({ui::Role::table, title, total, ui::kNoState, ui::kNoAction, rect});
        bars(days, most, {rect.x + pad, rect.y + ui_.px(52), inner, rect.h - ui_.px(88)});
        const float below = rect.bottom() - ui_.px(30);
        const auto& first = ui_.shape(date_of(days.front()), type::kFine);
        const auto& last = ui_.shape(date_of(days.back()), type::kFine);
        ui_.canvas().paragraph(first, rect.x + pad, below, first.width());
        ui_.canvas().paragraph(last, rect.x + rect.w - pad - last.width(), below, last.width());
    }

    /// A bar a day; a dot where there were too few to say how many.
    void bars(const CountedDays& days, std::int64_t most, const base::Rect& rect) {
        const float step = rect.w / static_cast<float>(days.size());
        rule(ui_, rect.x, rect.bottom(), rect.w);
        for (std::size_t i = 0; i < days.size(); ++i) {
            const float left = rect.x + step * static_cast<float>(i);
            const base::Rect column{left, rect.y, step, rect.h};
            ui_.node({ui::Role::row, date_of(days[i]), words_of(days[i].number), ui::kNoState,
                      ui::kNoAction, column});
            const float bar = std::max(3.0F, std::floor(step * 0.66F));
            const float x = std::round(left + (step - bar) / 2);
            if (days[i].number == 0) {
                const float dot = std::max(3.0F, ui_.px(4));
                ui_.canvas().circle({std::round(left + (step - dot) / 2),
                                     rect.bottom() - dot - ui_.px(3), dot, dot},
                                    Colour::field);
                continue;
            }
            const float share = static_cast<float>(days[i].number) / static_cast<float>(most);
            const float h = std::max(ui_.px(4), std::round(share * (rect.h - ui_.px(18))));
            ui_.canvas().rounded({x, rect.bottom() - h, bar, h}, ui_.px(3), Colour::teal);
            if (days[i].number != most) continue;
            const auto& label = ui_.shape(std::to_string(most), type::kFine);
            const float at =
                std::clamp(x + (bar - label.width()) / 2, rect.x, rect.right() - label.width());
            ui_.canvas().paragraph(label, at, rect.bottom() - h - ui_.px(18), label.width());
        }
    }

    void page_row(const base::Rect& row, const std::string& page, const std::string& value) {
        const auto& right = ui_.shape(value, type::kSmall);
        const float room = row.w - right.width() - ui_.px(12);
        const auto& name =
            ui_.shape(page, in(type::kSmall, Colour::ink), room, text::Align::start, 1);
        ui_.canvas().paragraph(name, row.x, row.y, room);
        ui_.canvas().paragraph(right, row.right() - right.width(), row.y, right.width());
        ui_.node({ui::Role::row, page, value, ui::kNoState, ui::kNoAction, row});
    }

    /// The pages that were opened most; returns its height.
    float pages(const base::Rect& rect) {
        std::map<std::string, std::int64_t> sums;
        const std::string first = days_of(report_, Counted::page_opened).front().day;
        for (const auto& count : report_.counts)
            if (count.what == Counted::page_opened && count.day >= first)
                sums[count.page] += count.number;
        std::vector<std::pair<std::string, std::int64_t>> order(sums.begin(), sums.end());
        std::stable_sort(order.begin(), order.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (order.size() > kMostPages) order.resize(kMostPages);
        const float pad = ui_.px(18), inner = rect.w - 2 * pad, row = ui_.px(24);
        base::Rect whole = rect;
        whole.h = std::max(rect.h, ui_.px(60) + row * static_cast<float>(order.size()));
        panel(ui_, whole);
        const std::string title = ui_.tr("counts.pages");
        ui_.text(rect.x + pad, rect.y + ui_.px(16), inner, title, type::kName, ui::Role::heading);
        ui::Flow rows(ui_, rect.x + pad, rect.y + ui_.px(46), inner);
        if (order.empty()) rows.text(ui_.tr("counts.no-pages"), type::kSmall);
        for (const auto& [page, number] : order)
            page_row(rows.take(row), page, std::to_string(number));
        return whole.h;
    }

    const CountsReport& report_;
    Ui& ui_;
};

}  // namespace

void draw_counts(const Drawing& at, const base::Rect& area) {
    if (!at.studio().counted) return at.ui.canvas().fill(area, Colour::list);
    CountsPage(*at.studio().counted, at.ui).draw(area);
}

}  // namespace candor::desk
