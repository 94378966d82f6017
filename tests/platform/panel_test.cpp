#include <gtest/gtest.h>
#include <linux/input-event-codes.h>

#include <SDL.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/scratch_folder.h"
#include "platform/kms/input_devices.h"
#include "platform/kms/key_names.h"
#include "platform/kms/panel_mode.h"
#include "platform/kms/panel_window.h"
#include "platform/kms/stale_rects.h"
#include "platform/kms/two_buffers.h"

namespace candor::platform {
namespace {

constexpr Extent kUpright{1080, 1920}, kFullHd{1920, 1080}, kSmall{640, 480};
const std::vector<PanelMode> kModes{
    {kSmall, 60, false}, {kFullHd, 60, true}, {kUpright, 60, false}};

struct Pixels {
    explicit Pixels(Extent of)
        : extent(of), pixels(static_cast<std::size_t>(of.width) * of.height) {}
    base::PixelView view() { return {pixels.data(), extent.width, extent.height, extent.width}; }
    /// Each pixel of it another one.
    void fill(base::IntRect rect, std::uint32_t number) {
        for (int y = rect.y; y < rect.y + rect.h; ++y)
            for (int x = rect.x; x < rect.x + rect.w; ++x) {
                const auto at = static_cast<std::size_t>(y * extent.width + x);
                pixels[at] = number << 16 | static_cast<std::uint32_t>(at);
            }
    }

    Extent extent;
    std::vector<std::uint32_t> pixels;
};

}  // namespace

TEST(PanelMode, the_screens_own_mode_is_taken_unless_another_is_wanted) {
    EXPECT_EQ(choose_mode(kModes, {}), 1U);
    EXPECT_EQ(choose_mode(kModes, kUpright), 2U);
    EXPECT_EQ(choose_mode(kModes, Extent{7, 7}), 1U);
}

TEST(PanelMode, a_screen_without_a_preference_gets_its_first_and_one_without_modes_none) {
    const std::vector<PanelMode> plain{{kSmall, 60, false}, {kUpright, 60, false}};
    EXPECT_EQ(choose_mode(plain, {}), 0U);
    EXPECT_EQ(choose_mode({}, {}), std::nullopt);
}

TEST(PanelMode, density_is_told_where_the_screen_can_be_believed) {
    EXPECT_NEAR(density_of(kUpright, {268, 477}), 4.03, 0.01);
    EXPECT_EQ(density_of(kUpright, {0, 0}), 0);
    EXPECT_EQ(density_of(kUpright, {160, 90}), 0) << "its sides are swapped";
    EXPECT_EQ(density_of(kUpright, {16, 29}), 0) << "no panel is that fine";
}

TEST(StaleRects, few_stay_apart_and_many_become_one_around_them) {
    StaleRects stale;
    const base::IntRect nothing{5, 5, 0, 9};
    stale.add(std::vector<base::IntRect>{{1, 2, 3, 4}, nothing, {10, 20, 30, 40}});
    EXPECT_EQ(stale.rects().size(), 2U);
    for (int i = 0; i < 70; ++i) stale.add(std::vector<base::IntRect>{{i, i, 2, 2}});
    ASSERT_LE(stale.rects().size(), StaleRects::kMost);
    // Whatever was stale still lies in one of them.
    for (const base::IntRect& each :
         {base::IntRect{1, 2, 3, 4}, base::IntRect{69, 69, 2, 2}, base::IntRect{10, 20, 30, 40}}) {
        bool covered = false;
        for (const base::IntRect& rect : stale.rects()) covered |= intersection(rect, each) == each;
        EXPECT_TRUE(covered) << each.x << ' ' << each.y;
    }
    stale.clear();
    EXPECT_TRUE(stale.rects().empty());
}

TEST(StaleRects, a_scrolled_page_is_much_and_a_pressed_button_is_not) {
    EXPECT_TRUE(is_much(std::vector<base::IntRect>{{0, 144, 1080, 1700}}, kUpright));
    EXPECT_FALSE(is_much(std::vector<base::IntRect>{{56, 1756, 968, 120}}, kUpright));
}

TEST(TwoBuffers, whichever_is_shown_holds_the_picture_turned) {
    constexpr Extent kPicture{64, 96};
    for (const Rotation rotation :
         {Rotation::none, Rotation::clockwise_90, Rotation::half, Rotation::clockwise_270}) {
        const Extent glass = turned(kPicture, rotation);
        Pixels picture(kPicture), expected(glass), buffers[2] = {Pixels(glass), Pixels(glass)};
        TwoBuffers two(buffers[0].view(), buffers[1].view(), rotation);
        std::mt19937 random(16);
        for (int round = 1; round < 100; ++round) {
            const auto number = [&](int most) { return static_cast<int>(random() % most); };
            const base::IntRect changed =
                clipped({number(64), number(96), number(64), number(96)}, kPicture);
            picture.fill(changed, static_cast<std::uint32_t>(round));
            const std::vector<base::IntRect> rects{changed};
            if (random() % 3 == 0) {
                two.write_other(picture.view(), rects);
                // A card may refuse to show it.
                if (random() % 2 == 0)
                    two.write_shown(picture.view(), rects);
                else
                    two.swap(rects);
            } else {
                two.write_shown(picture.view(), rects);
            }
            copy_turned(picture.view(), {0, 0, kPicture.width, kPicture.height}, expected.view(),
                        rotation);
            ASSERT_EQ(buffers[two.shown()].pixels, expected.pixels) << "round " << round;
        }
    }
}

TEST(KeyNames, are_those_that_sdl_gives_the_keys) {
    for (unsigned code = 0; code < KEY_CNT; ++code) {
        const std::string name(panel_key(code).name);
        if (name.empty()) continue;
        EXPECT_STREQ(SDL_GetKeyName(SDL_GetKeyFromName(name.c_str())), name.c_str());
    }
    EXPECT_EQ(panel_key(KEY_KP5).name, "Keypad 5");
    EXPECT_EQ(panel_key(KEY_ESC).key, Key::escape);
}

TEST(KeyNames, keys_that_write_or_switch_something_are_nobodys) {
    for (const unsigned code : {KEY_A, KEY_1, KEY_LEFTCTRL, KEY_LEFTALT, KEY_LEFTMETA, KEY_SYSRQ,
                                KEY_POWER, KEY_SLEEP, KEY_WWW})
        EXPECT_FALSE(panel_key(code).is_known()) << code;
}

TEST(InputDevices, a_folder_that_comes_later_and_files_that_are_no_devices_do_no_harm) {
    const base::ScratchFolder scratch = *base::ScratchFolder::in_temp("inputs");
    const auto folder = scratch.path() / "input";
    InputDevices inputs(folder);
    std::vector<Event> out;
    inputs.take(out);
    std::filesystem::create_directory(folder);
    inputs.take(out);
    std::ofstream(folder / "event0") << "no device";
    std::ofstream(folder / "mouse0") << "another's";
    inputs.take(out);
    std::filesystem::remove(folder / "event0");
    std::filesystem::remove_all(folder);
    inputs.take(out);
    inputs.cancel_all(out);
    EXPECT_TRUE(out.empty());
}

TEST(PanelWindow, waits_for_a_screen_or_shows_what_is_drawn) {
    const auto window = create_panel_window({});
    window->wake();
    std::vector<Event> events;
    window->wait(-1, events);
    ASSERT_FALSE(events.empty());
    const auto pixels = window->pixels();
    if (!pixels) {
        EXPECT_EQ(pixels.error().kind, base::FaultKind::unreachable);
        GTEST_SKIP() << "no screen is plugged in here (vkms would do)";
    }
    pixels->pixels[0] = 0xFFFFFF;
    EXPECT_TRUE(window->present(std::vector<base::IntRect>{{0, 0, 1, 1}}));
    EXPECT_TRUE(
        window->present(std::vector<base::IntRect>{{0, 0, window->width(), window->height()}}));
}

TEST(PanelWindow, is_not_chosen_where_there_is_a_display_server) {
    ::setenv("WAYLAND_DISPLAY", "wayland-0", 1);
    EXPECT_FALSE(has_bare_panel());
    ::unsetenv("WAYLAND_DISPLAY");
}

}  // namespace candor::platform
