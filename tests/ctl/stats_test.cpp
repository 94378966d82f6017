#include "command.h"
#include "consult/store/counts.h"

#include <nlohmann/json.hpp>

namespace candor::ctl {
namespace {

using consult::Counted;

class Stats : public testing::Test {
  protected:
    Stats() {
        const auto counts = consult::Counts::open(folder / "counts.db");
        const auto added = (*counts)->add({{"2026-01-05", Counted::visit_started, "", 12},
                                           {"2026-01-05", Counted::request_sent, "", 4},
                                           {"2026-01-05", Counted::page_opened, "prp/010-a", 7},
                                           {"9999-01-01", Counted::visit_started, "", 99}});
        EXPECT_TRUE(added);
    }
    Folder folder;
};

}  // namespace

TEST_F(Stats, shows_days_that_are_over_and_a_dash_for_few) {
    const auto printed = candor({"stats", "--state", folder.string()});
    EXPECT_EQ(printed.status, 0) << printed.err;
    EXPECT_TRUE(has(printed.out, "2026-01-05              12             –             –\n"))
        << printed.out;
    EXPECT_TRUE(has(printed.out, "prp/010-a"));
    EXPECT_TRUE(has(printed.out, "fewer than 5"));
    EXPECT_FALSE(has(printed.out, "9999"));
    EXPECT_FALSE(has(printed.out, " 4\n"));
}

TEST_F(Stats, json_holds_the_numbers_that_are_shown) {
    const auto printed = candor({"stats", "--state", folder.string(), "--format", "json"});
    const auto report = nlohmann::json::parse(printed.out);
    EXPECT_EQ(report["fewest"], 5);
    ASSERT_EQ(report["counts"].size(), 2U);
    EXPECT_EQ(report["counts"][0]["what"], "visit-started");
    EXPECT_EQ(report["counts"][0]["number"], 12);
    EXPECT_EQ(report["counts"][1]["page"], "prp/010-a");
}

TEST(StatsOfNothing, say_so) {
    const Folder folder;
    const auto printed = candor({"stats", "--state", folder.string()});
    EXPECT_EQ(printed.status, 0);
    EXPECT_TRUE(has(printed.out, "Nothing to show yet"));
}

TEST(StatsOfNoFolder, are_refused) {
    const auto printed = candor({"stats", "--state", "/nowhere/at/all"});
    EXPECT_EQ(printed.status, 1);
    EXPECT_FALSE(printed.err.empty());
}

}  // namespace candor::ctl
