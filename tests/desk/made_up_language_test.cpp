#include "../language/made_up_language.h"

#include "desk/shell/tour.h"
#include "desk_in_memory.h"
#include "language/check.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;
using testing_language::kMadeUp;

const fs::path kAssets = fs::path(CANDOR_SOURCE_DIR) / "assets";

}  // namespace

/// A clinic's sixth language, as data alone, on every page of the desk.
TEST(DeskInAMadeUpLanguage, is_spoken_on_every_page_of_the_tour) {
    Clinic clinic;
    clinic.receives("Elif");
    Options options;
    options.assets = kAssets;
    options.decoder = CANDOR_BINARY_DIR "/bin/candor-decode";
    options.state = clinic.folder();
    options.key = clinic.key_file();
    options.who = "Ada";
    options.packs = fs::path(CANDOR_SOURCE_DIR) / "tests/packs/base";
    options.screens = clinic.folder() / "screens";
    options.language = kMadeUp;
    testing_language::write_made_up_language(
        kAssets, language::clinic_language(options.clinic_languages(), kMadeUp));
    ASSERT_EQ(render_tour(options), 0);
    const auto wrong =
        testing_language::not_made_up(options.screens, kAssets / "desk-strings/en.yaml");
    for (const auto& line : wrong) ADD_FAILURE() << line;
    EXPECT_FALSE(fs::is_empty(options.screens));
}

TEST(DeskLanguage, unknown_one_is_told_and_english_is_spoken) {
    const Clinic clinic;
    testing::internal::CaptureStderr();
    DeskInMemory at(clinic, "Ada", "xx");
    const std::string said = testing::internal::GetCapturedStderr();
    EXPECT_NE(said.find("--language xx: there is no such language"), std::string::npos) << said;
    EXPECT_NE(said.find("ar, de, en, es, tr"), std::string::npos) << said;
    EXPECT_EQ(at.state().strings->language(), "en");
}

/// Whoever wrote in a clinic's language is told by that language's own name.
TEST(DeskLanguage, clinics_own_is_named) {
    const Clinic clinic;
    Options places;
    places.state = clinic.folder();
    testing_language::write_made_up_language(
        kAssets, language::clinic_language(places.clinic_languages(), kMadeUp));
    DeskInMemory at(clinic);
    EXPECT_EQ((*at.state().strings)("language.qps"), testing_language::made_up("Made up"));
    EXPECT_EQ((*at.state().strings)("language.tr"), "Türkçe");
}

}  // namespace candor::desk
