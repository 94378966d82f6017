#include "base/path_search.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/scratch_folder.h"

namespace candor::base {

TEST(PathSearch, finds_the_first_that_may_be_run_and_nothing_else) {
    namespace fs = std::filesystem;
    const auto scratch = ScratchFolder::in_temp("path-search").value();
    for (const char* folder : {"a", "b", "c"}) {
        fs::create_directory(scratch.path() / folder);
        std::ofstream(scratch.path() / folder / "lp") << "#!/bin/sh\n";
    }
    for (const char* folder : {"b", "c"})
        fs::permissions(scratch.path() / folder / "lp", fs::perms::owner_all);
    const std::string here = scratch.path().string(), before = std::getenv("PATH");
    ::setenv("PATH", (here + "/none:" + here + "/b:" + here + "/c").c_str(), 1);
    EXPECT_EQ(found_in_path("lp"), here + "/b/lp");
    EXPECT_EQ(found_in_path("no-such-program"), "");
    EXPECT_EQ(found_in_path(here + "/c/lp"), here + "/c/lp");
    EXPECT_EQ(found_in_path(here + "/c/none"), "");
    ::setenv("PATH", before.c_str(), 1);
}

}  // namespace candor::base
