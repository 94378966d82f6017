#pragma once
#include <string>

#include "screens/frame/drawing.h"
#include "ui/widgets.h"

namespace candor::screens {

/// The column that a screen's content stands in: 56 units of margin, never wider than lines that
/// read well.
struct Column {
    float x = 0, width = 0;
};
Column content_column(ui::Ui& ui);
/// That column, from y on.
ui::Flow content_flow(ui::Ui& ui, float y);

/// The bar on top: a back button (or the brand) at the start, "Ask staff", text size and language
/// at the end. Returns the y below it.
struct TopBar {
    std::string back_label;   ///< empty: the brand
    bool back_stops = false;  ///< the button stops the self-check instead of going back
    bool finish = false;      ///< offers "Finish" as well
    bool listen = false;      ///< and "Listen", where something can be heard
};
float draw_top_bar(const Drawing& at, const TopBar& spec);

/// "Demonstration", where the kiosk runs on its demonstration key, or "Preview"; returns its width
/// (0: none).
float draw_demonstration_badge(const Drawing& at, float x, float y);

/// The two buttons at the bottom; an empty label leaves one out. `next` is given the larger share.
struct Footer {
    std::string back, next;
    std::string_view back_icon = "back", next_icon = "next";
    bool next_disabled = false;
};
enum class FooterTap { none, back, next };
/// The height that the footer takes, its margins included.
float footer_height(ui::Ui& ui, const Footer& spec);
FooterTap draw_footer(ui::Ui& ui, const Footer& spec);

/// The content column as a scrolling body between `top` and `bottom`, with a soft fade at its
/// edges.
void draw_body(ui::Ui& ui, float top, float bottom, const ui::Flow::Draw& draw);
/// A round icon in that square.
void draw_emblem(ui::Ui& ui, const base::Rect& square, std::string_view icon);
/// A large one in the middle of the column.
void draw_emblem(ui::Flow& flow, std::string_view icon);

/// A page turn in progress: what was just drawn comes up out of the paper. `shown` runs from 0
/// to 1.
void draw_page_turn(ui::Ui& ui, float top, float bottom, float shown);

}  // namespace candor::screens
