#include "pack/package/damage_note.h"

#include <gtest/gtest.h>

namespace candor::pack {

TEST(DamageNote, line_tells_which_version_is_damaged) {
    const base::Fault why{base::FaultKind::damaged, "version 9/pack.yaml", "its bytes are others"};
    const auto note = damage_note("2026-11-22T12:40:00Z", 3, why, 2);
    EXPECT_EQ(note,
              "2026-11-22T12:40:00Z version 3 is damaged (version 9/pack.yaml: its bytes are "
              "others); version 2 is shown instead\n");
    EXPECT_EQ(damaged_version_in(note), 3);
    EXPECT_EQ(damaged_version_in(damage_note("2026-11-22T12:40:00Z", 12, why, {})), 12);
}

TEST(DamageNote, other_text_tells_of_none) {
    for (const char* text :
         {"", "x", "2026-11-22T12:40:00Z", "2026-11-22T12:40:00Z version ",
          "2026-11-22T12:40:00Z version x is damaged", "2026-11-22T12:40:00Z version 3 is fine",
          "2026-11-22T12:40:00Z version 99999999999 is damaged"})
        EXPECT_EQ(damaged_version_in(text), std::nullopt) << text;
}

}  // namespace candor::pack
