#include "kiosk/fonts_ahead.h"

#include "text/shaper.h"
#include "ui/theme.h"
#include "ui/types.h"

namespace candor::kiosk {
namespace {

void open(text::Shaper& shaper, const ui::Type& type, const char* words) {
    const ui::Theme panel({1080, 1920}, ui::TextSize::normal);
    text::ParagraphSpec spec;
    text::Style style;
    style.size_px = panel.type(type.size);
    style.weight = type.weight;
    spec.spans.push_back({words, style, -1, {}});
    static_cast<void>(shaper.shape(spec));
}

}  // namespace

FontsAhead read_fonts_ahead() {
    FontsAhead fonts = text::Fonts::create();
    if (!*fonts) return fonts;
    text::Shaper shaper(***fonts);
    for (const ui::Type* type : {&ui::type::kHeadline, &ui::type::kLead, &ui::type::kLabel})
        open(shaper, *type, "Candor");
    open(shaper, ui::type::kButton, "Candor \u0639");  // languages have their own names
    return fonts;
}

}  // namespace candor::kiosk
