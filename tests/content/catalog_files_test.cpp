#include "content/catalog_files.h"

#include <gtest/gtest.h>

#include "../pack/scratch_pack.h"

namespace candor::content {
namespace {

namespace fs = std::filesystem;

const fs::path kAssets = fs::path(CANDOR_SOURCE_DIR) / "assets";
const Complaints kNone{[](const base::Fault& fault) { ADD_FAILURE() << fault.where; },
                       [](const base::Finding& finding) { ADD_FAILURE() << finding.message; }};

}  // namespace

TEST(CatalogFiles, first_frame_knows_all_languages_by_name_and_the_words_of_its_own) {
    const auto catalog = load_interface(kAssets, "tr");
    ASSERT_TRUE(catalog);
    EXPECT_EQ((*catalog)->languages.front().code, "tr");
    EXPECT_EQ((*catalog)->languages.front().name, "Türkçe");
    EXPECT_EQ((*catalog)->languages.size(), 5U);
    EXPECT_EQ((*catalog)->strings.size(), 1U);
    EXPECT_FALSE((*catalog)->has_content());
}

TEST(CatalogFiles, unknown_language_is_english) {
    EXPECT_EQ((*load_interface(kAssets, "xx"))->languages.front().code, "en");
}

TEST(CatalogFiles, missing_words_are_a_fault) {
    EXPECT_EQ(load_interface(kAssets / "none", "en").error().kind, base::FaultKind::not_found);
}

TEST(CatalogFiles, whole_interface_has_every_languages_words_and_keyboard) {
    const auto catalog = load_whole_interface(kAssets, "en", kNone);
    ASSERT_TRUE(catalog);
    for (const auto& language : (*catalog)->languages) {
        EXPECT_TRUE((*catalog)->strings.contains(language.code)) << language.code;
        EXPECT_TRUE((*catalog)->keyboards.contains(language.code)) << language.code;
    }
}

TEST(CatalogFiles, preview_shows_one_pack_and_says_so_where_it_has_nothing_to_show) {
    pack::ScratchPack pack;
    const auto base = *load_interface(kAssets, "en");
    const auto good = load_preview_catalog(pack.folder(), *base);
    EXPECT_NE(good->library->find("scratch"), nullptr);
    EXPECT_FALSE(good->preview);
    EXPECT_EQ(good->strings.size(), base->strings.size());
    pack.remove("en");
    EXPECT_TRUE(load_preview_catalog(pack.folder(), *base)->preview);
}

}  // namespace candor::content
