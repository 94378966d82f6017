#include "kiosk/session.h"

#include <gtest/gtest.h>

namespace candor::kiosk {
namespace {

using screens::Screen;
using screens::SheetKind;

constexpr std::int64_t kStart = 5'000'000;

pack::Page page_of(const std::string& id, int words) {
    std::string text;
    for (int i = 0; i < words; ++i) text += "word ";
    pack::Page page;
    page.id = id;
    page.language = "en";
    page.blocks.push_back({1, pack::Prose{{{text, false, false, pack::LinkKind::none, {}}}}});
    page.words = pack::word_count(page);
    return page;
}

/// A kiosk's time and state without its screens: what time asks for is done at once.
class TimedKiosk {
  public:
    TimedKiosk() {
        auto library = std::make_shared<pack::Library>();
        pack::Pack pack;
        pack.id = "prp";
        pack.pages["en"] = {page_of("short", 20), page_of("long", 330), page_of("endless", 5000)};
        library->packs.push_back(std::move(pack));
        auto catalog = std::make_shared<screens::Catalog>();
        catalog->library = library;
        state.catalog = catalog;
        state.visit.screen = Screen::home;
    }

    void open(const std::string& page) {
        state.visit.screen = Screen::reader;
        state.visit.reading.place = {"prp", page, 0, -1};
    }

    screens::Intents tick(std::int64_t after_ms) {
        now_ms = kStart + after_ms;
        auto intents = session.tick(state, now_ms, finger_down);
        for (const auto& intent : intents) {
            if (const auto* open = std::get_if<screens::OpenSheet>(&intent))
                state.visit.sheet = open->sheet;
            if (std::get_if<screens::StillHere>(&intent) != nullptr) state.visit.sheet = {};
            if (const auto* show = std::get_if<screens::ShowSlide>(&intent))
                state.attract.slide = show->slide;
            if (std::get_if<screens::FinishVisit>(&intent) != nullptr) state.visit.erase();
        }
        return intents;
    }
    void touch(std::int64_t after_ms) { session.touched(kStart + after_ms); }
    std::optional<std::int64_t> deadline() const {
        const auto at = session.next_deadline_ms(state, now_ms);
        if (!at) return std::nullopt;
        return *at - kStart;
    }
    /// When the next picture is due; it is expected by then.
    std::optional<std::int64_t> next_slide() {
        while (deadline() && !state.attract.next_is_near) tick(*deadline());
        return deadline();
    }

    /// Sleeps from deadline to deadline, as the loop does, until then or until nothing is due.
    void sleep_until(std::int64_t after_ms) {
        for (int turns = 0; turns < 10'000; ++turns) {
            const auto next = deadline();
            if (!next || *next > after_ms) break;
            ASSERT_GE(*next, now_ms - kStart);
            tick(*next);
        }
        tick(after_ms);
    }

    screens::State state;
    Session session{kStart};
    std::int64_t now_ms = kStart;
    bool finger_down = false;
};

template <typename Intent>
bool asks_for(const screens::Intents& intents) {
    return intents.size() == 1 && std::holds_alternative<Intent>(intents.front());
}

TEST(Session, nothing_happens_before_a_minute_without_touch) {
    TimedKiosk kiosk;
    EXPECT_EQ(kiosk.deadline(), 60'000);
    EXPECT_TRUE(kiosk.tick(59'999).empty());
    EXPECT_EQ(kiosk.state.visit.sheet.kind, SheetKind::none);
}

TEST(Session, minute_without_touch_warns_once) {
    TimedKiosk kiosk;
    const auto intents = kiosk.tick(60'000);
    ASSERT_TRUE(asks_for<screens::OpenSheet>(intents));
    EXPECT_EQ(std::get<screens::OpenSheet>(intents.front()).sheet.kind, SheetKind::still_here);
    EXPECT_EQ(kiosk.state.seconds_left, 20);
    EXPECT_TRUE(kiosk.tick(60'500).empty());
}

TEST(Session, warning_counts_down_a_second_at_a_time) {
    TimedKiosk kiosk;
    kiosk.tick(60'000);
    for (int left = 19; left > 0; --left) {
        ASSERT_EQ(kiosk.deadline(), 80'000 - left * 1000);
        EXPECT_TRUE(kiosk.tick(*kiosk.deadline()).empty());
        EXPECT_EQ(kiosk.state.seconds_left, left);
    }
    EXPECT_EQ(kiosk.deadline(), 80'000);
}

TEST(Session, warning_without_an_answer_ends_the_visit) {
    TimedKiosk kiosk;
    kiosk.tick(60'000);
    EXPECT_TRUE(kiosk.tick(79'999).empty());
    EXPECT_TRUE(asks_for<screens::FinishVisit>(kiosk.tick(80'000)));
    EXPECT_EQ(kiosk.state.visit.screen, Screen::attract);
}

TEST(Session, machine_that_slept_ends_the_visit_at_once) {
    TimedKiosk kiosk;
    EXPECT_TRUE(asks_for<screens::FinishVisit>(kiosk.tick(3'600'000)));
}

TEST(Session, loop_that_sleeps_by_the_deadlines_ends_the_visit_in_time) {
    TimedKiosk kiosk;
    kiosk.sleep_until(79'999);
    EXPECT_EQ(kiosk.state.visit.sheet.kind, SheetKind::still_here);
    EXPECT_EQ(kiosk.state.seconds_left, 1);
    kiosk.sleep_until(80'000);
    EXPECT_EQ(kiosk.state.visit.screen, Screen::attract);
}

TEST(Session, touch_starts_the_minute_anew) {
    TimedKiosk kiosk;
    kiosk.touch(50'000);
    EXPECT_EQ(kiosk.deadline(), 110'000);
    EXPECT_TRUE(kiosk.tick(100'000).empty());
    EXPECT_FALSE(kiosk.tick(110'000).empty());
}

TEST(Session, touch_during_the_warning_closes_it) {
    TimedKiosk kiosk;
    kiosk.tick(70'000);
    kiosk.touch(75'000);
    kiosk.sleep_until(76'000);
    EXPECT_EQ(kiosk.state.visit.sheet.kind, SheetKind::none);
    EXPECT_EQ(kiosk.deadline(), 135'000);
}

TEST(Session, still_here_closes_the_warning_and_starts_the_minute_anew) {
    TimedKiosk kiosk;
    kiosk.tick(70'000);
    kiosk.touch(75'000);
    kiosk.state.visit.sheet = {};  // the button's own answer
    EXPECT_TRUE(kiosk.tick(75'000).empty());
    EXPECT_EQ(kiosk.deadline(), 135'000);
    EXPECT_TRUE(asks_for<screens::OpenSheet>(kiosk.tick(135'000)));
    EXPECT_EQ(kiosk.state.seconds_left, 20);
}

TEST(Session, warning_stays_while_its_buttons_are_touched) {
    TimedKiosk kiosk;
    kiosk.tick(70'000);
    kiosk.finger_down = true;
    kiosk.touch(75'000);
    EXPECT_TRUE(kiosk.tick(75'000).empty());
    EXPECT_TRUE(kiosk.tick(75'300).empty());
    kiosk.finger_down = false;
    kiosk.touch(75'400);
    EXPECT_TRUE(kiosk.tick(75'400).empty());
    EXPECT_EQ(kiosk.state.visit.sheet.kind, SheetKind::still_here);
    ASSERT_TRUE(kiosk.deadline());
    EXPECT_TRUE(asks_for<screens::StillHere>(kiosk.tick(*kiosk.deadline())));
}

TEST(Session, finger_that_lies_on_the_glass_is_no_touch) {
    TimedKiosk kiosk;
    kiosk.finger_down = true;
    EXPECT_TRUE(kiosk.tick(59'999).empty());
    EXPECT_TRUE(asks_for<screens::OpenSheet>(kiosk.tick(60'000)));
}

TEST(Session, finger_on_the_warning_keeps_nobody_busy) {
    TimedKiosk kiosk;
    kiosk.tick(70'000);
    kiosk.finger_down = true;
    kiosk.touch(75'000);
    kiosk.tick(75'000);
    kiosk.tick(76'000);
    EXPECT_EQ(kiosk.deadline(), 135'000);
}

TEST(Session, short_page_gets_a_minute) {
    TimedKiosk kiosk;
    kiosk.open("short");
    EXPECT_EQ(kiosk.deadline(), 60'000);
}

TEST(Session, long_page_gets_its_reading_time) {
    TimedKiosk kiosk;
    kiosk.open("long");
    EXPECT_EQ(kiosk.deadline(), 180'000);  // 330 words at 110 a minute
    EXPECT_TRUE(kiosk.tick(179'999).empty());
    EXPECT_TRUE(asks_for<screens::OpenSheet>(kiosk.tick(180'000)));
    EXPECT_TRUE(asks_for<screens::FinishVisit>(kiosk.tick(200'000)));
}

TEST(Session, reading_time_has_an_end) {
    TimedKiosk kiosk;
    kiosk.open("endless");
    EXPECT_EQ(kiosk.deadline(), 180'000);
}

TEST(Session, reading_time_is_shorter_once_the_visit_holds_something) {
    TimedKiosk kiosk;
    kiosk.open("long");
    kiosk.state.visit.request.form.first_name.assign("Ann");
    EXPECT_EQ(kiosk.deadline(), 90'000);
    kiosk.state.visit.request.form.clear();
    EXPECT_EQ(kiosk.deadline(), 180'000);
    kiosk.state.visit.check.response.decline("age");
    EXPECT_EQ(kiosk.deadline(), 90'000);
    kiosk.open("short");
    EXPECT_EQ(kiosk.deadline(), 60'000);
}

TEST(Session, more_time_is_what_privacy_allows_on_every_screen) {
    for (const Screen screen : {Screen::home, Screen::search, Screen::self_check, Screen::request,
                                Screen::confirmation}) {
        TimedKiosk kiosk;
        kiosk.state.visit.screen = screen;
        kiosk.state.visit.more_time = true;
        EXPECT_EQ(kiosk.deadline(), 180'000) << screens::name_of(screen);
        kiosk.state.visit.request.form.first_name.assign("Ann");
        EXPECT_EQ(kiosk.deadline(), 90'000) << screens::name_of(screen);
    }
}

TEST(Session, more_time_shortens_no_warning) {
    TimedKiosk kiosk;
    kiosk.state.visit.more_time = true;
    EXPECT_TRUE(asks_for<screens::OpenSheet>(kiosk.tick(180'000)));
    EXPECT_EQ(kiosk.state.seconds_left, 20);
    EXPECT_TRUE(kiosk.tick(199'999).empty());
    EXPECT_TRUE(asks_for<screens::FinishVisit>(kiosk.tick(200'000)));
    EXPECT_FALSE(kiosk.state.visit.more_time) << "the next person begins anew";
}

TEST(Session, page_that_is_gone_gets_a_minute) {
    TimedKiosk kiosk;
    kiosk.open("no such page");
    EXPECT_EQ(kiosk.deadline(), 60'000);
}

TEST(Session, what_there_is_to_read_gives_its_time_on_every_screen) {
    for (const Screen screen : {Screen::confirmation, Screen::guidance, Screen::request}) {
        TimedKiosk kiosk;
        kiosk.state.visit.screen = screen;
        kiosk.session.shows(50);
        EXPECT_EQ(kiosk.deadline(), 60'000);
        kiosk.session.shows(220);  // two minutes at 110 words each
        EXPECT_EQ(kiosk.deadline(), 120'000);
        kiosk.session.shows(5000);
        EXPECT_EQ(kiosk.deadline(), 180'000);
    }
}

TEST(Session, screens_to_look_around_on_have_their_minute_however_many_words) {
    TimedKiosk kiosk;
    kiosk.session.shows(500);
    for (const Screen screen : {Screen::home, Screen::search, Screen::self_check}) {
        kiosk.state.visit.screen = screen;
        EXPECT_EQ(kiosk.deadline(), 60'000);
    }
    kiosk.state.visit.sheet = {SheetKind::questions, {}, {}};
    EXPECT_EQ(kiosk.deadline(), 180'000);
}

TEST(Session, warning_over_a_screen_to_look_around_on_stays) {
    TimedKiosk kiosk;
    kiosk.session.shows(500);
    EXPECT_TRUE(asks_for<screens::OpenSheet>(kiosk.tick(60'000)));
    EXPECT_TRUE(kiosk.tick(79'999).empty());
    EXPECT_TRUE(asks_for<screens::FinishVisit>(kiosk.tick(80'000)));
}

/// The warning has few words itself: what it covers must not seem to be over at once.
TEST(Session, warning_over_long_words_stays_its_twenty_seconds) {
    TimedKiosk kiosk;
    kiosk.state.visit.screen = Screen::guidance;
    kiosk.session.shows(220);
    EXPECT_TRUE(asks_for<screens::OpenSheet>(kiosk.tick(120'000)));
    EXPECT_TRUE(kiosk.tick(139'999).empty());
    EXPECT_TRUE(asks_for<screens::FinishVisit>(kiosk.tick(140'000)));
}

TEST(Session, long_words_are_no_reason_to_leave_answers_open) {
    TimedKiosk kiosk;
    kiosk.state.visit.screen = Screen::guidance;
    kiosk.state.visit.request.form.first_name.assign("Elif");
    kiosk.session.shows(5000);
    EXPECT_EQ(kiosk.deadline(), 90'000);
}

TEST(Session, confirmation_warns_before_it_closes) {
    TimedKiosk kiosk;
    kiosk.state.visit.screen = Screen::confirmation;
    EXPECT_TRUE(kiosk.tick(59'999).empty());
    EXPECT_TRUE(asks_for<screens::OpenSheet>(kiosk.tick(60'000)));
    EXPECT_EQ(kiosk.state.seconds_left, 20);
    EXPECT_TRUE(asks_for<screens::FinishVisit>(kiosk.tick(80'000)));
}

TEST(Session, attract_pictures_change_in_turn) {
    TimedKiosk kiosk;
    kiosk.state.visit.screen = Screen::attract;
    std::vector<int> shown;
    for (int i = 0; i < 4; ++i) {
        EXPECT_FALSE(kiosk.state.attract.next_is_near);
        const auto due = kiosk.next_slide();
        ASSERT_TRUE(due);
        EXPECT_TRUE(kiosk.tick(*due - 1).empty());
        ASSERT_TRUE(asks_for<screens::ShowSlide>(kiosk.tick(*due)));
        shown.push_back(kiosk.state.attract.slide);
    }
    EXPECT_EQ(shown, (std::vector<int>{1, 2, 0, 1}));
}

TEST(Session, paused_pictures_hold_and_nothing_is_due) {
    TimedKiosk kiosk;
    kiosk.state.visit.screen = Screen::attract;
    kiosk.state.attract.paused = true;
    EXPECT_EQ(kiosk.deadline(), std::nullopt);
    EXPECT_TRUE(kiosk.tick(100'000).empty());
}

TEST(Session, pictures_that_go_on_wait_their_time) {
    TimedKiosk kiosk;
    kiosk.state.visit.screen = Screen::attract;
    kiosk.state.attract.paused = true;
    kiosk.tick(100'000);
    kiosk.state.attract.paused = false;
    EXPECT_TRUE(kiosk.tick(100'001).empty());
    EXPECT_EQ(kiosk.next_slide(), 112'000);
}

TEST(Session, first_picture_after_a_visit_has_its_whole_time) {
    TimedKiosk kiosk;
    kiosk.sleep_until(80'000);
    ASSERT_EQ(kiosk.state.visit.screen, Screen::attract);
    EXPECT_TRUE(kiosk.tick(80'001).empty());
    EXPECT_EQ(kiosk.state.attract.slide, 0);
    EXPECT_EQ(kiosk.next_slide(), 92'000);
}

TEST(Session, attract_and_out_of_order_never_end) {
    TimedKiosk kiosk;
    kiosk.state.visit.screen = Screen::out_of_order;
    EXPECT_EQ(kiosk.deadline(), std::nullopt);
    EXPECT_TRUE(kiosk.tick(10'000'000).empty());
    kiosk.state.visit.screen = Screen::attract;
    kiosk.state.attract.paused = true;
    EXPECT_TRUE(kiosk.tick(20'000'000).empty());
}

TEST(Session, out_of_order_ends_what_somebody_left_open_there) {
    for (const auto& touched : std::initializer_list<std::function<void(screens::Visit&)>>{
             [](auto& visit) {
                 visit.sheet = {SheetKind::ask_staff, {}, {}};
             },
             [](auto& visit) { visit.text_size = ui::TextSize::largest; }}) {
        TimedKiosk kiosk;
        kiosk.state.visit.screen = Screen::out_of_order;
        touched(kiosk.state.visit);
        EXPECT_EQ(kiosk.deadline(), 60'000);
        kiosk.sleep_until(80'000);
        EXPECT_EQ(kiosk.state.visit.screen, Screen::attract) << "the kiosk decides what follows";
    }
}

TEST(Session, visit_that_starts_after_hours_of_attract_has_its_minute) {
    TimedKiosk kiosk;
    kiosk.state.visit.screen = Screen::attract;
    kiosk.tick(7'200'000);
    kiosk.touch(7'200'500);
    kiosk.state.visit.screen = Screen::home;
    EXPECT_TRUE(kiosk.tick(7'200'500).empty());
    EXPECT_EQ(kiosk.deadline(), 7'260'500);
}

TEST(Session, every_screen_but_two_ends_by_itself) {
    for (const Screen screen :
         {Screen::home, Screen::reader, Screen::search, Screen::self_check, Screen::guidance,
          Screen::request, Screen::confirmation, Screen::staff}) {
        TimedKiosk kiosk;
        kiosk.state.visit.screen = screen;
        kiosk.sleep_until(80'000);
        EXPECT_EQ(kiosk.state.visit.screen, Screen::attract) << screens::name_of(screen);
    }
}

TEST(Session, deadline_is_never_in_the_past) {
    for (const Screen screen : {Screen::attract, Screen::home, Screen::reader, Screen::confirmation,
                                Screen::out_of_order}) {
        for (const std::int64_t late :
             {0, 1, 8'999, 9'000, 45'000, 59'999, 60'001, 79'999, 80'000, 500'000}) {
            TimedKiosk kiosk;
            kiosk.state.visit.screen = screen;
            kiosk.now_ms = kStart + late;  // not even ticked
            EXPECT_GE(kiosk.deadline().value_or(late), late) << screens::name_of(screen);
            kiosk.tick(late);
            EXPECT_GE(kiosk.deadline().value_or(late), late) << screens::name_of(screen);
            EXPECT_GE(kiosk.state.seconds_left, 0);
        }
    }
}

}  // namespace
}  // namespace candor::kiosk
