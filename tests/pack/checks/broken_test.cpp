#include <algorithm>
#include <regex>
#include <set>

#include "broken_pack.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
const fs::path kPacks = fs::path(CANDOR_SOURCE_DIR) / "tests/packs";

std::vector<std::string> broken_packs() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kPacks / "broken"))
        if (fs::exists(entry.path() / "expect.txt"))
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string found_and_wanted(const base::Findings& findings) {
    std::string out;
    for (const auto& finding : findings) out += "\n  " + to_line(finding);
    return out.empty() ? "\n  (no findings)" : out;
}

class BrokenPack : public testing::TestWithParam<std::string> {};

/// "code file line"
struct Expected {
    std::string code, file;
    int line = -1;
};

Expected expected_of(const std::string& name) {
    std::istringstream in(text_of_file(kPacks / "broken" / name / "expect.txt"));
    Expected expected;
    in >> expected.code >> expected.file >> expected.line;
    return expected;
}

}  // namespace

TEST_P(BrokenPack, causes_its_finding) {
    const BrokenPackFolder pack(kPacks / "broken" / GetParam());
    const auto findings = pack.check();
    const Expected expected = expected_of(GetParam());
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const auto& finding) {
        return finding.code == expected.code && finding.file == expected.file &&
               finding.line == expected.line && !finding.message.empty();
    });
    EXPECT_NE(found, findings.end()) << "no " << expected.code << " " << expected.file << ":"
                                     << expected.line << " in" << found_and_wanted(findings);
}

INSTANTIATE_TEST_SUITE_P(Packs, BrokenPack, testing::ValuesIn(broken_packs()),
                         [](const auto& shown) {
                             std::string name = shown.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(BrokenPacks, base_packs_are_sound) {
    for (const char* base : {"base", "base-blocks", "base-options", "base-self-check"}) {
        const auto findings = check_pack(kPacks / base, {.today = "2026-11-22"});
        const bool sound = std::all_of(findings.begin(), findings.end(), [](const auto& finding) {
            return finding.severity == base::Severity::advice;
        });
        EXPECT_TRUE(sound) << base << found_and_wanted(findings);
    }
}

TEST(BrokenPacks, are_sixty_or_more) { EXPECT_GE(broken_packs().size(), 60U); }

/// A code is documented in the first cell of a table's row.
TEST(BrokenPacks, show_every_code_of_the_manual) {
    const std::string manual = text_of_file(fs::path(CANDOR_SOURCE_DIR) / "content/CHECKS.md");
    std::set<std::string> shown;
    for (const auto& name : broken_packs()) shown.insert(expected_of(name).code);
    static const std::regex kRow("\n\\| `([a-z0-9-]+)` \\|");
    int codes = 0;
    for (std::sregex_iterator row(manual.begin(), manual.end(), kRow), end; row != end; ++row) {
        ++codes;
        EXPECT_TRUE(shown.contains((*row)[1])) << "no broken pack shows " << (*row)[1];
        shown.erase((*row)[1]);
    }
    EXPECT_GE(codes, 90);
    for (const auto& code : shown) ADD_FAILURE() << code << " is not in content/CHECKS.md";
}

}  // namespace candor::pack
