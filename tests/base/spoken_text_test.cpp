#include "base/spoken_text.h"

#include <gtest/gtest.h>

namespace candor::base {

TEST(SpokenText, leaves_out_what_is_there_for_the_eye_alone) {
    EXPECT_EQ(spoken_text("\u2068Candor\u2069 treat\u00ADment\u200F"), "Candor treatment");
    EXPECT_EQ(spoken_text("PRP \u00B7 1 of 5"), "PRP, 1 of 5");
}

TEST(SpokenText, keeps_numbers_units_and_every_script) {
    for (const char* text : {"2.5 mm, 40 %, 3 in 100", "شعر 3 من كل 100", "Her 100 kişiden 3’ü"})
        EXPECT_EQ(spoken_text(text), text);
}

TEST(SpokenText, takes_any_bytes) {
    EXPECT_EQ(spoken_text("a\xff\xfe b"), "a b");
    EXPECT_EQ(spoken_text(std::string_view("a\0b", 3)), "ab");
    EXPECT_EQ(spoken_text(""), "");
}

}  // namespace candor::base
