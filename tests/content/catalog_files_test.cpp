#include "content/catalog_files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "../language/made_up_language.h"
#include "../pack/scratch_pack.h"
#include "base/scratch_folder.h"
#include "content/languages.h"

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

/// A clinic's own languages, in a folder of the test's own.
class ClinicsOwn : public testing::Test {
  protected:
    language::Places places() const { return {kAssets, scratch.path()}; }
    language::Files files(const std::string& code) const {
        return language::clinic_language(scratch.path(), code);
    }
    void add(const std::string& code) const {
        testing_language::write_made_up_language(kAssets, files(code));
    }
    static void write(const fs::path& file, const std::string& text) {
        std::ofstream(file, std::ios::trunc) << text;
    }
    /// What a kiosk that starts in English has, with what it complained of.
    std::shared_ptr<const Catalog> whole(std::string& complaints) const {
        const Complaints told{
            [&](const base::Fault& fault) { complaints += fault.where + ": " + fault.detail; },
            [](const base::Finding& finding) { ADD_FAILURE() << finding.message; }};
        return load_whole_interface(places(), "en", told).value();
    }

    base::ScratchFolder scratch = base::ScratchFolder::in_temp("candor-languages").value();
};

TEST_F(ClinicsOwn, language_is_offered_with_its_words_and_keyboard) {
    add("qps");
    std::string complaints;
    const auto catalog = whole(complaints);
    EXPECT_EQ(complaints, "");
    ASSERT_TRUE(catalog->speaks("qps"));
    EXPECT_EQ(catalog->languages.size(), 6U);
    EXPECT_EQ(catalog->languages.front().code, "en");
    EXPECT_TRUE(catalog->strings.at("qps").right_to_left());
    EXPECT_TRUE(catalog->keyboards.contains("qps"));
}

TEST_F(ClinicsOwn, language_can_be_the_first_frames) {
    add("qps");
    const auto catalog = load_interface(places(), "qps").value();
    EXPECT_EQ(catalog->languages.front().name, testing_language::made_up("Made up"));
    EXPECT_EQ(catalog->strings.at("qps")("top.ask-staff"), testing_language::made_up("Ask staff"));
}

TEST_F(ClinicsOwn, language_with_a_mistake_is_not_offered_and_staff_are_told) {
    add("qps");
    write(files("qps").strings, "home.title: \"{count} words\"\n");
    std::string complaints;
    const auto catalog = whole(complaints);
    EXPECT_FALSE(catalog->speaks("qps"));
    EXPECT_EQ(catalog->refused, std::vector<std::string>{"qps"});
    EXPECT_NE(complaints.find("candor language check qps"), std::string::npos) << complaints;
}

TEST_F(ClinicsOwn, language_that_is_not_ready_is_no_news) {
    add("qps");
    write(files("qps").rules, "offer: no\nname: \"\"\n");
    std::string complaints;
    const auto catalog = whole(complaints);
    EXPECT_FALSE(catalog->speaks("qps"));
    EXPECT_TRUE(catalog->refused.empty());
    EXPECT_EQ(complaints, "");
}

TEST_F(ClinicsOwn, hostile_files_stop_no_other_language) {
    add("qaa");
    const std::string bombs[] = {"", std::string("\0\xFF", 2), std::string(2U << 20, '['),
                                 "- - - -\n", "a: *b\n"};
    for (const auto& bomb : bombs) {
        for (const auto& file : {files("qps").rules, files("qps").strings, files("qps").keyboard}) {
            add("qps");
            write(file, bomb);
            std::string complaints;
            const auto catalog = whole(complaints);
            EXPECT_TRUE(catalog->speaks("qaa") && catalog->speaks("ar"));
            EXPECT_TRUE(load_interface(places(), "qps")) << "a kiosk starts whatever lies there";
        }
    }
}

TEST_F(ClinicsOwn, language_that_vanishes_is_spoken_until_the_next_start) {
    add("qps");
    auto catalog = load_interface(places(), "qps").value();
    fs::remove_all(scratch.path() / "qps");
    take_words(*catalog, *load_words(places(), kNone));
    EXPECT_EQ(catalog->languages.front().code, "qps");
    EXPECT_TRUE(catalog->strings.contains("qps"));
    EXPECT_EQ(catalog->languages.size(), 6U);
}

TEST_F(ClinicsOwn, unknown_language_is_told_with_those_that_there_are) {
    add("qps");
    std::string said;
    const auto catalog =
        load_interface(places(), "xx", [&](const std::string& words) { said = words; }).value();
    EXPECT_EQ(catalog->languages.front().code, "en");
    EXPECT_NE(said.find("--language xx: there is no such language"), std::string::npos) << said;
    EXPECT_NE(said.find("ar, de, en, es, tr, qps. It starts in en."), std::string::npos) << said;
    write(files("qps").strings, "home.title: \"{count}\"\n");
    const auto other =
        load_interface(places(), "qps", [&](const std::string& words) { said = words; }).value();
    EXPECT_EQ(other->languages.front().code, "en");
    EXPECT_NE(said.find("1 mistake, the first in strings.yaml, line 1"), std::string::npos) << said;
}

}  // namespace candor::content
