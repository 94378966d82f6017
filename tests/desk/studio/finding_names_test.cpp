#include "desk/studio/finding_names.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "base/files.h"
#include "desk/studio/studio_intent.h"
#include "desk_in_memory.h"
#include "language/found.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

const fs::path kAssets = CANDOR_SOURCE_DIR "/assets";

/// All that the checks may find, as authors are told of it.
std::vector<std::string> documented_codes() {
    const std::string manual =
        base::read_file(CANDOR_SOURCE_DIR "/content/CHECKS.md", 1U << 20).value();
    static const std::regex kRow("\n\\| `([a-z0-9-]+)` \\|");
    std::vector<std::string> codes;
    for (std::sregex_iterator row(manual.begin(), manual.end(), kRow), end; row != end; ++row)
        codes.push_back((*row)[1]);
    return codes;
}

/// What a desk in that language says of a pack whose pack.yaml is no YAML.
std::string told_of_a_broken_pack(const std::string& language) {
    const Clinic clinic;
    const fs::path pack = clinic.folder() / "pack";
    fs::create_directory(pack);
    std::ofstream(pack / "pack.yaml") << "languages: [en\n";
    DeskInMemory at(clinic, "Ada", language);
    at.unlocks();
    at.desk->apply(ShowPage{Page::packs});
    at.desk->apply(StudioIntent{OpenPackFolder{pack}});
    at.desk->settle();
    return at.text();
}

}  // namespace

TEST(FindingNames, are_there_for_every_code_in_every_language_that_ships) {
    const auto codes = documented_codes();
    ASSERT_GE(codes.size(), 90U);
    for (const language::Files& files : language::shipped_languages(kAssets)) {
        if (files.code == "en") continue;
        const auto names = finding_names(kAssets, files.code);
        for (const std::string& code : codes)
            EXPECT_TRUE(names.contains(code)) << files.code << ": " << code;
        for (const auto& [code, name] : names)
            EXPECT_FALSE(name.empty() || name.ends_with('.')) << files.code << ": " << code;
    }
}

TEST(FindingNames, are_the_same_codes_in_all_languages) {
    std::set<std::string> german;
    for (const auto& [code, _] : finding_names(kAssets, "de")) german.insert(code);
    for (const char* language : {"ar", "es", "tr"}) {
        std::set<std::string> codes;
        for (const auto& [code, _] : finding_names(kAssets, language)) codes.insert(code);
        EXPECT_EQ(codes, german) << language;
    }
}

TEST(FindingNames, stand_above_the_sentence_where_that_is_in_another_language) {
    const std::string sentence = "This is not YAML";
    const std::string english = told_of_a_broken_pack("en");
    EXPECT_NE(english.find(sentence), std::string::npos) << english;
    for (const char* language : {"ar", "de", "es", "tr"}) {
        const std::string told = told_of_a_broken_pack(language);
        const std::string name = finding_names(kAssets, language).at("yaml-syntax");
        EXPECT_NE(told.find(name + ". " + sentence), std::string::npos) << told;
        EXPECT_EQ(english.find(name), std::string::npos);
    }
}

TEST(FindingNames, are_not_there_for_english_or_a_language_of_a_clinic) {
    EXPECT_TRUE(finding_names(kAssets, "en").empty());
    EXPECT_TRUE(finding_names(kAssets, "xx").empty());
}

}  // namespace candor::desk
