#include <algorithm>
#include <map>
#include <regex>

#include "broken_pack.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
const fs::path kContent = fs::path(CANDOR_SOURCE_DIR) / "content";

std::string worse_than_advice(const base::Findings& findings) {
    std::string out;
    for (const auto& finding : findings)
        if (finding.severity != base::Severity::advice) out += "\n  " + to_line(finding);
    return out;
}

/// The files of the worked example in the authors' manual: each stands in a fence of four
/// backticks below a line with its name in backticks alone.
std::map<std::string, std::string> worked_example() {
    const std::string manual = text_of_file(kContent / "README.md");
    static const std::regex kFile("\n`example/([a-z0-9./-]+)`\n+````[a-z]*\n([^]*?)````\n");
    std::map<std::string, std::string> files;
    for (std::sregex_iterator file(manual.begin(), manual.end(), kFile), end; file != end; ++file)
        files[(*file)[1]] = (*file)[2];
    return files;
}

}  // namespace

TEST(ShippedPackChecks, english_has_no_warning) {
    for (const char* id :
         {"why", "choices", "stem-cells", "prp", "procedure", "expectations", "self-check"}) {
        auto findings = check_pack(kContent / id);
        for (const auto& finding : findings)
            EXPECT_NE(finding.code, "unread-file") << id << ": " << to_line(finding);
        std::erase_if(findings, [](const auto& finding) {
            // Translations have their own tests, and are listed when they are complete.
            return finding.code == "unlisted-language" ||
                   (!finding.file.starts_with("en/") &&
                    finding.file.find('/') != std::string::npos);
        });
        EXPECT_EQ(worse_than_advice(findings), "") << id;
    }
}

TEST(ShippedPackChecks, score_well) {
    for (const char* id : {"why", "choices", "stem-cells", "prp", "procedure", "expectations"}) {
        const auto checked = check_pack_and_score(kContent / id);
        ASSERT_TRUE(checked.score);
        EXPECT_GE(percent_of(*checked.score, "PEMAT understandability"), 80) << id;
        EXPECT_GE(percent_of(*checked.score, "PEMAT actionability"), 80) << id;
    }
}

TEST(ManualExample, has_no_finding_worse_than_advice) {
    const auto files = worked_example();
    ASSERT_GE(files.size(), 5U);
    const auto top =
        fs::canonical(testing::TempDir()) / ("candor-manual-" + std::to_string(::getpid()));
    for (const auto& [name, text] : files) {
        fs::create_directories((top / "example" / name).parent_path());
        std::ofstream(top / "example" / name) << text;
    }
    EXPECT_EQ(worse_than_advice(check_pack(top / "example", {.today = "2026-11-22"})), "");
    fs::remove_all(top);
}

TEST(CheckPack, of_no_folder_is_an_error_and_no_score) {
    const auto checked = check_pack_and_score("/nowhere/at/all");
    EXPECT_TRUE(base::has_error(checked.findings));
    EXPECT_FALSE(checked.score);
}

}  // namespace candor::pack
