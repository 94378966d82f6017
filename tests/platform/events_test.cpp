#include "platform/sdl/events.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace candor::platform {
namespace {

constexpr Extent kGlass{1080, 1920};

Events events_of(Rotation rotation) {
    Events events(rotation);
    events.set_extents(kGlass, kGlass);
    return events;
}

SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event{};
    event.tfinger = {.type = type,
                     .timestamp = 0,
                     .touchId = 7,
                     .fingerId = id,
                     .x = x,
                     .y = y,
                     .dx = 0,
                     .dy = 0,
                     .pressure = 1,
                     .windowID = 0};
    return event;
}

SDL_Event button(Uint32 type, Uint32 which, Uint8 index = SDL_BUTTON_LEFT) {
    SDL_Event event{};
    event.button.type = type;
    event.button.which = which;
    event.button.button = index;
    event.button.x = 100;
    event.button.y = 200;
    return event;
}

std::vector<Event> meaning(Events& events, const SDL_Event& event) {
    std::vector<Event> out;
    events.translate(event, out);
    return out;
}

}  // namespace

TEST(Events, finger_becomes_a_pointer_that_is_not_the_mouse) {
    auto events = events_of(Rotation::none);
    const auto out = meaning(events, finger(SDL_FINGERDOWN, 0, 0.0F, 1.0F));
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].kind, EventKind::pointer_down);
    EXPECT_NE(out[0].pointer, 0);
    EXPECT_EQ(out[0].at.x, 0);
    EXPECT_EQ(out[0].at.y, 1919);
}

TEST(Events, finger_on_a_turned_panel_is_turned_back) {
    auto events = events_of(Rotation::clockwise_90);
    const auto out = meaning(events, finger(SDL_FINGERDOWN, 0, 1.0F, 0.0F));
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].at.x, 0);
    EXPECT_EQ(out[0].at.y, 0);
}

TEST(Events, mouse_made_up_from_a_touch_is_dropped) {
    auto events = events_of(Rotation::none);
    EXPECT_TRUE(meaning(events, button(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID)).empty());
    EXPECT_EQ(meaning(events, button(SDL_MOUSEBUTTONDOWN, 0)).size(), 1U);
}

TEST(Events, right_button_is_no_pointer) {
    auto events = events_of(Rotation::none);
    EXPECT_TRUE(meaning(events, button(SDL_MOUSEBUTTONDOWN, 0, SDL_BUTTON_RIGHT)).empty());
}

TEST(Events, finger_of_an_unplugged_screen_is_cancelled_and_stays_silent) {
    ::setenv("SDL_VIDEODRIVER", "dummy", 1);
    ASSERT_EQ(SDL_InitSubSystem(SDL_INIT_VIDEO), 0);
    auto events = events_of(Rotation::none);
    meaning(events, finger(SDL_FINGERDOWN, 3, 0.5F, 0.5F));
    ASSERT_TRUE(events.any_down());
    std::vector<Event> out;
    events.cancel_lost(out);  // SDL knows no touch screen 7
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].kind, EventKind::pointer_cancel);
    EXPECT_EQ(out[0].pointer, 4);
    EXPECT_FALSE(events.any_down());
    EXPECT_TRUE(meaning(events, finger(SDL_FINGERUP, 3, 0.5F, 0.5F)).empty());
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    ::unsetenv("SDL_VIDEODRIVER");
}

TEST(Events, mouse_is_never_taken_for_an_unplugged_screen) {
    auto events = events_of(Rotation::none);
    meaning(events, button(SDL_MOUSEBUTTONDOWN, 0));
    std::vector<Event> out;
    events.cancel_lost(out);
    EXPECT_TRUE(out.empty());
}

TEST(Events, minimised_window_cancels_what_is_down) {
    auto events = events_of(Rotation::none);
    meaning(events, button(SDL_MOUSEBUTTONDOWN, 0));
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_MINIMIZED;
    const auto out = meaning(events, event);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].kind, EventKind::pointer_cancel);
}

TEST(Events, wheel_away_from_the_hand_moves_content_down) {
    auto events = events_of(Rotation::none);
    SDL_Event event{};
    event.type = SDL_MOUSEWHEEL;
    event.wheel.preciseY = 1;
    const auto out = meaning(events, event);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].kind, EventKind::wheel);
    EXPECT_GT(out[0].delta_y, 0);
}

TEST(Events, shift_tab_goes_back) {
    auto events = events_of(Rotation::none);
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = SDLK_TAB;
    EXPECT_EQ(meaning(events, event).at(0).key, Key::tab);
    event.key.keysym.mod = KMOD_LSHIFT;
    EXPECT_EQ(meaning(events, event).at(0).key, Key::back_tab);
}

TEST(Events, letter_key_without_a_meaning_is_left_to_its_text) {
    auto events = events_of(Rotation::none);
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = SDLK_a;
    EXPECT_TRUE(meaning(events, event).empty());
}

TEST(Events, key_that_writes_nothing_has_a_name) {
    auto events = events_of(Rotation::none);
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    for (const auto& [sym, name] : {std::pair<SDL_Keycode, const char*>{SDLK_F5, "F5"},
                                    {SDLK_RIGHT, "Right"},
                                    {SDLK_RETURN, "Return"},
                                    {SDLK_KP_5, "Keypad 5"},
                                    {SDLK_VOLUMEUP, "VolumeUp"}}) {
        event.key.keysym.sym = sym;
        const auto out = meaning(events, event);
        ASSERT_EQ(out.size(), 1U) << name;
        EXPECT_EQ(out[0].key_name, name);
    }
}

}  // namespace candor::platform
