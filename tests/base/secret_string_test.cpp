#include "base/secret_string.h"

#include <gtest/gtest.h>

namespace candor::base {

TEST(SecretString, insert_and_erase_keep_the_rest) {
    SecretString text(16);
    ASSERT_TRUE(text.assign("Elif"));
    ASSERT_TRUE(text.insert(4, " A."));
    text.erase(0, 1);
    EXPECT_EQ(text.view(), "lif A.");
}

TEST(SecretString, insert_past_capacity_is_refused_and_unchanged) {
    SecretString text(4);
    ASSERT_TRUE(text.assign("abcd"));
    EXPECT_FALSE(text.insert(2, "x"));
    EXPECT_EQ(text.view(), "abcd");
}

TEST(SecretString, clear_zeroes_every_byte) {
    SecretString text(8);
    ASSERT_TRUE(text.assign("canary"));
    const char* bytes = text.view().data();
    text.clear();
    for (int i = 0; i < 8; ++i) EXPECT_EQ(bytes[i], '\0');
}

TEST(SecretString, erase_zeroes_the_freed_tail) {
    SecretString text(8);
    ASSERT_TRUE(text.assign("canary"));
    const char* bytes = text.view().data();
    text.erase(2, 4);
    EXPECT_EQ(text.view(), "ca");
    for (int i = 2; i < 8; ++i) EXPECT_EQ(bytes[i], '\0');
}

}  // namespace candor::base
