#include "ui/tour_folder.h"

#include <gtest/gtest.h>

namespace candor::ui {

TEST(TourFolder, name_of_a_file_holds_no_path_and_is_never_too_long) {
    EXPECT_EQ(file_name_of("reader-prp-010.a"), "reader-prp-010.a");
    EXPECT_EQ(file_name_of("check-/44250-9"), "check--44250-9");
    EXPECT_EQ(file_name_of("../a b\n"), "..-a-b-");
    EXPECT_EQ(file_name_of("\xC3\xBC"), "--");
    EXPECT_EQ(file_name_of(std::string(300, 'x')).size(), 100U);
}

}  // namespace candor::ui
