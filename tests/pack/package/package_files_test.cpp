#include "pack/package/package_files.h"

#include "scratch_pack.h"

namespace candor::pack {
namespace {

std::string paths_of(const ScratchPack& scratch) {
    const auto found = files_of_package(scratch.folder());
    if (!found) return found.error().detail;
    std::string out;
    for (const auto& file : found->files) out += file.path + " ";
    for (const auto& fault : found->refused) out += "!" + fault.where + " ";
    return out;
}

}  // namespace

TEST(PackageFiles, what_systems_leave_in_folders_stays_out_without_a_word) {
    const ScratchPack clean;
    const std::string wanted = paths_of(clean);
    EXPECT_NE(wanted.find("en/010-first.md"), std::string::npos);
    ScratchPack scratch;
    for (const char* name :
         {"Thumbs.db", "images/thumbs.db", "en/.DS_Store", ".DS_Store", "desktop.ini",
          "images/Desktop.ini", "en/._010-first.md", "~$notes.docx", "en/~$x.md", "notes~",
          ".git/config", "__MACOSX/en/._010-first.md", "ehthumbs.db"})
        scratch.write(name, "x");
    EXPECT_EQ(paths_of(scratch), wanted);
}

TEST(PackageFiles, each_name_that_no_package_can_hold_is_told) {
    ScratchPack scratch;
    scratch.write("images/caf\u0065\u0301.svg", "<svg/>");
    scratch.write("images/Cover.svg", "<svg/>");
    scratch.write("images/back\\slash.svg", "<svg/>");
    const auto found = files_of_package(scratch.folder());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->refused.size(), 3U);
}

}  // namespace candor::pack
