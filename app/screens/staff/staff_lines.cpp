#include "screens/staff/staff_lines.h"

namespace candor::screens {

float staff_lines(ui::Ui& ui, const Column& column, const std::string& title,
                  const std::vector<StaffLine>& lines, float y) {
    const float start = y;
    y += ui.text(column.x, y, column.width, title, ui::type::kHeadline, ui::Role::heading) +
         ui.px(28);
    const auto body = [&](float top) {
        float at = top + ui.px(36);
        for (const StaffLine& line : lines) {
            ui::Type type = ui::type::kSmall;
            type.colour = line.bad ? ui::colour::kBrown : ui::colour::kSoftInk;
            at += ui.text(column.x + ui.px(40), at, column.width - ui.px(80), line.words, type,
                          line.bad ? ui::Role::alert : ui::Role::status) +
                  ui.px(6);
        }
        return at + ui.px(30) - top;
    };
    return y + card_around(ui, column, y, body) - start;
}

}  // namespace candor::screens
