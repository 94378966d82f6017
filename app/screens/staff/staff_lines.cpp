#include "screens/staff/staff_lines.h"

namespace candor::screens {

void draw_staff_lines(ui::Flow& flow, const std::string& title,
                      const std::vector<StaffLine>& lines) {
    flow.heading(title, ui::type::kHeadline);
    flow.gap(28);
    flow.card({40, 36, 30}, [&](ui::Flow& inner) {
        for (const StaffLine& line : lines) {
            ui::Type type = ui::type::kSmall;
            type.colour = line.bad ? ui::Colour::brown : ui::Colour::soft_ink;
            inner.text(line.words, type, line.bad ? ui::Role::alert : ui::Role::status);
            inner.gap(6);
        }
    });
}

}  // namespace candor::screens
