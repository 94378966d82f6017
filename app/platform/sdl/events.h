#pragma once
#include <SDL.h>

#include <vector>

#include "platform/rotation.h"
#include "platform/window.h"

namespace candor::platform {

/// Turns SDL's events into ours, and knows which pointers are down. Touches are not doubled as
/// mouse events.
class Events {
  public:
    explicit Events(Rotation rotation) : rotation_(rotation) {}

    /// The window's size in the units of SDL's mouse, and in pixels.
    void set_extents(Extent window, Extent glass);
    /// Appends what `event` means, if anything.
    void translate(const SDL_Event& event, std::vector<Event>& out);
    /// Cancels the fingers whose touch screen is gone without having said so.
    void cancel_lost(std::vector<Event>& out);
    void cancel_all(std::vector<Event>& out);
    bool any_down() const { return !down_.empty(); }

  private:
    struct Down {
        std::int64_t pointer;
        SDL_TouchID device;
        SDL_FingerID finger;
        base::Point at;
        bool is_mouse;
    };
    base::Point mouse_point(float x, float y) const;
    base::Point touch_point(float x, float y) const;
    void on_key(const SDL_Keysym& pressed, std::vector<Event>& out);
    void on_mouse_button(const SDL_MouseButtonEvent& button, std::vector<Event>& out);
    void on_finger(const SDL_TouchFingerEvent& touch, std::vector<Event>& out);
    void on_window(const SDL_WindowEvent& change, std::vector<Event>& out);
    void pointer_went(EventKind kind, const Down& which, std::vector<Event>& out);

    Rotation rotation_;
    Extent window_, glass_;
    std::vector<Down> down_;
};

}  // namespace candor::platform
