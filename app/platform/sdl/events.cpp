#include "platform/sdl/events.h"

#include <algorithm>

#include "base/clock.h"

namespace candor::platform {
namespace {

constexpr float kWheelStepPx = 120;

Key key_of(const SDL_Keysym& pressed) {
    switch (pressed.sym) {
        case SDLK_ESCAPE:
            return Key::escape;
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
            return Key::enter;
        case SDLK_TAB:
            return (pressed.mod & KMOD_SHIFT) != 0 ? Key::back_tab : Key::tab;
        case SDLK_BACKSPACE:
            return Key::backspace;
        case SDLK_DELETE:
            return Key::del;
        case SDLK_LEFT:
            return Key::left;
        case SDLK_RIGHT:
            return Key::right;
        case SDLK_UP:
            return Key::up;
        case SDLK_DOWN:
            return Key::down;
        case SDLK_HOME:
            return Key::home;
        case SDLK_END:
            return Key::end;
        case SDLK_PAGEUP:
            return Key::page_up;
        case SDLK_PAGEDOWN:
            return Key::page_down;
        case SDLK_SPACE:
            return Key::space;
        default:
            return Key::none;
    }
}

/// The letter of a key that goes down with Control; by its place where the layout has no Latin
/// ones.
std::string letter_of(const SDL_Keysym& pressed) {
    if ((pressed.mod & KMOD_CTRL) == 0) return {};
    if (pressed.sym >= SDLK_a && pressed.sym <= SDLK_z)
        return std::string(1, static_cast<char>(pressed.sym));
    if (pressed.sym > 127 && pressed.scancode >= SDL_SCANCODE_A &&
        pressed.scancode <= SDL_SCANCODE_Z)
        return std::string(1, static_cast<char>('a' + (pressed.scancode - SDL_SCANCODE_A)));
    return {};
}

/// Of keys that stand for no character, and of those that people know by a name.
std::string name_of_key(const SDL_Keysym& pressed) {
    const bool has_name = (pressed.sym & SDLK_SCANCODE_MASK) != 0 || pressed.sym < SDLK_SPACE;
    return has_name ? SDL_GetKeyName(pressed.sym) : "";
}

Event now(EventKind kind) { return {.kind = kind, .time_ms = base::monotonic_ms()}; }

bool is_there(SDL_TouchID device, SDL_FingerID finger) {
    const int fingers = SDL_GetNumTouchFingers(device);
    for (int i = 0; i < fingers; ++i) {
        const SDL_Finger* each = SDL_GetTouchFinger(device, i);
        if (each != nullptr && each->id == finger) return true;
    }
    return false;
}

}  // namespace

void Events::set_extents(Extent window, Extent glass) {
    window_ = window;
    glass_ = glass;
}

base::Point Events::mouse_point(float x, float y) const {
    const float across = static_cast<float>(glass_.width) / static_cast<float>(window_.width);
    const float down = static_cast<float>(glass_.height) / static_cast<float>(window_.height);
    return to_picture({x * across, y * down}, glass_, rotation_);
}

base::Point Events::touch_point(float x, float y) const {
    const base::Point on_glass{x * static_cast<float>(glass_.width - 1),
                               y * static_cast<float>(glass_.height - 1)};
    return to_picture(on_glass, glass_, rotation_);
}

void Events::translate(const SDL_Event& event, std::vector<Event>& out) {
    switch (event.type) {
        case SDL_QUIT:
            out.push_back(now(EventKind::quit));
            break;
        case SDL_WINDOWEVENT:
            on_window(event.window, out);
            break;
        case SDL_FINGERDOWN:
        case SDL_FINGERMOTION:
        case SDL_FINGERUP:
            on_finger(event.tfinger, out);
            break;
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            on_mouse_button(event.button, out);
            break;
        case SDL_MOUSEMOTION:
            if (event.motion.which == SDL_TOUCH_MOUSEID) break;
            out.push_back(now(EventKind::pointer_move));
            out.back().at =
                mouse_point(static_cast<float>(event.motion.x), static_cast<float>(event.motion.y));
            break;
        case SDL_MOUSEWHEEL:
            out.push_back(now(EventKind::wheel));
            out.back().at = mouse_point(static_cast<float>(event.wheel.mouseX),
                                        static_cast<float>(event.wheel.mouseY));
            out.back().delta_y = event.wheel.preciseY * kWheelStepPx;
            break;
        case SDL_KEYDOWN:
            on_key(event.key.keysym, out);
            break;
        case SDL_TEXTINPUT:
            out.push_back(now(EventKind::text));
            out.back().text = event.text.text;
            break;
        default:
            break;
    }
}

void Events::on_key(const SDL_Keysym& pressed, std::vector<Event>& out) {
    Event event = now(EventKind::key);
    event.text = letter_of(pressed);
    event.key = event.text.empty() ? key_of(pressed) : Key::letter;
    event.key_name = name_of_key(pressed);
    if (event.key == Key::none && event.key_name.empty()) return;
    event.shift = (pressed.mod & KMOD_SHIFT) != 0;
    event.control = (pressed.mod & KMOD_CTRL) != 0;
    out.push_back(std::move(event));
}

void Events::on_mouse_button(const SDL_MouseButtonEvent& button, std::vector<Event>& out) {
    if (button.which == SDL_TOUCH_MOUSEID || button.button != SDL_BUTTON_LEFT) return;
    const base::Point at = mouse_point(static_cast<float>(button.x), static_cast<float>(button.y));
    const bool pressed = button.type == SDL_MOUSEBUTTONDOWN;
    pointer_went(pressed ? EventKind::pointer_down : EventKind::pointer_up, {0, 0, 0, at, true},
                 out);
}

void Events::on_finger(const SDL_TouchFingerEvent& touch, std::vector<Event>& out) {
    // SDL counts some touch screens' fingers from 0, which is our mouse.
    const Down finger{touch.fingerId + 1, touch.touchId, touch.fingerId,
                      touch_point(touch.x, touch.y), false};
    const auto kind = touch.type == SDL_FINGERDOWN ? EventKind::pointer_down
                      : touch.type == SDL_FINGERUP ? EventKind::pointer_up
                                                   : EventKind::pointer_move;
    pointer_went(kind, finger, out);
}

void Events::pointer_went(EventKind kind, const Down& which, std::vector<Event>& out) {
    const auto known = std::find_if(down_.begin(), down_.end(), [&](const Down& each) {
        return each.pointer == which.pointer;
    });
    // Of a finger that was cancelled, the rest of its way is not news.
    if (kind != EventKind::pointer_down && known == down_.end()) return;
    if (kind == EventKind::pointer_down && known == down_.end()) {
        down_.push_back(which);
    } else if (kind == EventKind::pointer_up || kind == EventKind::pointer_cancel) {
        down_.erase(known);
    } else {
        known->at = which.at;
    }
    out.push_back(now(kind));
    out.back().pointer = which.pointer;
    out.back().at = which.at;
}

void Events::on_window(const SDL_WindowEvent& change, std::vector<Event>& out) {
    switch (change.event) {
        case SDL_WINDOWEVENT_SIZE_CHANGED:
            out.push_back(now(EventKind::resized));
            break;
        case SDL_WINDOWEVENT_EXPOSED:
        case SDL_WINDOWEVENT_SHOWN:
        case SDL_WINDOWEVENT_RESTORED:
            out.push_back(now(EventKind::exposed));
            break;
        case SDL_WINDOWEVENT_HIDDEN:
        case SDL_WINDOWEVENT_MINIMIZED:
            cancel_all(out);
            break;
        default:
            break;
    }
}

void Events::cancel_lost(std::vector<Event>& out) {
    const std::vector<Down> before = down_;
    for (const Down& each : before) {
        if (each.is_mouse || is_there(each.device, each.finger)) continue;
        pointer_went(EventKind::pointer_cancel, each, out);
    }
}

void Events::cancel_all(std::vector<Event>& out) {
    const std::vector<Down> before = down_;
    for (const Down& each : before) pointer_went(EventKind::pointer_cancel, each, out);
}

}  // namespace candor::platform
