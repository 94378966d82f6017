#pragma once
#include <string>

#include "screens/frame/drawing.h"
#include "ui/key_room.h"
#include "ui/widgets.h"

namespace candor::screens {

/// The column that a screen's content stands in: 56 units of margin, never wider than lines that
/// read well.
struct Column {
    float x = 0, width = 0;
};
Column content_column(ui::Ui& ui);
/// The same for what is read in columns (Flow::columns): all of a wide screen.
Column reading_column(ui::Ui& ui);
/// Where a page's buttons stand: on a wide screen below the second column, else below all.
Column footer_column(ui::Ui& ui);
/// The room between the two columns of a wide screen, in design units.
constexpr float kBetweenColumns = 72;
/// What a pane leaves under its content, in design units.
constexpr float kUnderPage = 40;
/// That column, from y on.
ui::Flow content_flow(ui::Ui& ui, float y);

/// How far in a topic one is: page `done` of `total`; none of 0.
struct PageProgress {
    int done = 0, total = 0;
    std::string name = {};
};

/// The bar on top: a back button (or the brand) at the start, "Ask staff", text size and language
/// at the end. Returns the y below it.
struct TopBar {
    std::string back_label;      ///< empty: the brand
    bool back_stops = false;     ///< the button stops the self-check instead of going back
    bool finish = false;         ///< offers "Finish" as well
    bool listen = false;         ///< and "Listen", where something can be heard
    PageProgress progress = {};  ///< in the bar of a wide screen, else below it
    /// The brand makes room for words, and stands below them.
    bool brand_may_go_below = false;
    float pills_from_px = 0;  ///< where something else ends that covers the bar's start
};
float draw_top_bar(const Drawing& at, const TopBar& spec);

/// "Demonstration", where the kiosk runs on its demonstration key, or "Preview"; returns its width
/// (0: none).
float draw_demonstration_badge(const Drawing& at, float x, float y);

/// The two buttons at the bottom of a column; an empty label leaves one out. `next` is given the
/// larger share.
struct Footer {
    std::string back, next;
    std::string_view back_icon = "back", next_icon = "next";
    bool next_disabled = false;
    bool stacked = false;  ///< `next` above `back`, each as wide as the column
};
enum class FooterTap { none, back, next };
/// The height that the footer takes, its margins included.
float footer_height(ui::Ui& ui, const Footer& spec, const Column& column);
FooterTap draw_footer(ui::Ui& ui, const Footer& spec, const Column& column);
/// The same in the content column.
float footer_height(ui::Ui& ui, const Footer& spec);
FooterTap draw_footer(ui::Ui& ui, const Footer& spec);
/// The same as part of what scrolls, where the screen has no room to spare for it.
FooterTap draw_footer(ui::Flow& flow, const Footer& spec);

/// What is scrolled is seen at least so high, in units; else what stays around it is scrolled, too.
inline constexpr float kLeastView = 360;

/// A part of the screen that scrolls, with a column in it.
struct Pane {
    std::string_view key;
    base::Rect view;
    Column column;
    ui::Transitions::Turn turn = {};  ///< of its page
};
/// With a soft fade at each edge that something lies beyond.
void draw_pane(ui::Ui& ui, const Pane& pane, const ui::Flow::Draw& draw);
/// The content column between `top` and `bottom`.
void draw_body(ui::Ui& ui, float top, float bottom, const ui::Flow::Draw& draw);
/// The same in the reading column, on a wide screen in two columns (Flow::columns).
void draw_reading_body(ui::Ui& ui, float top, float bottom, const ui::Flow::Draw& draw);

/// The two sides of a wide screen, from its start.
struct Sides {
    base::Rect start, end;
};
/// The start is given that share of the width.
Sides sides(ui::Ui& ui, float start_share);
/// The column of a side, between its margins.
Column column_of(ui::Ui& ui, const base::Rect& side);
/// The share of a wide screen that keys need, over its start; on others they have all of it.
constexpr float kShareOfKeys = 0.52F;
/// The same of what is asked where no keys come up.
constexpr float kShareOfAsking = 0.37F;
ui::KeyRoom key_room(const ui::Ui& ui);
/// The dark side of a wide screen, from its top, and how much of its bottom keys cover.
struct AskingSide {
    base::Rect rect;
    float covered = 0;
};
/// What is asked there, over which keys come up. It scrolls as `key`.
void draw_asking_side(ui::Ui& ui, std::string_view key, const AskingSide& side,
                      const ui::Flow::Draw& draw);
/// A round icon in that square.
void draw_emblem(ui::Ui& ui, const base::Rect& square, std::string_view icon);
/// A large one in the middle of the column.
void draw_emblem(ui::Flow& flow, std::string_view icon);

/// A page turn in progress: what was just drawn comes up out of the paper. `shown` runs from 0
/// to 1.
void draw_page_turn(ui::Ui& ui, float top, float bottom, float shown);

}  // namespace candor::screens
