#include "screens/staff/staff_kiosk.h"

#include <vector>

#include "screens/staff/staff_lines.h"

namespace candor::screens {
namespace {

void add_requests(const ui::Strings& strings, const KioskHealth& kiosk,
                  std::vector<StaffLine>& lines) {
    if (kiosk.takes_requests) {
        lines.push_back({strings("staff.kiosk.takes-requests")});
    } else {
        lines.push_back({strings(kiosk.problem), true});
        lines.push_back({strings("staff.kiosk.asks-staff"), true});
    }
    if (!kiosk.key.empty())
        lines.push_back({strings("staff.kiosk.key", {{"key", strings.isolated(kiosk.key)}})});
    if (kiosk.demonstration) lines.push_back({strings("staff.kiosk.demonstration"), true});
    for (const std::string& file : kiosk.set_aside)
        lines.push_back(
            {strings("staff.kiosk.set-aside", {{"file", strings.isolated(file)}}), true});
}

/// What the clinic added and cannot be offered, and what nobody can read.
void add_languages(const ui::Strings& strings, const content::Catalog& catalog,
                   std::vector<StaffLine>& lines) {
    for (const std::string& code : catalog.refused)
        lines.push_back(
            {strings("staff.kiosk.language-refused", {{"language", strings.isolated(code)}}),
             true});
    for (const auto* packs : {&catalog.library->packs, &catalog.library->self_checks})
        for (const pack::Pack& pack : *packs)
            for (const std::string& code : pack.languages)
                if (!catalog.speaks(code))
                    lines.push_back({strings("staff.kiosk.not-spoken",
                                             {{"title", pack.title.in(strings.language())},
                                              {"language", strings.isolated(code)}}),
                                     true});
}

std::vector<StaffLine> kiosk_lines(const ui::Strings& strings, const State& state) {
    std::vector<StaffLine> lines;
    add_requests(strings, state.kiosk, lines);
    const StaffNews& news = state.visit.staff.news;
    if (news.wrong_codes > 0)
        lines.push_back({strings.plural("staff.kiosk.wrong-codes", news.wrong_codes), true});
    if (news.clock)
        lines.push_back(
            {strings(news.clock->ahead ? "staff.kiosk.clock-ahead" : "staff.kiosk.clock-behind",
                     {{"clock", strings.isolated(news.clock->clock)},
                      {"seen", strings.isolated(news.clock->seen)}}),
             true});
    add_languages(strings, *state.catalog, lines);
    return lines;
}

}  // namespace

void draw_kiosk_part(const Drawing& at, ui::Flow& flow) {
    draw_staff_lines(flow, at.tr("staff.kiosk.title"), kiosk_lines(at.ui.strings(), at.state));
    if (!at.visit().staff.news.clock) return;
    flow.gap(24);
    const std::string label = at.tr("staff.kiosk.clock-right");
    if (ui::button(flow, {label, ui::ButtonKind::outline, "check", {}, "clock"}))
        at.emit(BelieveClock{});
}

}  // namespace candor::screens
