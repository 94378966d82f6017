#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

#include "base/files.h"
#include "pack/package/library.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

/// A folder of packs, each a copy of the shipped self-check.
class SelfChecks : public testing::Test {
  protected:
    void SetUp() override {
        folder = fs::path(testing::TempDir()) / ("candor-self-checks" + std::to_string(::getpid()));
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }
    void copy(const std::string& id) {
        fs::copy(fs::path(CANDOR_SOURCE_DIR) / "content/self-check", folder / id,
                 fs::copy_options::recursive);
        auto text = base::read_file(folder / id / "pack.yaml", 1U << 20).value();
        const auto at = text.find("id: self-check");
        if (at != std::string::npos) text.replace(at, 14, "id: " + id);
        ASSERT_TRUE(base::write_file_atomically(folder / id / "pack.yaml", text));
    }
    int told(const std::string& code) {
        const auto library = load_library(folder);
        return static_cast<int>(std::count_if(library->findings.begin(), library->findings.end(),
                                              [&](const auto& each) { return each.code == code; }));
    }

    fs::path folder;
};

}  // namespace

TEST_F(SelfChecks, one_without_a_pack_with_pages_is_told) {
    copy("self-check");
    EXPECT_EQ(told("self-check-alone"), 1);
    EXPECT_EQ(told("second-self-check"), 0);
}

TEST_F(SelfChecks, a_second_one_is_told_and_not_dropped_in_silence) {
    copy("self-check");
    copy("skin-check");
    EXPECT_EQ(told("second-self-check"), 1);
}

}  // namespace candor::pack
