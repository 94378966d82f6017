#include "../language/made_up_language.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "../packs/fragile_packs.h"
#include "base/scratch_folder.h"
#include "kiosk/tour.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
using testing_language::kMadeUp;
using testing_packs::FragilePacks;

const fs::path kAssets = fs::path(CANDOR_SOURCE_DIR) / "assets";

class MadeUpLanguage : public testing::Test {
  protected:
    MadeUpLanguage() {
        add_pages();
        options.content = packs.folder();
        options.assets = kAssets;
        options.decoder = fs::path(CANDOR_BINARY_DIR) / "bin/candor-decode";
        options.screens = scratch.path() / "screens";
        options.state = scratch.path() / "state";
        options.language = kMadeUp;
        options.size = {540, 960};
    }

    /// The pack's pages in the made-up language: English again, since they are no interface.
    void add_pages() const {
        fs::copy(packs.words() / "en", packs.words() / kMadeUp, fs::copy_options::recursive);
        const fs::path manifest = packs.words() / "pack.yaml";
        std::string text = testing_language::bytes_of(manifest);
        const std::string languages = "languages: [en]";
        text.replace(text.find(languages), languages.size(),
                     "languages: [en, " + std::string(kMadeUp) + "]");
        std::ofstream(manifest, std::ios::trunc) << text;
    }
    /// All trees of the tour, one after the other.
    std::string trees() const {
        std::string all;
        for (const auto& file : FragilePacks::files_in(options.screens))
            if (file.extension() == ".txt") all += testing_language::bytes_of(file);
        return all;
    }

    base::ScratchFolder scratch = base::ScratchFolder::in_temp("candor-made-up").value();
    FragilePacks packs;
    Options options{};
};

}  // namespace

/// A clinic's sixth language, as data alone, on every screen: it fails where something knows five.
TEST_F(MadeUpLanguage, is_spoken_on_every_screen_of_the_tour) {
    testing_language::write_made_up_language(
        kAssets, language::clinic_language(options.clinic_languages(), kMadeUp));
    ASSERT_EQ(render_tour(options), 0);
    const auto wrong = testing_language::not_made_up(options.screens, kAssets / "strings/en.yaml");
    for (const auto& line : wrong) ADD_FAILURE() << line;
    const std::string all = trees();
    using testing_language::made_up;
    for (const char* words : {"Ask staff", "What would you like to know?", "Choose your language"})
        EXPECT_NE(all.find(made_up(words)), std::string::npos) << words;
    EXPECT_NE(all.find("٭"), std::string::npos) << "a plural form that its own rule names";
    EXPECT_NE(all.find("۱"), std::string::npos) << "its own digits";
    EXPECT_NE(all.find("\"يا\""), std::string::npos) << "its own months";
    EXPECT_NE(all.find("\"ض\""), std::string::npos) << "its own keyboard";
    for (const char* screen : {"guidance", "confirmation", "sheet-language", "reader-words"})
        EXPECT_TRUE(std::any_of(fs::directory_iterator(options.screens), {}, [&](const auto& file) {
            return file.path().filename().string().find(screen) != std::string::npos;
        })) << screen;
}

/// The same files beside those that ship.
TEST_F(MadeUpLanguage, ships_by_its_files_alone_and_is_mirrored) {
    options.assets = scratch.path() / "assets";
    fs::copy(kAssets, options.assets, fs::copy_options::recursive);
    testing_language::write_made_up_language(kAssets,
                                             language::shipped_language(options.assets, kMadeUp));
    options.content = scratch.path() / "nothing";
    fs::create_directories(options.content);
    ASSERT_EQ(render_tour(options), 0);
    EXPECT_TRUE(
        testing_language::not_made_up(options.screens, kAssets / "strings/en.yaml").empty());
    // "Ask staff" stands at the end of the top bar, which is on the left.
    const std::string all = trees();
    const auto at = all.find("\"" + testing_language::made_up("Ask staff") + "\" [");
    ASSERT_NE(at, std::string::npos);
    EXPECT_LT(std::stoi(all.substr(all.find('[', at) + 1)), options.size->width / 2);
}

}  // namespace candor::kiosk
