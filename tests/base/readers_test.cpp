#include <gtest/gtest.h>

#include <fstream>

#include "base/files.h"

namespace candor::base {

TEST(Readers, follow_the_mode) {
    const std::filesystem::path file = testing::TempDir() + "candor-readers";
    std::ofstream(file) << "x";
    const auto with = [&](unsigned mode) {
        std::filesystem::permissions(file, std::filesystem::perms(mode));
        return readers_of(file);
    };
    EXPECT_EQ(with(0600), Readers::owner);
    EXPECT_EQ(with(0640), Readers::group);
    EXPECT_EQ(with(0644), Readers::anybody);
    std::filesystem::remove(file);
    EXPECT_EQ(readers_of(file), Readers::owner);
}

}  // namespace candor::base
