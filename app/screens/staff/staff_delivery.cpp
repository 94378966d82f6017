#include "screens/staff/staff_delivery.h"

#include <vector>

#include "screens/staff/staff_lines.h"

namespace candor::screens {
namespace {

std::vector<StaffLine> lines_of(const ui::Strings& strings, const StaffDelivery& delivery) {
    std::vector<StaffLine> lines;
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

}  // namespace

void draw_delivery_part(ui::Flow& flow, const StaffDelivery& delivery) {
    const ui::Strings& strings = flow.ui().strings();
    draw_staff_lines(flow, strings("staff.delivery.title"), lines_of(strings, delivery));
}

}  // namespace candor::screens
