#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace candor::ui {

using WidgetId = std::uint64_t;  ///< 0: none

/// WAI-ARIA 1.2 roles.
enum class Role {
    button,
    link,
    heading,
    paragraph,
    img,
    checkbox,
    radio,
    textbox,
    searchbox,
    progressbar,
    dialog,
    alert,
    status,
    list,
    listitem,
    table,
    row,
    cell,
    figure,
    tab,
    slider,
    spinbutton,
    combobox
};

/// WAI-ARIA states, as bits.
enum State : unsigned {
    kNoState = 0,
    kPressed = 1U << 0,  ///< a finger is on it
    kChecked = 1U << 1,
    kSelected = 1U << 2,
    kDisabled = 1U << 3,
    kFocused = 1U << 4,
    kExpanded = 1U << 5,
    kBusy = 1U << 6,
    kRequired = 1U << 7,
    kInvalid = 1U << 8,
    kCurrent = 1U << 9
};

/// What can be done to it, as bits.
enum Action : unsigned {
    kNoAction = 0,
    kPress = 1U << 0,
    kLongPress = 1U << 1,
    kEdit = 1U << 2,
    kSlide = 1U << 3,  ///< a finger may be drawn along it
    kPull = 1U << 4    ///< a finger may pull it down: far enough is a press
};

/// What stands in a field, as a screen reader may read it. Bytes at the start of a character.
struct TypedText {
    std::string text;
    std::size_t caret = 0, anchor = 0;  ///< what lies between them is selected

    bool operator==(const TypedText&) const = default;
};

/// One thing on the screen as assistive technology and the tests see it. Rectangles are window
/// pixels; what is scrolled out of its region lies beyond the window's edge, in order. `value` of
/// what a person typed is already masked to its length.
struct Node {
    Role role = Role::paragraph;
    std::string name;
    std::string value;
    unsigned states = kNoState;
    unsigned actions = kNoAction;
    base::Rect rect;
    bool tab_stop = true;  ///< Tab goes there, if it can be touched
    WidgetId id = 0;       ///< of what can be touched: the same in every language and state
    WidgetId heard = 0;    ///< the same of everything: what is read aloud, what a keypad comes to
    WidgetId region = 0;   ///< the scroll region that it stands in; 0: none
    bool in_text = false;  ///< in the midst of a text that says its words, too
    bool is_text = false;  ///< a button that is a text of the page as well: it is read aloud
    /// It tells what a person typed: what is said where others hear it, in place of its value (of
    /// its name, where it has none). Empty: the same.
    std::string aloud = {};
    /// Of a field whose text is no secret, on a machine of the clinic's own (a desk): for assistive
    /// technology alone, and written nowhere.
    std::optional<TypedText> typed = std::nullopt;

    bool operator==(const Node&) const = default;
};

/// The screen's nodes in reading order. With a sheet open it holds the sheet's alone.
struct Tree {
    std::string screen, sheet;
    int width = 0, height = 0;
    std::vector<Node> nodes;

    /// First node of that role and name; nullptr: none.
    const Node* find(Role role, std::string_view name) const;
};

const char* name_of(Role role);
/// "checked focused": the states' ARIA names.
std::vector<std::string> names_of_states(unsigned states);
/// One line of JSON, as `--observe` writes it.
std::string to_json(const Tree& tree);
/// A line a node, for people and goldens; without rectangles when `Rects::without`.
enum class Rects { with, without };
std::string to_text(const Tree& tree, Rects rects);

}  // namespace candor::ui
