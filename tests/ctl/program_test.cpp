#include "ctl/program.h"

#include "base/version.h"
#include "command.h"

namespace candor::ctl {

TEST(Program, wrong_usage_is_2_and_says_why_on_standard_error) {
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {},
             {"keys"},
             {"keys", "create"},
             {"inbox", "show"},
             {"doctor"},
             {"nonsense"},
             {"pack", "check", "x", "--format", "xml"},
             {"keys", "create", "--clinic", "x", "--no-passphrase", "--passphrase-file", "y"}}) {
        const Printed printed = candor(words);
        EXPECT_EQ(printed.status, 2) << (words.empty() ? "" : words.back());
        EXPECT_FALSE(printed.err.empty());
        EXPECT_TRUE(printed.out.empty());
    }
}

TEST(Program, help_is_0_and_names_every_verb) {
    const Printed printed = candor({"--help"});
    EXPECT_EQ(printed.status, 0);
    for (const char* verb : {"keys", "inbox", "pack", "setup", "screening", "doctor"})
        EXPECT_TRUE(has(printed.out, verb)) << verb;
}

TEST(Program, says_its_version_and_build) {
    const Printed printed = candor({"--version"});
    EXPECT_EQ(printed.status, 0);
    EXPECT_TRUE(has(printed.out, base::version_line("candor"))) << printed.out;
}

}  // namespace candor::ctl
