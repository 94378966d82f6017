#include "ctl/pack_new.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "command.h"

namespace candor::ctl {

TEST(PackNew, makes_a_pack_without_a_warning) {
    const Folder folder;
    const std::string pack = folder / "my-pack";
    ASSERT_EQ(candor({"pack", "new", pack}).status, 0);
    const Printed checked = candor({"pack", "check", pack});
    EXPECT_EQ(checked.status, 0);
    EXPECT_TRUE(has(checked.out, ": 0 errors, 0 warnings, ")) << checked.out;
}

TEST(PackNew, uses_every_block_and_tells_authors_about_them) {
    std::string all;
    for (const auto& file : new_pack_template()) all += file.text;
    for (const char* block :
         {"```steps", "```compare", "```timeline", "```course", "```icon-array", "```density",
          "```quick-check", "```ask-list", "```faq", "[!GOOD-TO-KNOW]", "[!CAUTION]", "[!UNKNOWN]",
          "|---|", "## ", "![", "\n- ", "\n# "})
        EXPECT_TRUE(has(all, block)) << block;
}

TEST(PackNew, refuses_a_folder_that_is_not_empty_and_leaves_it_alone) {
    const Folder folder;
    const std::string pack = folder / "mine";
    std::filesystem::create_directories(pack);
    std::ofstream(pack + "/pack.yaml") << "id: mine\n";
    const Printed printed = candor({"pack", "new", pack});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "not empty")) << printed.err;
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(pack), {}), 1);
}

TEST(PackNew, takes_an_empty_folder_and_refuses_a_name_that_is_no_id) {
    const Folder folder;
    std::filesystem::create_directories(folder / "empty");
    EXPECT_EQ(candor({"pack", "new", folder / "empty/"}).status, 0);
    EXPECT_EQ(candor({"pack", "new", folder / "Not An Id"}).status, 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "Not An Id"));
}

TEST(PackCheck, version_must_be_above_the_installed_one) {
    const Folder folder;
    ASSERT_EQ(candor({"pack", "new", folder / "mine"}).status, 0);
    std::filesystem::create_directories(folder / "state/packs/mine");
    std::filesystem::create_symlink("1-0123456789abcdef", folder / "state/packs/mine/live");
    const Printed printed = candor({"pack", "check", folder / "mine", "--state", folder / "state"});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.out, "[version-not-higher]")) << printed.out;
    EXPECT_EQ(candor({"pack", "check", folder / "mine", "--state", folder / "none"}).status, 0);
}

TEST(PackCheck, score_is_printed_and_in_json) {
    const Folder folder;
    ASSERT_EQ(candor({"pack", "new", folder / "mine"}).status, 0);
    const Printed text = candor({"pack", "check", folder / "mine", "--score"});
    EXPECT_TRUE(has(text.out, "PEMAT understandability: ")) << text.out;
    EXPECT_TRUE(has(text.out, "a person must judge"));
    const Printed json = candor({"pack", "check", folder / "mine", "--format", "json"});
    const auto report = nlohmann::json::parse(json.out);
    EXPECT_EQ(report["score"]["items"].size(), 38U);
    EXPECT_GE(report["score"]["percent"]["IPDAS"], 90);
}

}  // namespace candor::ctl
