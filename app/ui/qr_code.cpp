#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace candor::ui {
namespace {

// A phone that looks at 1920 pixels over 65 degrees sees 3.8 of them a millimetre at 40 cm, and a
// reader wants three a square.
constexpr float kLeastSquareMm = 0.8F;
constexpr int kMostSquares = 117;  // version 25: more takes a steady hand

}  // namespace

int most_squares(Ui& ui, float side) {
    const float least = std::max(1.0F, std::ceil(kLeastSquareMm * ui.pixels_per_mm()));
    return std::min(static_cast<int>((side - 1) / least) - 2 * qr::kQuietZone, kMostSquares);
}

bool qr_code(Ui& ui, const base::Rect& rect, const std::string& text, std::string_view name) {
    const qr::Code* code = ui.code_of(text, most_squares(ui, std::min(rect.w, rect.h)));
    if (code == nullptr) return false;
    ui.node({Role::img, std::string(name), {}, kNoState, kNoAction, rect});
    ui.canvas().rounded(rect, ui.px(12), Colour::code_ground);
    ui.canvas().squares(rect, code->side, qr::kQuietZone, code->dark, Colour::code);
    return true;
}

}  // namespace candor::ui
