#pragma once
#include <string_view>
#include <vector>

#include "platform/window.h"
#include "ui/edited_text.h"
#include "ui/flow.h"

namespace candor::desk {

// The desk's own measures: a unit is a pixel at 1366 x 768, where a mouse points.
namespace type {
inline constexpr ui::Type kBrand{20, text::Weight::bold, ui::Colour::on_hero, 1.3F, -0.2F};
inline constexpr ui::Type kNavigation{15, text::Weight::semibold, ui::Colour::on_hero, 1.3F, 0};
inline constexpr ui::Type kHeadline{30, text::Weight::bold, ui::Colour::ink, 1.2F, -0.6F};
inline constexpr ui::Type kTitle{22, text::Weight::bold, ui::Colour::ink, 1.25F, -0.3F};
inline constexpr ui::Type kName{16, text::Weight::semibold, ui::Colour::ink, 1.3F, 0};
inline constexpr ui::Type kBody{15, text::Weight::regular, ui::Colour::ink, 1.4F, 0};
inline constexpr ui::Type kStrong{15, text::Weight::semibold, ui::Colour::ink, 1.4F, 0};
inline constexpr ui::Type kLead{16, text::Weight::regular, ui::Colour::soft_ink, 1.4F, 0};
inline constexpr ui::Type kSmall{14, text::Weight::regular, ui::Colour::soft_ink, 1.35F, 0};
inline constexpr ui::Type kFine{13, text::Weight::regular, ui::Colour::soft_ink, 1.4F, 0};
inline constexpr ui::Type kCaption{12.5F, text::Weight::semibold, ui::Colour::soft_ink, 1.3F, 0.3F};
inline constexpr ui::Type kBadge{12.5F, text::Weight::semibold, ui::Colour::ink, 1.3F, 0};
}  // namespace type

/// A type in another colour.
constexpr ui::Type in(ui::Type type, ui::Colour colour) {
    type.colour = colour;
    return type;
}

enum class ButtonLook { primary, outline, quiet };
struct ButtonSpec {
    std::string_view label, key;
    ButtonLook look = ButtonLook::quiet;
    std::string_view icon = {};
    bool disabled = false, pressed = false;  ///< pressed: a switch that is on
    std::string_view about = {};             ///< what it is for, where the label does not say it
};
/// 40 units high, as wide as its label.
float button_width(ui::Ui& ui, const ButtonSpec& spec);
float button_height(ui::Ui& ui);
/// True when it was pressed.
bool button(ui::Ui& ui, const base::Rect& rect, const ButtonSpec& spec);
/// As wide as its label, at the column's start.
bool button(ui::Flow& flow, const ButtonSpec& spec);
/// Buttons in a row that go on below when the width ends; each is called back when pressed.
struct RowButton {
    ButtonSpec spec;
    std::function<void()> pressed;
};
void button_row(ui::Flow& flow, const std::vector<RowButton>& buttons);

enum class Tone { mint, sun, peach, sky, grey, teal };
float badge_width(ui::Ui& ui, std::string_view label);
void paint_badge(ui::Ui& ui, float x, float y, std::string_view label, Tone tone);
/// The same, with a node of its own in the tree.
void badge(ui::Ui& ui, float x, float y, std::string_view label, Tone tone);

/// A ground with a line around, which things stand on.
void panel(ui::Ui& ui, const base::Rect& rect, ui::Colour ground = ui::Colour::card);

/// A line across.
void rule(ui::Ui& ui, float x, float y, float width);
void rule(ui::Flow& flow);
/// A small heading above a line.
void caption(ui::Flow& flow, std::string_view words);
/// How much of something is done.
void share_bar(ui::Flow& flow, float height_units, float share);

struct FieldSpec {
    std::string_view label, key, hint;
    const ui::EditedText* text = nullptr;
    ui::Role role = ui::Role::textbox;
    std::string_view icon = {};
    ui::Lines lines = ui::Lines::one;
    bool masked = false, invalid = false;
};
/// A field for a real keyboard and a mouse. What a person does to it comes back as edits; it
/// changes nothing itself. Enter is left to the page where the text has one line.
std::vector<ui::Edit> edit_field(ui::Ui& ui, const base::Rect& box, const FieldSpec& spec);
/// Whether Enter was pressed in the field of that key.
bool entered(const ui::Ui& ui);

/// How far a key leads through a list of `all` rows, `page` of which are in sight at once; 0: it is
/// none of those that do.
int rows_by(platform::Key key, int page, int all);

}  // namespace candor::desk
