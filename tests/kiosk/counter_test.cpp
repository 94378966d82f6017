#include "kiosk/counter.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "pack/page/pack.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
using consult::Counted;
using screens::Screen;

constexpr const char* kDay = "2026-11-25";

/// A kiosk with one pack, "p", of one page with a question. What staff are shown is asked for after
/// the day, and needs five visits.
class Counting : public testing::Test {
  protected:
    Counting() {
        std::string name = testing::TempDir() + "candor-counter-XXXXXX";
        folder_ = ::mkdtemp(name.data());
        pack::Pack pack;
        pack.id = "p";
        pack.languages = {"en"};
        pack::Page page;
        page.id = "010-first";
        pack::QuickCheck check;
        check.choices = {{.right = false}, {.right = true}};
        page.blocks.push_back({.body = check});
        pack.pages["en"].push_back(page);
        auto library = std::make_shared<pack::Library>();
        library->packs.push_back(pack);
        auto catalog = std::make_shared<screens::Catalog>();
        catalog->library = library;
        state_.catalog = catalog;
        state_.visit.language = "en";
    }
    ~Counting() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    void goes_to(Counter& counter, Screen screen) {
        const Screen before = std::exchange(state_.visit.screen, screen);
        counter.look(state_, before);
    }
    void opens_the_page(Counter& counter) {
        state_.visit.reading.place.pack = "p";
        state_.visit.reading.place.page = "010-first";
        goes_to(counter, Screen::reader);
    }
    void leaves(Counter& counter) {
        goes_to(counter, Screen::attract);
        state_.visit.reading.quick_choice.clear();
        counter.visit_ended(kDay);
    }
    fs::path file() const { return folder_ / "counts.db"; }
    std::int64_t counted(Counted what, const std::string& page = {}) const {
        const auto counts = consult::Counts::open_to_read(file());
        if (!counts) return 0;
        const auto shown = (*counts)->shown("2026-11-26");
        for (const auto& count : *shown)
            if (count.what == what && count.page == page) return count.number;
        return 0;
    }

    fs::path folder_;
    screens::State state_;
};

}  // namespace

TEST_F(Counting, each_thing_counts_once_a_visit_however_often_it_happens) {
    {
        Counter counter(file());
        for (int visit = 0; visit < 6; ++visit) {
            goes_to(counter, Screen::home);
            for (int again = 0; again < 3; ++again) {
                opens_the_page(counter);
                goes_to(counter, Screen::guidance);
            }
            counter.request_sent();
            counter.request_sent();
            leaves(counter);
        }
    }
    EXPECT_EQ(counted(Counted::visit_started), 6);
    EXPECT_EQ(counted(Counted::page_opened, "p/010-first"), 6);
    EXPECT_EQ(counted(Counted::self_check_finished), 6);
    EXPECT_EQ(counted(Counted::request_sent), 6);
}

TEST_F(Counting, right_answer_counts_and_a_wrong_one_does_not) {
    {
        Counter counter(file());
        for (int visit = 0; visit < 12; ++visit) {
            goes_to(counter, Screen::home);
            opens_the_page(counter);
            state_.visit.reading.quick_choice["p/010-first/0"] = visit % 2;
            goes_to(counter, Screen::reader);
            leaves(counter);
        }
    }
    EXPECT_EQ(counted(Counted::page_opened, "p/010-first"), 12);
    EXPECT_EQ(counted(Counted::quick_check_right, "p/010-first"), 6);
}

TEST_F(Counting, topic_was_clear_or_not_and_who_thinks_again_says_one_thing) {
    {
        Counter counter(file());
        for (int visit = 0; visit < 12; ++visit) {
            goes_to(counter, Screen::home);
            opens_the_page(counter);
            state_.visit.reading.found_clear["p"] = false;
            goes_to(counter, Screen::reader);
            state_.visit.reading.found_clear["p"] = visit % 2 == 0;
            goes_to(counter, Screen::reader);
            leaves(counter);
        }
    }
    EXPECT_EQ(counted(Counted::found_clear, "p"), 6);
    EXPECT_EQ(counted(Counted::found_unclear, "p"), 6);
}

TEST_F(Counting, page_that_is_gone_is_not_counted_but_the_visit_is) {
    {
        Counter counter(file());
        for (int visit = 0; visit < 5; ++visit) {
            goes_to(counter, Screen::home);
            state_.visit.reading.place.pack = "p";
            state_.visit.reading.place.page = "900-gone";
            goes_to(counter, Screen::reader);
            leaves(counter);
        }
    }
    EXPECT_EQ(counted(Counted::visit_started), 5);
    EXPECT_EQ(counted(Counted::page_opened, "p/900-gone"), 0);
}

TEST_F(Counting, choice_that_the_page_does_not_have_is_no_right_answer) {
    {
        Counter counter(file());
        for (int visit = 0; visit < 5; ++visit) {
            goes_to(counter, Screen::home);
            opens_the_page(counter);
            state_.visit.reading.quick_choice["p/010-first/0"] = 7;
            state_.visit.reading.quick_choice["p/other/0"] = 1;
            goes_to(counter, Screen::reader);
            leaves(counter);
        }
    }
    EXPECT_EQ(counted(Counted::page_opened, "p/010-first"), 5);
    EXPECT_EQ(counted(Counted::quick_check_right, "p/010-first"), 0);
}

TEST_F(Counting, staff_and_a_kiosk_that_is_out_of_order_are_nobody) {
    {
        Counter counter(file());
        for (int i = 0; i < 6; ++i) {
            goes_to(counter, Screen::staff);
            goes_to(counter, Screen::out_of_order);
            leaves(counter);
        }
    }
    EXPECT_FALSE(fs::exists(file())) << "nothing to write";
}

TEST_F(Counting, visit_that_has_not_ended_leaves_nothing) {
    {
        Counter counter(file());
        goes_to(counter, Screen::home);
        opens_the_page(counter);
    }
    EXPECT_FALSE(fs::exists(file()));
}

TEST_F(Counting, disk_that_fails_is_logged_once_and_those_visits_are_lost_alone) {
    fs::create_directory(file());
    testing::internal::CaptureStderr();
    {
        Counter counter(file());
        for (int i = 0; i < 3; ++i) {
            goes_to(counter, Screen::home);
            leaves(counter);
        }
    }
    const std::string said = testing::internal::GetCapturedStderr();
    EXPECT_NE(said.find("counts.db"), std::string::npos);
    EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
    fs::remove(file());
    {
        Counter counter(file());
        for (int i = 0; i < 5; ++i) {
            goes_to(counter, Screen::home);
            leaves(counter);
        }
    }
    EXPECT_EQ(counted(Counted::visit_started), 5);
}

}  // namespace candor::kiosk
