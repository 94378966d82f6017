#include "screens/staff_delivery.h"

#include <vector>

namespace candor::screens {
namespace {

struct Line {
    std::string words;
    bool bad = false;
};

std::vector<Line> lines_of(const ui::Strings& strings, const StaffDelivery& delivery) {
    std::vector<Line> lines;
    const bool failing = !delivery.problem.empty();
    lines.push_back({delivery.waiting == 0
                         ? strings("staff.delivery.none-waiting")
                         : strings.plural("staff.delivery.waiting", delivery.waiting)});
    if (!delivery.oldest.empty())
        lines.push_back({strings("staff.delivery.oldest", {{"time", delivery.oldest}})});
    if (failing) {
        lines.push_back({strings(delivery.problem), true});
        if (!delivery.failing_since.empty())
            lines.push_back(
                {strings("staff.delivery.failing-since", {{"time", delivery.failing_since}}),
                 true});
        lines.push_back({strings("staff.delivery.nothing-lost")});
    }
    if (!delivery.last_delivered.empty())
        lines.push_back({strings("staff.delivery.last", {{"time", delivery.last_delivered}})});
    return lines;
}

float body(ui::Ui& ui, const Column& column, const std::vector<Line>& lines, float top) {
    float y = top + ui.px(36);
    for (const Line& line : lines) {
        ui::Type type = ui::type::kSmall;
        type.colour = line.bad ? ui::colour::kBrown : ui::colour::kSoftInk;
        y += ui.text(column.x + ui.px(40), y, column.width - ui.px(80), line.words, type,
                     line.bad ? ui::Role::alert : ui::Role::status) +
             ui.px(6);
    }
    return y + ui.px(30) - top;
}

}  // namespace

float delivery_part(ui::Ui& ui, const Column& column, const StaffDelivery& delivery, float y) {
    const float start = y;
    y += ui.text(column.x, y, column.width, ui.tr("staff.delivery.title"), ui::type::kHeadline,
                 ui::Role::heading) +
         ui.px(28);
    const auto lines = lines_of(ui.strings(), delivery);
    float height = 0;
    ui.measure([&] { height = body(ui, column, lines, y); });
    ui::card(ui, {column.x, y, column.width, height});
    return y + body(ui, column, lines, y) - start;
}

}  // namespace candor::screens
