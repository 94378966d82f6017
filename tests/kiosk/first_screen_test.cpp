#include "kiosk/first_screen.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>

#include "base/files.h"
#include "base/scratch_folder.h"
#include "kiosk/kiosk.h"
#include "platform/headless/headless_window.h"

namespace candor::kiosk {
namespace {

using platform::HeadlessWindow;
using Pixels = std::vector<std::uint32_t>;

Pixels seen_on(HeadlessWindow& window) {
    const base::PixelView view = window.shown();
    return {view.pixels, view.pixels + static_cast<std::ptrdiff_t>(view.width) * view.height};
}

/// Runs and noise, as on a screen with text and a picture.
Pixels some_pixels(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    Pixels pixels;
    while (pixels.size() < count) {
        const std::size_t run = random() % 3 == 0 ? 1 : random() % 40;
        pixels.insert(pixels.end(), std::min(run, count - pixels.size()), random() & 0xFFFFFFU);
    }
    return pixels;
}

class FirstScreenTest : public testing::Test {
  protected:
    void keep(HeadlessWindow& window, const Pixels& pixels, const char* maker = "A") {
        std::copy(pixels.begin(), pixels.end(), window.pixels()->pixels);
        FirstScreen(file_, maker).keep(window);  // whose end waits for the disk
    }
    /// What the next start shows on a display of that size; nothing: nothing.
    std::optional<Pixels> next_shows(int width, int height, const char* maker = "A") {
        HeadlessWindow window(width, height);
        const bool shows = FirstScreen(file_, maker).show(window);
        EXPECT_EQ(window.presents(), shows ? 1 : 0);
        if (!shows) return std::nullopt;
        return seen_on(window);
    }

    base::ScratchFolder scratch_ = base::ScratchFolder::in_temp("candor-first").value();
    std::filesystem::path file_ = scratch_.path() / "first-screen";
};

/// A kiosk in its place, a turn at a time.
class KioskThatStarts {
  public:
    explicit KioskThatStarts(const std::filesystem::path& state) {
        Options options;
        options.state = state;
        options.content = std::filesystem::path(CANDOR_SOURCE_DIR) / "content";
        options.assets = std::filesystem::path(CANDOR_SOURCE_DIR) / "assets";
        options.decoder = std::filesystem::path(CANDOR_BINARY_DIR) / "bin/candor-decode";
        kiosk = Kiosk::create(options, window, [this] { return now_ms; }).value();
    }

    void turn(std::vector<platform::Event> events = {}) {
        std::vector<platform::Event> all;
        window.wait(0, all);
        all.insert(all.end(), events.begin(), events.end());
        kiosk->turn(all);
        now_ms += 17;
    }
    /// Until its first screen is whole; every picture that was seen on the way, once.
    std::vector<Pixels> comes_to_rest() {
        std::vector<Pixels> seen{seen_on(window)};
        for (int rested = 0; rested < 3; ++rested) {
            turn();
            if (auto now = seen_on(window); now != seen.back()) seen.push_back(std::move(now));
            kiosk->wait_until_loaded();
        }
        return seen;
    }
    void touch() {
        platform::Event event{.time_ms = now_ms, .pointer = 1, .at = {540, 400}};
        event.kind = platform::EventKind::pointer_down;
        turn({event});
        now_ms += 60;
        event.kind = platform::EventKind::pointer_up;
        event.time_ms = now_ms;
        turn({event});
    }

    HeadlessWindow window{1080, 1920};
    std::int64_t now_ms = 1'000'000;
    std::unique_ptr<Kiosk> kiosk;
};

}  // namespace

TEST_F(FirstScreenTest, of_the_last_start_is_shown_pixel_by_pixel) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const int width = 1 + static_cast<int>(seed * 37 % 200);
        const int height = 1 + static_cast<int>(seed * 53 % 90);
        HeadlessWindow window(width, height);
        const Pixels pixels = some_pixels(static_cast<std::size_t>(width) * height, seed);
        keep(window, pixels);
        ASSERT_EQ(next_shows(width, height), pixels) << width << " x " << height;
    }
}

TEST_F(FirstScreenTest, is_not_shown_on_a_display_of_another_size_or_by_another_maker) {
    EXPECT_EQ(next_shows(60, 40), std::nullopt) << "nothing was kept yet";
    HeadlessWindow window(60, 40);
    keep(window, some_pixels(2400, 1));
    EXPECT_EQ(next_shows(40, 60), std::nullopt) << "as many pixels";
    EXPECT_EQ(next_shows(61, 40), std::nullopt);
    EXPECT_EQ(next_shows(60, 40, "B"), std::nullopt);
    EXPECT_NE(next_shows(60, 40), std::nullopt);
}

TEST_F(FirstScreenTest, that_is_damaged_anywhere_is_not_shown_and_is_replaced) {
    HeadlessWindow window(60, 40);
    const Pixels pixels = some_pixels(2400, 2);
    keep(window, pixels);
    const std::string whole = base::read_file(file_, 1U << 20).value();
    for (std::size_t i = 0; i < whole.size(); i += 7) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
        ASSERT_TRUE(base::write_file_atomically(file_, damaged));
        const auto shown = next_shows(60, 40);
        ASSERT_TRUE(!shown || *shown == pixels) << "byte " << i;
        ASSERT_TRUE(base::write_file_atomically(file_, whole.substr(0, i)));
        ASSERT_EQ(next_shows(60, 40), std::nullopt) << "cut at byte " << i;
    }
    keep(window, pixels);
    EXPECT_EQ(next_shows(60, 40), pixels);
}

TEST_F(FirstScreenTest, that_is_kept_already_is_not_written_again) {
    HeadlessWindow window(60, 40);
    keep(window, some_pixels(2400, 3));
    const auto long_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
    std::filesystem::last_write_time(file_, long_ago);
    keep(window, some_pixels(2400, 3));
    EXPECT_EQ(std::filesystem::last_write_time(file_), long_ago);
    keep(window, some_pixels(2400, 4));
    EXPECT_NE(std::filesystem::last_write_time(file_), long_ago);
}

TEST_F(FirstScreenTest, that_cannot_be_kept_troubles_nobody) {
    std::filesystem::create_directory(file_);
    HeadlessWindow window(60, 40);
    keep(window, some_pixels(2400, 5));
    EXPECT_EQ(next_shows(60, 40), std::nullopt);
    window.set_lost(true);
    FirstScreen(scratch_.path() / "other", "A").keep(window);
    EXPECT_FALSE(std::filesystem::exists(scratch_.path() / "other"));
    EXPECT_FALSE(FirstScreen(file_, "A").show(window));
}

TEST_F(FirstScreenTest, of_a_later_start_stands_there_at_once_and_nothing_less_follows) {
    const Pixels whole = KioskThatStarts(scratch_.path()).comes_to_rest().back();
    KioskThatStarts later(scratch_.path());
    EXPECT_EQ(seen_on(later.window), whole) << "before the first turn";
    EXPECT_EQ(later.comes_to_rest(), std::vector<Pixels>{whole});
    EXPECT_GT(later.window.presents(), 1) << "the real one took its place";
}

TEST_F(FirstScreenTest, gives_way_at_once_to_whoever_touches_it) {
    KioskThatStarts(scratch_.path()).comes_to_rest();
    KioskThatStarts later(scratch_.path());
    later.turn();
    later.touch();
    for (int frame = 0; frame < 3; ++frame) later.turn();
    EXPECT_EQ(later.kiosk->state().visit.screen, screens::Screen::home);
    EXPECT_GT(later.window.presents(), 1);
}

TEST_F(FirstScreenTest, is_shown_anew_where_it_was_covered_and_gives_way_to_another_size) {
    KioskThatStarts(scratch_.path()).comes_to_rest();
    KioskThatStarts later(scratch_.path());
    later.turn({platform::Event{.kind = platform::EventKind::exposed}});
    EXPECT_EQ(later.window.presents(), 2) << "as it stood";
    later.window.resize(1920, 1080);
    later.turn();
    EXPECT_EQ(later.window.presents(), 3);
    EXPECT_EQ(later.kiosk->tree().width, 1920);
}

TEST_F(FirstScreenTest, gives_way_in_time_where_nothing_comes_to_take_its_place) {
    KioskThatStarts(scratch_.path()).comes_to_rest();
    KioskThatStarts later(scratch_.path());
    later.turn();
    const int timeout_ms = later.kiosk->next_timeout_ms();
    ASSERT_GE(timeout_ms, 0);
    ASSERT_LE(timeout_ms, 3000);
    later.now_ms += 3000;
    later.turn();
    EXPECT_EQ(later.window.presents(), 2);
}

TEST_F(FirstScreenTest, holds_nothing_of_a_visit) {
    {
        KioskThatStarts start(scratch_.path());
        start.comes_to_rest();
        start.touch();
        start.comes_to_rest();
        ASSERT_EQ(start.kiosk->state().visit.screen, screens::Screen::home);
        start.kiosk->ask(screens::SetLanguage{"de"});
        start.comes_to_rest();
    }
    KioskThatStarts later(scratch_.path());
    const Pixels at_once = seen_on(later.window);
    EXPECT_EQ(later.comes_to_rest(), std::vector<Pixels>{at_once})
        << "it is the first screen, as it is";
}

TEST_F(FirstScreenTest, is_left_out_of_a_careful_start) {
    KioskThatStarts(scratch_.path()).comes_to_rest();
    for (int start = 0; start < 3; ++start) Starts(scratch_.path() / "starts").care();
    KioskThatStarts careful(scratch_.path());
    EXPECT_EQ(careful.window.presents(), 0);
}

}  // namespace candor::kiosk
