#include "base/contrast.h"

#include <gtest/gtest.h>

namespace candor::base {

TEST(Contrast, goes_from_one_to_twenty_one_and_has_no_order) {
    const Rgba black{0, 0, 0, 255}, white{255, 255, 255, 255}, grey{118, 118, 118, 255};
    EXPECT_DOUBLE_EQ(contrast(black, black), 1.0);
    EXPECT_NEAR(contrast(black, white), 21.0, 1e-9);
    EXPECT_DOUBLE_EQ(contrast(white, grey), contrast(grey, white));
    EXPECT_NEAR(contrast(grey, white), 4.54, 0.01);  // WCAG's well-known #767676
}

}  // namespace candor::base
