#pragma once
#include <functional>
#include <string>

#include "screens/frame/intent.h"
#include "ui/widgets.h"

namespace candor::screens {

/// The column that a screen's content stands in: 56 units of margin, never wider than lines that
/// read well.
struct Column {
    float x = 0, width = 0;
};
Column content_column(ui::Ui& ui);
/// A card across the column around what `body` draws at a y; it is first run muted to measure.
/// Returns its height.
float card_around(ui::Ui& ui, const Column& column, float y,
                  const std::function<float(float y)>& body);

/// The bar on top: a back button (or the brand) at the start, "Ask staff", text size and language
/// at the end. Returns the y below it.
struct TopBar {
    std::string back_label;   ///< empty: the brand
    bool back_stops = false;  ///< the button stops the self-check instead of going back
    bool finish = false;      ///< offers "Finish" as well
};
float top_bar(const State& state, ui::Ui& ui, Intents& intents, const TopBar& spec);

/// "Demonstration", where the kiosk runs on its demonstration key; returns its width (0: none).
float demonstration_badge(const State& state, ui::Ui& ui, float x, float y);

/// The two buttons at the bottom; an empty label leaves one out. `next` is given the larger share.
struct Footer {
    std::string back, next;
    std::string_view back_icon = "back", next_icon = "next";
    bool next_disabled = false;
};
enum class FooterTap { none, back, next };
/// The height that the footer takes, its margins included.
float footer_height(ui::Ui& ui, const Footer& spec);
FooterTap footer(ui::Ui& ui, const Footer& spec);

/// A scrolling body between `top` and `bottom` with a soft fade at its lower edge. `draw(y)` draws
/// from y on and returns the y where its content ends.
void scrolling_body(ui::Ui& ui, float top, float bottom, const std::function<float(float y)>& draw);

/// A page turn in progress: what was just drawn comes up out of the paper. `shown` runs from 0
/// to 1.
void page_turn(ui::Ui& ui, float top, float bottom, float shown);

}  // namespace candor::screens
