#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret_string.h"
#include "ui/flow.h"
#include "ui/ui.h"

namespace candor::ui {

enum class ButtonKind { primary, outline, on_dark, quiet };

struct ButtonSpec {
    std::string_view label;
    ButtonKind kind = ButtonKind::primary;
    std::string_view icon_before, icon_after;
    std::string_view key;
    bool disabled = false;
    /// The size of its words at most, in design units: that of the others of its row (label_size).
    float most_size = type::kButton.size;
};
/// A large button. Before its label is clipped its icons go, then it has three lines, and then
/// smaller words, which never come to less than those of the normal text size while words are not
/// torn.
bool button(Ui& ui, const base::Rect& rect, const ButtonSpec& spec);
/// As high as its label wants it.
bool button(Flow& flow, const ButtonSpec& spec);
/// How a button looks, on something that is itself what is touched.
void button_face(Ui& ui, const base::Rect& rect, const ButtonSpec& spec, bool pressed);
/// The height that a button of this label and width wants (at least 120 units).
float button_height(Ui& ui, float width, const ButtonSpec& spec);
/// The size, in design units, at which its label fits in that width.
float label_size(Ui& ui, float width, const ButtonSpec& spec);
/// The width in which its label stands in one line at full size.
float one_line_width(Ui& ui, const ButtonSpec& spec);

struct Pill {
    std::string_view label, icon, key;
    bool icon_only = false;
    std::string_view accessible_name = {};  ///< where the label alone is not enough; else the label
    float most_px = 0;  ///< a label that would make it wider ends in an ellipsis; 0: any
    int lines = 1;      ///< that such a label may have before it does
};
float pill_width(Ui& ui, const Pill& pill);
float pill_height(Ui& ui, const Pill& pill);
/// A rounded secondary button of the top bar, 96 units high where its label has one line.
bool pill(Ui& ui, float x, float y, const Pill& spec);

/// Pills beside each other, in as many rows as they need.
class PillRow {
  public:
    PillRow(Flow& flow, float gap_units, float row_gap_units)
        : flow_(flow), gap_(gap_units), row_gap_(row_gap_units) {}
    /// True when it was touched.
    bool add(const Pill& pill);

  private:
    Flow& flow_;
    float gap_, row_gap_;
    base::Rect row_;   ///< the last one; empty before the first
    float right_ = 0;  ///< where the last pill ends
};

/// A white card with two soft shadows.
void card(Ui& ui, const base::Rect& rect, Colour ground = Colour::card);
/// A tinted ground, with an edge where the palette has one.
void tinted(Ui& ui, const base::Rect& rect, float radius, Colour ground);
/// A small label on a tinted ground ("Read", "Demonstration"); returns its width.
float badge(Ui& ui, float x, float y, std::string_view label, std::string_view icon, Colour ground,
            Colour ink);
float badge_width(Ui& ui, std::string_view label, std::string_view icon);
float badge_height(Ui& ui, std::string_view label);

/// A box to tick with its words; true when it was touched. `problem`: why it may not stay as it is,
/// below the words.
bool check_row(Flow& flow, std::string_view label, bool checked, std::string_view key,
               std::string_view problem = {});

/// The mark of a choice: a round one or a square one, as people know them.
enum class Mark { as_role, round, square };

/// A choice of a question (radio or checkbox): a card with its label, selected with a ring and a
/// tick.
struct Choice {
    std::string_view label, key;
    std::filesystem::path picture;
    std::string_view alt;
    bool selected = false, many = false;
    Mark mark = Mark::as_role;
    bool wrong = false;                     ///< it was chosen, and is not right: it has no tick
    std::string_view accessible_name = {};  ///< where the label alone is not enough; else the label
};
bool choice(Ui& ui, const base::Rect& rect, const Choice& spec);
bool choice(Flow& flow, const Choice& spec);
float choice_height(Ui& ui, float width, const Choice& spec);

/// A choice as one row of a long list, without a card of its own.
bool choice_row(Flow& flow, const Choice& spec);

/// A box that shows what was chosen of a long list and opens that list: true when it was touched.
bool combobox(Flow& flow, const Choice& spec);

struct FieldSpec {
    std::string_view label, key, hint;
    const base::SecretString* text = nullptr;
    std::size_t caret = 0;
    bool focused = false, invalid = false, required = false;
    int lines = 1;
    std::string_view accessible_name = {};  ///< where the label alone is not enough; else the label
    std::string_view help = {};             ///< below the box
    std::string_view problem = {};          ///< why it is not right, in its place
    std::string_view full = {};             ///< said there once nothing more fits in
    /// from_text: by its first strong letter, else the interface's.
    text::Direction direction = text::Direction::from_text;
    bool phone = false;             ///< digits are drawn in groups, and stay as typed
    std::string_view country = {};  ///< of a phone number without one: ISO 3166
};
struct FieldTouched {
    bool tapped = false;
    std::size_t caret = 0;  ///< the byte nearest to the tap
    base::Rect box;         ///< without its label and the words below it
};
/// Its label, the box under it, and below that what is to be said of it.
FieldTouched text_field(Flow& flow, const FieldSpec& spec);

/// A line with a thumb, and buttons for less and more beside it, so that nobody has to drag.
/// Without a `share` there is no value yet and no thumb: nothing is answered beforehand.
struct SliderSpec {
    std::string_view name, key;
    std::string_view value;         ///< as words; empty: none yet
    std::string_view hint;          ///< shown in its place
    std::string_view lower, upper;  ///< words at the ends
    std::string_view less_name, more_name;
    std::optional<float> share;  ///< 0 at the lower end, 1 at the upper
    int steps = 0;               ///< between the ends; few of them are marked
    bool can_less = true, can_more = true, required = false;
};
struct SliderTouched {
    std::optional<float> share;  ///< where the line was touched
    bool less = false, more = false;
};
SliderTouched slider(Flow& flow, const SliderSpec& spec);

/// One part of a date or time: its value, which a touch opens to be picked, above less and more.
struct StepperSpec {
    std::string_view label, name, key;
    std::string_view value;  ///< empty: none yet
    std::string_view less_name, more_name;
    bool focused = false, invalid = false, can_less = true, can_more = true;
};
struct StepperTouched {
    bool tapped = false, less = false, more = false;
};
StepperTouched stepper(Flow& flow, const StepperSpec& spec);

/// Segments (pages) or one bar (questions): `done` of `total`.
void progress_segments(Ui& ui, const base::Rect& rect, int done, int total, std::string_view name);
void progress_bar(Ui& ui, const base::Rect& rect, float share, std::string_view name);

/// The most squares a side of a QR code that stands in a square of `side` pixels, its quiet zone
/// included, and that a phone can read at 40 cm.
int most_squares(Ui& ui, float side);
/// A text as a QR code in `rect`, black on white whatever the colours are; `name` is what it is
/// for. False: the text has no room there, and nothing was drawn.
bool qr_code(Ui& ui, const base::Rect& rect, const std::string& text, std::string_view name);

/// A line where the next thing starts; it takes no room.
void divider(Flow& flow);

/// A sheet from the bottom over the dimmed screen. How high its body is says where it starts, so
/// the body is run muted before it is drawn; what is too high scrolls, and the foot stays below it,
/// in sight. Tapping the dimmed part, or tapping or pulling the handle, closes: returns true then.
struct SheetSpec {
    std::string_view name;   ///< the contract's sheet name
    std::string_view title;  ///< the dialog's accessible name
    bool dismissable = true;
    float width_units = 1180;  ///< at most, on a wide screen
};
bool sheet(Ui& ui, const SheetSpec& spec, const Flow::Draw& body, const Flow::Draw& foot);

}  // namespace candor::ui
