#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;

/// Where it is now, for the whole program.
class TimeZone {
  public:
    explicit TimeZone(const char* time_zone) { move_to(time_zone); }
    ~TimeZone() {
        ::unsetenv("TZ");
        ::tzset();
    }
    TimeZone(const TimeZone&) = delete;
    TimeZone& operator=(const TimeZone&) = delete;
    static void move_to(const char* time_zone) {
        ::setenv("TZ", time_zone, 1);
        ::tzset();
    }
};

void copy_pack(const char* name, const fs::path& to) {
    fs::copy(shipped_content() / name, to / name, fs::copy_options::recursive);
}

}  // namespace

// The packs that came with the kiosk are looked at anew on another day alone: what was put beside
// them shows that they were.
TEST(NewDay, first_visitor_after_a_quiet_weekend_is_shown_todays_packs) {
    const TimeZone here("UTC+12");
    const ScratchFolder state, content;
    copy_pack("prp", content.path());
    HeadlessKiosk kiosk(state.path(), content.path());
    Person person(kiosk);
    EXPECT_TRUE(person.is_on("attract"));
    copy_pack("procedure", content.path());
    TimeZone::move_to("UTC-14");  // 26 hours on: another day at any time
    person.touch(Role::button, "Touch to start");
    EXPECT_TRUE(person.sees(Role::button, "The procedure, step by step"));
}

}  // namespace candor::journeys
