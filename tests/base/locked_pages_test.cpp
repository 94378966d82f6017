#include "base/locked_pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/secret_bytes.h"
#include "base/secret_string.h"
#include "locked_memory.h"

namespace candor::base {

TEST(LockedPages, memory_is_locked_and_zero) {
    if (!kLocksAreReal) GTEST_SKIP() << "the sanitiser swallows locks of memory";
    const LockedPages pages(5000);
    EXPECT_EQ(pages.size(), 5000U);
    EXPECT_TRUE(is_locked(pages.data()));
    EXPECT_TRUE(is_locked(pages.data() + 4999));
    EXPECT_EQ(std::count(pages.data(), pages.data() + 5000, std::byte{0}), 5000);
}

TEST(LockedPages, move_leaves_nothing_behind) {
    LockedPages pages(16);
    std::byte* const bytes = pages.data();
    const LockedPages taken = std::move(pages);
    EXPECT_EQ(taken.data(), bytes);
    EXPECT_EQ(pages.data(), nullptr);
    EXPECT_EQ(pages.size(), 0U);
}

/// Small secrets lay beside each other on one page, which the end of the first unlocked.
TEST(LockedPages, secret_stays_locked_when_another_ends) {
    if (!kLocksAreReal) GTEST_SKIP() << "the sanitiser swallows locks of memory";
    std::array<std::optional<SecretString>, 8> secrets;
    for (auto& each : secrets) each.emplace(16);
    for (std::size_t i = 0; i < secrets.size(); i += 2) secrets[i].reset();
    for (std::size_t i = 1; i < secrets.size(); i += 2)
        EXPECT_TRUE(is_locked(secrets[i]->view().data())) << i;
}

TEST(SecretBytes, bytes_are_locked_compared_and_moved) {
    if (!kLocksAreReal) GTEST_SKIP() << "the sanitiser swallows locks of memory";
    SecretBytes<32> key;
    const SecretBytes<32> zero;
    EXPECT_TRUE(is_locked(key.data()));
    EXPECT_EQ(key, zero);
    key[31] = 1;
    EXPECT_NE(key, zero);
    const SecretBytes<32> taken = std::move(key);
    EXPECT_NE(taken, zero);
    EXPECT_EQ(key.data(), nullptr);
}

}  // namespace candor::base
