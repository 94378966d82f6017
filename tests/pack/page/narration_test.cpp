#include "pack/page/narration.h"

#include <gtest/gtest.h>

#include "scratch_pack.h"

namespace candor::pack {
namespace {

constexpr const char* kTiming =
    "WEBVTT\n\n00:00.000 --> 00:01.500\nIt is blood.\n\n00:01.500 --> 00:03.000\n“It’s yours!”\n";

class NarrationTest : public testing::Test {
  protected:
    NarrationTest() {
        pack.page("It is blood. “It’s yours!” Nobody knows more.\n");
        pack.write("en/010-first.opus", "not looked at here");
        pack.write("en/010-first.vtt", kTiming);
    }
    std::optional<Narration> narration(const LoadedPack& loaded) const {
        const Page* page = loaded.pack ? loaded.pack->page("en", "010-first") : nullptr;
        return page == nullptr ? std::nullopt : page->narration;
    }

    ScratchPack pack;
};

}  // namespace

TEST_F(NarrationTest, of_a_page_lies_beside_it) {
    const auto loaded = pack.load();
    EXPECT_TRUE(loaded.findings.empty());
    const auto found = narration(loaded);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->file, pack.folder() / "en/010-first.opus");
    EXPECT_EQ(found->part_of("It is blood."), (NarratedPart{found->file, 0, 1500}));
    EXPECT_EQ(found->part_of("It's yours!"), (NarratedPart{found->file, 1500, 3000}))
        << "however its signs are written";
    EXPECT_EQ(found->part_of("Nobody knows more."), std::nullopt);
    EXPECT_EQ(found->part_of(" – "), std::nullopt);
}

TEST_F(NarrationTest, half_of_one_is_none_and_the_page_is_there) {
    pack.remove("en/010-first.vtt");
    const auto loaded = pack.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_FALSE(narration(loaded));
    ASSERT_EQ(loaded.findings.size(), 1U);
    EXPECT_EQ(loaded.findings.front().code, "half-a-narration");
    EXPECT_EQ(loaded.findings.front().severity, base::Severity::warning);
}

TEST_F(NarrationTest, timing_at_fault_keeps_no_page_away) {
    for (const char* timing : {"", "WEBVTT\n\nno time\nWords\n", "\xff\xfe", "WEBVTT"}) {
        pack.write("en/010-first.vtt", timing);
        const auto loaded = pack.load();
        ASSERT_TRUE(loaded.pack);
        const auto found = narration(loaded);
        EXPECT_TRUE(!found || found->sentences.empty());
    }
}

TEST_F(NarrationTest, page_without_one_has_none) {
    pack.remove("en/010-first.vtt");
    pack.remove("en/010-first.opus");
    const auto loaded = pack.load();
    EXPECT_TRUE(loaded.findings.empty());
    EXPECT_FALSE(narration(loaded));
}

}  // namespace candor::pack
