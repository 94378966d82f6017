#include "platform/sdl/sdl_window.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "base/clock.h"
#include "x_server.h"

namespace candor::platform {
namespace {

constexpr int kPatience_ms = 20'000;
// Keysyms of X11/keysymdef.h, whose macros would get in gtest's way.
constexpr unsigned long kReturn = 0xff0d, kLetterA = 'a';

class SdlWindow : public testing::Test {
  protected:
    void SetUp() override {
        if (!XServer::is_installed()) GTEST_SKIP() << "needs Xvfb: apt-get install xvfb";
    }

    void open(const std::string& screen, WindowOptions options = {}) {
        server_ = std::make_unique<XServer>(screen);
        auto opened = create_sdl_window(options);
        ASSERT_TRUE(opened) << opened.error().detail;
        window_ = std::move(*opened);
    }

    void TearDown() override {
        window_.reset();
        server_.reset();
    }

    /// The next event of that kind; of kind woken with time 0 if it never comes.
    Event next(EventKind kind) {
        for (;;) {
            std::vector<Event> events;
            window_->wait(kPatience_ms, events);
            const auto found = std::find_if(events.begin(), events.end(),
                                            [&](const Event& each) { return each.kind == kind; });
            if (found != events.end()) return *found;
            if (events.empty()) return {};
        }
    }

    void fill(std::uint32_t colour) {
        const auto view = window_->pixels();
        ASSERT_TRUE(view) << view.error().detail;
        for (int y = 0; y < view->height; ++y) {
            std::fill_n(view->pixels + y * view->stride_px, view->width, colour);
        }
    }

    void present(base::IntRect rect) {
        const base::IntRect changed[] = {rect};
        const auto presented = window_->present(changed);
        ASSERT_TRUE(presented) << presented.error().detail;
    }

    std::unique_ptr<XServer> server_;
    std::unique_ptr<Window> window_;
};

/// The System V shared memory that this process made, as the kernel lists it.
struct Segment {
    unsigned mode = 0;
    unsigned long attached = 0;  ///< processes that have it
};

std::vector<Segment> own_segments() {
    std::ifstream list("/proc/sysvipc/shm");
    std::vector<Segment> found;
    std::string line;
    std::getline(list, line);  // the columns' names
    while (std::getline(list, line)) {
        std::istringstream words(line);
        Segment segment;
        std::string key, id, size, last;
        pid_t creator = 0;
        words >> key >> id >> std::oct >> segment.mode >> std::dec >> size >> creator >> last >>
            segment.attached;
        if (creator == ::getpid()) found.push_back(segment);
    }
    return found;
}

/// Shared with the X server, and with nobody else.
void expect_private_pixels() {
    const auto segments = own_segments();
    ASSERT_EQ(segments.size(), 1U);
    EXPECT_EQ(segments[0].mode & 077U, 0U);
    EXPECT_EQ(segments[0].attached, 2U);
}

}  // namespace

TEST_F(SdlWindow, full_screen_covers_the_display) {
    open("320x480x24");
    EXPECT_EQ(window_->width(), 320);
    EXPECT_EQ(window_->height(), 480);
    EXPECT_GT(window_->frame_ms(), 1.0);
    fill(0x336699);
    present({0, 0, 320, 480});
    EXPECT_EQ(server_->pixel(0, 0), 0x336699U);
    EXPECT_EQ(server_->pixel(319, 479), 0x336699U);
}

TEST_F(SdlWindow, only_presented_rectangles_reach_the_screen) {
    open("320x480x24");
    fill(0x111111);
    present({0, 0, 320, 480});
    fill(0xff8800);
    present({10, 20, 30, 40});
    EXPECT_EQ(server_->pixel(10, 20), 0xff8800U);
    EXPECT_EQ(server_->pixel(39, 59), 0xff8800U);
    EXPECT_EQ(server_->pixel(10, 60), 0x111111U);
    EXPECT_EQ(server_->pixel(40, 20), 0x111111U);
    EXPECT_EQ(server_->pixel(9, 19), 0x111111U);
}

TEST_F(SdlWindow, full_screen_has_every_key_whoever_takes_the_focus) {
    open("320x480x24");
    EXPECT_TRUE(server_->keyboard_is_grabbed());
    server_->tap_key(kReturn);
    next(EventKind::key);
    for (int i = 0; i < 3; ++i) {
        server_->take_focus();
        // Longer than SDL waits before it believes that the focus has gone.
        server_->press(300);
        server_->release();
        next(EventKind::pointer_up);
        EXPECT_TRUE(server_->keyboard_is_grabbed());
        server_->tap_key(kReturn);
        EXPECT_EQ(next(EventKind::key).key, Key::enter);
    }
}

TEST_F(SdlWindow, window_that_is_not_full_screen_leaves_the_keyboard_alone) {
    open("320x480x24", {.width_px = 200, .height_px = 200, .full_screen = false});
    EXPECT_FALSE(server_->keyboard_is_grabbed());
}

TEST_F(SdlWindow, turned_picture_and_its_touch_turn_together) {
    open("320x480x24", {.rotation = Rotation::clockwise_90});
    EXPECT_EQ(window_->width(), 480);
    EXPECT_EQ(window_->height(), 320);
    fill(0x000000);
    window_->pixels()->pixels[5] = 0xffffff;
    present({0, 0, 480, 320});
    EXPECT_EQ(server_->pixel(319, 5), 0xffffffU);
    server_->move(319, 5);
    server_->press();
    const Event down = next(EventKind::pointer_down);
    EXPECT_EQ(down.at.x, 5);
    EXPECT_EQ(down.at.y, 0);
}

TEST_F(SdlWindow, screen_of_16_bits_gets_converted_pixels) {
    open("320x480x16");
    fill(0xff0000);
    present({0, 0, 320, 480});
    EXPECT_EQ(server_->pixel(160, 240) >> 19U, 0x1fU);
    EXPECT_EQ(server_->pixel(160, 240) & 0xffffU, 0U);
}

TEST_F(SdlWindow, turned_picture_on_a_16_bit_screen_is_turned_and_converted) {
    open("320x480x16", {.rotation = Rotation::half});
    fill(0x000000);
    window_->pixels()->pixels[0] = 0xffffff;
    present({0, 0, 1, 1});
    EXPECT_EQ(server_->pixel(319, 479), 0xffffffU);
}

TEST_F(SdlWindow, click_arrives_as_the_mouse_pointer) {
    open("320x480x24");
    server_->move(12, 34);
    server_->press();
    const Event down = next(EventKind::pointer_down);
    EXPECT_EQ(down.pointer, 0);
    EXPECT_EQ(down.at.x, 12);
    EXPECT_EQ(down.at.y, 34);
    EXPECT_GT(down.time_ms, 0);
    server_->release();
    EXPECT_EQ(next(EventKind::pointer_up).at.x, 12);
}

TEST_F(SdlWindow, keyboard_gives_keys_and_text) {
    open("320x480x24");
    server_->tap_key(kReturn);
    EXPECT_EQ(next(EventKind::key).key, Key::enter);
    server_->tap_key(kLetterA);
    EXPECT_EQ(next(EventKind::text).text, "a");
}

TEST_F(SdlWindow, display_of_another_size_resizes_the_picture) {
    open("800x600x24");
    fill(0x222222);
    present({0, 0, 800, 600});
    ASSERT_TRUE(server_->resize(640, 480));
    EXPECT_EQ(next(EventKind::resized).kind, EventKind::resized);
    EXPECT_EQ(window_->width(), 640);
    EXPECT_EQ(window_->height(), 480);
    fill(0x445566);
    present({0, 0, 640, 480});
    EXPECT_EQ(server_->pixel(639, 479), 0x445566U);
}

TEST_F(SdlWindow, other_users_of_the_machine_cannot_read_its_pixels) {
    open("800x600x24");
    fill(0x222222);
    present({0, 0, 800, 600});
    expect_private_pixels();
    ASSERT_TRUE(server_->resize(640, 480));
    EXPECT_EQ(next(EventKind::resized).kind, EventKind::resized);
    fill(0x445566);
    present({0, 0, 640, 480});
    expect_private_pixels();
}

TEST_F(SdlWindow, clipboard_that_is_forgotten_is_nowhere) {
    open("320x480x24", {.full_screen = false});
    window_->set_clipboard("rings on friday");
    EXPECT_EQ(window_->clipboard(), "rings on friday");
    ASSERT_TRUE(server_->root_holds("rings on friday"));
    window_->forget_clipboard();
    EXPECT_EQ(window_->clipboard(), "");
    EXPECT_FALSE(server_->root_holds("rings on friday"));
}

TEST_F(SdlWindow, clipboard_of_another_program_stays_its_own) {
    open("320x480x24", {.full_screen = false});
    window_->set_clipboard("rings on friday");
    server_->take_clipboard();
    window_->forget_clipboard();
    EXPECT_TRUE(server_->has_clipboard());
    EXPECT_FALSE(server_->root_holds("rings on friday"));
}

TEST_F(SdlWindow, display_that_changes_again_and_again_is_followed_each_time) {
    open("800x600x24");
    for (int i = 0; i < 60; ++i) {
        const int width = i % 2 == 0 ? 640 : 800, height = i % 2 == 0 ? 480 : 600;
        const auto before_ms = base::monotonic_ms();
        ASSERT_TRUE(server_->resize(width, height));
        while (window_->width() != width || window_->height() != height)
            ASSERT_EQ(next(EventKind::resized).kind, EventKind::resized) << "change " << i;
        // Not by chance, when the wait had its time: at the event.
        ASSERT_LT(base::monotonic_ms() - before_ms, kPatience_ms) << "change " << i;
        fill(0x445566);
        present({0, 0, width, height});
    }
}

TEST_F(SdlWindow, close_of_a_full_screen_is_no_quit) {
    open("320x480x24");
    server_->close_window();
    server_->tap_key(kReturn);  // comes after it
    for (bool typed = false; !typed;) {
        std::vector<Event> events;
        window_->wait(kPatience_ms, events);
        ASSERT_FALSE(events.empty());
        for (const Event& event : events) {
            EXPECT_NE(event.kind, EventKind::quit);
            typed = typed || event.kind == EventKind::key;
        }
    }
}

TEST_F(SdlWindow, close_of_a_window_asks_to_quit) {
    open("320x480x24", {.full_screen = false});
    server_->close_window();
    EXPECT_EQ(next(EventKind::quit).kind, EventKind::quit);
}

TEST_F(SdlWindow, size_asked_for_is_not_the_display_size) {
    open("800x600x24", {.width_px = 200, .height_px = 100});
    EXPECT_EQ(window_->width(), 200);
    EXPECT_EQ(window_->pixels()->height, 100);
}

TEST_F(SdlWindow, wake_from_another_thread_ends_an_endless_wait) {
    open("320x480x24");
    std::thread other([&] { window_->wake(); });
    EXPECT_EQ(next(EventKind::woken).kind, EventKind::woken);
    other.join();
}

TEST_F(SdlWindow, termination_signal_asks_to_quit) {
    open("320x480x24");
    ASSERT_EQ(::raise(SIGTERM), 0);
    EXPECT_EQ(next(EventKind::quit).kind, EventKind::quit);
}

TEST_F(SdlWindow, empty_wait_of_no_time_returns_at_once) {
    open("320x480x24");
    std::vector<Event> events;
    do {
        events.clear();
        window_->wait(0, events);
    } while (!events.empty());
    SUCCEED();
}

TEST_F(SdlWindow, what_is_done_meanwhile_has_ended_when_it_is_open) {
    WindowOptions options;
    std::thread::id there;
    options.meanwhile = [&there] { there = std::this_thread::get_id(); };
    open("320x480x24", options);
    EXPECT_NE(there, std::thread::id());
    EXPECT_NE(there, std::this_thread::get_id());
}

TEST(SdlWindowWithoutDisplay, what_is_done_meanwhile_ends_all_the_same) {
    ::unsetenv("DISPLAY");
    ::unsetenv("WAYLAND_DISPLAY");
    ::setenv("XDG_RUNTIME_DIR", "/nonexistent", 1);
    bool done = false;
    WindowOptions options;
    options.meanwhile = [&done] { done = true; };
    EXPECT_FALSE(create_sdl_window(options));
    EXPECT_TRUE(done);
}

TEST(SdlWindowWithoutDisplay, open_is_unreachable) {
    ::unsetenv("DISPLAY");
    ::unsetenv("WAYLAND_DISPLAY");
    ::setenv("XDG_RUNTIME_DIR", "/nonexistent", 1);
    const auto opened = create_sdl_window({});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, base::FaultKind::unreachable);
    EXPECT_NE(opened.error().detail.find("DISPLAY="), std::string::npos);
}

}  // namespace candor::platform
