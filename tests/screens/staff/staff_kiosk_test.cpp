#include "screens/staff/staff_kiosk.h"

#include <gtest/gtest.h>

#include "stage.h"

namespace candor::screens {
namespace {

/// Staff have typed the code, and look.
class StaffKioskScreen : public testing::Test {
  protected:
    StaffKioskScreen() {
        visitor_.state.visit.screen = Screen::staff;
        visitor_.state.visit.staff.news.stage = Staff::Stage::open;
    }
    std::string shown() {
        stage_.draw(visitor_.state);
        return ui::to_text(stage_.tree(), ui::Rects::without);
    }
    KioskHealth& kiosk() { return visitor_.state.kiosk; }
    Staff& staff() { return visitor_.state.visit.staff; }
    static bool has(const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    }

    Visitor visitor_{bare_catalog()};
    Stage stage_{1080, 1920, decoder()};
};

}  // namespace

TEST_F(StaffKioskScreen, kiosk_that_is_well_names_its_key_and_alarms_nobody) {
    kiosk().key = "0123456789abcdef";
    const std::string words = shown();
    EXPECT_TRUE(has(words, "Patients can ask to be called."));
    EXPECT_TRUE(has(words, "0123456789abcdef"));
    EXPECT_FALSE(has(words, "alert"));
}

TEST_F(StaffKioskScreen, demonstration_is_an_alert) {
    kiosk().demonstration = true;
    EXPECT_TRUE(has(shown(), "alert \"This is a demonstration."));
}

TEST_F(StaffKioskScreen, each_problem_is_told_with_what_patients_read) {
    kiosk().takes_requests = false;
    for (const char* problem :
         {"no-key", "settings", "key", "disk-full", "read-only", "newer", "storage"}) {
        kiosk().problem = std::string("staff.kiosk.problem.") + problem;
        const std::string words = shown();
        EXPECT_TRUE(has(words, "alert \"Patients cannot ask to be called: ")) << problem << words;
        EXPECT_TRUE(has(words, "come to the front desk"));
        EXPECT_FALSE(has(words, "Patients can ask to be called."));
    }
}

TEST_F(StaffKioskScreen, language_of_the_clinic_with_mistakes_is_told) {
    auto catalog = std::make_shared<Catalog>(*bare_catalog());
    catalog->refused = {"fr"};
    visitor_.state.catalog = catalog;
    EXPECT_TRUE(has(shown(), "alert \"The clinic’s language “fr” is not offered"));
}

TEST_F(StaffKioskScreen, pack_in_a_language_that_the_kiosk_does_not_speak_is_told) {
    auto library = std::make_shared<pack::Library>();
    library->packs.push_back(pack_of("a", {}));
    auto catalog = std::make_shared<Catalog>(*bare_catalog());
    catalog->library = library;
    visitor_.state.catalog = catalog;
    EXPECT_FALSE(has(shown(), "does not offer"));
    library->packs.front().languages = {"en", "fr"};
    EXPECT_TRUE(has(shown(), "alert \"“Pack a” also has pages in the language “fr”"));
}

TEST_F(StaffKioskScreen, set_aside_files_and_wrong_codes_are_told) {
    kiosk().set_aside = {"consult.db.damaged-2026-11-28"};
    staff().news.wrong_codes = 7;
    const std::string words = shown();
    EXPECT_TRUE(has(words, "kept as consult.db.damaged-2026-11-28;"));
    EXPECT_TRUE(has(words, "7 wrong codes were typed here"));
}

TEST_F(StaffKioskScreen, doubted_clock_is_told_with_both_days_and_can_be_called_right) {
    EXPECT_EQ(stage_.tree().find(ui::Role::button, "The clock is right"), nullptr);
    for (const bool ahead : {false, true}) {
        staff().news.clock = ClockDoubt{"2036-01-01", "2026-11-28", ahead};
        const std::string words = shown();
        EXPECT_TRUE(has(words, "The clock says 2036-01-01"));
        EXPECT_TRUE(has(words, "2026-11-28"));
    }
    stage_.tap(visitor_, ui::Role::button, "The clock is right");
    EXPECT_EQ(visitor_.services.believed_clocks, 1);
}

}  // namespace candor::screens
