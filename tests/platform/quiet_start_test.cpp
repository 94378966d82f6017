#include "platform/sdl/quiet_start.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace candor::platform {

TEST(QuietStart, end_takes_back_what_was_set) {
    ::setenv("DISPLAY", ":7", 1);
    ::unsetenv("XCOMPOSEFILE");
    {
        const QuietStart quiet(Purpose::kiosk);
        EXPECT_STREQ(std::getenv("XCOMPOSEFILE"), "/dev/null");
    }
    EXPECT_EQ(std::getenv("XCOMPOSEFILE"), nullptr);
}

TEST(QuietStart, what_somebody_set_stays) {
    ::setenv("DISPLAY", ":7", 1);
    ::setenv("XCURSOR_THEME", "mine", 1);
    {
        const QuietStart quiet(Purpose::kiosk);
        EXPECT_STREQ(std::getenv("XCURSOR_THEME"), "mine");
    }
    EXPECT_STREQ(std::getenv("XCURSOR_THEME"), "mine");
}

TEST(QuietStart, without_an_x_server_nothing_of_x_is_set) {
    ::unsetenv("DISPLAY");
    ::unsetenv("XCOMPOSEFILE");
    const QuietStart quiet(Purpose::kiosk);
    EXPECT_EQ(std::getenv("XCOMPOSEFILE"), nullptr);
}

TEST(QuietStart, desk_keeps_dead_keys) {
    ::setenv("DISPLAY", ":7", 1);
    ::unsetenv("XCOMPOSEFILE");
    const QuietStart quiet(Purpose::desk);
    EXPECT_EQ(std::getenv("XCOMPOSEFILE"), nullptr);
}

}  // namespace candor::platform
