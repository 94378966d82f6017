#include "platform/kms/key_names.h"

#include <linux/input-event-codes.h>

#include <algorithm>
#include <iterator>

namespace candor::platform {
namespace {

struct KeyRow {
    unsigned code;
    PanelKey is;
};

constexpr KeyRow kKeys[] = {
    {KEY_ESC, {Key::escape, "Escape"}},
    {KEY_ENTER, {Key::enter, "Return"}},
    {KEY_KPENTER, {Key::enter, "Keypad Enter"}},
    {KEY_TAB, {Key::tab, "Tab"}},
    {KEY_BACKSPACE, {Key::backspace, "Backspace"}},
    {KEY_DELETE, {Key::del, ""}},
    {KEY_SPACE, {Key::space, ""}},
    {KEY_LEFT, {Key::left, "Left"}},
    {KEY_RIGHT, {Key::right, "Right"}},
    {KEY_UP, {Key::up, "Up"}},
    {KEY_DOWN, {Key::down, "Down"}},
    {KEY_HOME, {Key::home, "Home"}},
    {KEY_END, {Key::end, "End"}},
    {KEY_PAGEUP, {Key::page_up, "PageUp"}},
    {KEY_PAGEDOWN, {Key::page_down, "PageDown"}},
    {KEY_INSERT, {Key::none, "Insert"}},
    {KEY_F1, {Key::none, "F1"}},
    {KEY_F2, {Key::none, "F2"}},
    {KEY_F3, {Key::none, "F3"}},
    {KEY_F4, {Key::none, "F4"}},
    {KEY_F5, {Key::none, "F5"}},
    {KEY_F6, {Key::none, "F6"}},
    {KEY_F7, {Key::none, "F7"}},
    {KEY_F8, {Key::none, "F8"}},
    {KEY_F9, {Key::none, "F9"}},
    {KEY_F10, {Key::none, "F10"}},
    {KEY_F11, {Key::none, "F11"}},
    {KEY_F12, {Key::none, "F12"}},
    {KEY_F13, {Key::none, "F13"}},
    {KEY_F14, {Key::none, "F14"}},
    {KEY_F15, {Key::none, "F15"}},
    {KEY_F16, {Key::none, "F16"}},
    {KEY_F17, {Key::none, "F17"}},
    {KEY_F18, {Key::none, "F18"}},
    {KEY_F19, {Key::none, "F19"}},
    {KEY_F20, {Key::none, "F20"}},
    {KEY_F21, {Key::none, "F21"}},
    {KEY_F22, {Key::none, "F22"}},
    {KEY_F23, {Key::none, "F23"}},
    {KEY_F24, {Key::none, "F24"}},
    {KEY_KP0, {Key::none, "Keypad 0"}},
    {KEY_KP1, {Key::none, "Keypad 1"}},
    {KEY_KP2, {Key::none, "Keypad 2"}},
    {KEY_KP3, {Key::none, "Keypad 3"}},
    {KEY_KP4, {Key::none, "Keypad 4"}},
    {KEY_KP5, {Key::none, "Keypad 5"}},
    {KEY_KP6, {Key::none, "Keypad 6"}},
    {KEY_KP7, {Key::none, "Keypad 7"}},
    {KEY_KP8, {Key::none, "Keypad 8"}},
    {KEY_KP9, {Key::none, "Keypad 9"}},
    {KEY_KPDOT, {Key::none, "Keypad ."}},
    {KEY_KPPLUS, {Key::none, "Keypad +"}},
    {KEY_KPMINUS, {Key::none, "Keypad -"}},
    {KEY_KPASTERISK, {Key::none, "Keypad *"}},
    {KEY_KPSLASH, {Key::none, "Keypad /"}},
    {KEY_VOLUMEUP, {Key::none, "VolumeUp"}},
    {KEY_VOLUMEDOWN, {Key::none, "VolumeDown"}},
    {KEY_MUTE, {Key::none, "AudioMute"}},
    {KEY_PLAYPAUSE, {Key::none, "AudioPlay"}},
    {KEY_NEXTSONG, {Key::none, "AudioNext"}},
    {KEY_PREVIOUSSONG, {Key::none, "AudioPrev"}},
    {KEY_HELP, {Key::none, "Help"}},
    {KEY_COMPOSE, {Key::none, "Application"}},
};

}  // namespace

PanelKey panel_key(unsigned code) {
    const auto* found = std::find_if(std::begin(kKeys), std::end(kKeys),
                                     [&](const KeyRow& row) { return row.code == code; });
    return found == std::end(kKeys) ? PanelKey{} : found->is;
}

}  // namespace candor::platform
