#include "pack/page/pack.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "command.h"
#include "pack/checks/check_pack.h"
#include "pack/page/self_check.h"

namespace candor::ctl {
namespace {

std::string shipped(const char* pack) { return std::string(CANDOR_SOURCE_DIR "/content/") + pack; }

/// A copy of the shipped self-check to break.
class SelfCheck {
  public:
    SelfCheck() {
        std::filesystem::copy(shipped("self-check"), path(),
                              std::filesystem::copy_options::recursive);
    }
    std::string path() const { return folder_ / "self-check"; }
    void append(const char* file, const std::string& text) const {
        std::ofstream(path() + "/" + file, std::ios::app) << text;
    }

  private:
    Folder folder_;
};

}  // namespace

TEST(PackCheck, shipped_packs_have_no_error) {
    for (const auto& entry : std::filesystem::directory_iterator(CANDOR_SOURCE_DIR "/content")) {
        if (!entry.is_directory()) continue;
        const Printed printed = candor({"pack", "check", entry.path().string()});
        EXPECT_EQ(printed.status, 0) << printed.out;
        EXPECT_TRUE(has(printed.out, ": 0 errors, "));
    }
}

TEST(PackCheck, broken_pack_is_1_and_names_file_and_line) {
    const Folder folder;
    std::ofstream(folder / "pack.yaml") << "id: x\nversion: [\n";
    const Printed printed = candor({"pack", "check", folder.string()});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.out, folder / "pack.yaml:")) << printed.out;
    EXPECT_TRUE(has(printed.out, ": error ["));
}

TEST(PackCheck, json_holds_the_same_findings) {
    const Folder folder;
    std::ofstream(folder / "pack.yaml") << "id: \xFF\n";
    const Printed printed = candor({"pack", "check", folder.string(), "--format", "json"});
    EXPECT_EQ(printed.status, 1);
    const auto report = nlohmann::json::parse(printed.out);
    const auto findings = pack::check_pack(folder.string());
    ASSERT_EQ(report["findings"].size(), findings.size());
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(report["findings"][0]["file"], findings[0].file);
    EXPECT_EQ(report["findings"][0]["line"], findings[0].line);
    EXPECT_EQ(report["findings"][0]["code"], findings[0].code);
    EXPECT_EQ(report["findings"][0]["severity"], "error");
}

TEST(PackCheck, json_of_a_sound_pack_is_an_empty_list_of_errors) {
    const Printed printed = candor({"pack", "check", shipped("prp"), "--format", "json"});
    EXPECT_EQ(printed.status, 0);
    const auto report = nlohmann::json::parse(printed.out);
    for (const auto& finding : report["findings"]) EXPECT_NE(finding["severity"], "error");
}

TEST(PackCheck, missing_folder_and_file_are_refused) {
    const Folder folder;
    EXPECT_EQ(candor({"pack", "check", folder / "none"}).status, 1);
    std::ofstream(folder / "file") << "x";
    const Printed printed = candor({"pack", "check", folder / "file"});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "not a pack's folder"));
}

TEST(PackCheck, broken_questionnaire_of_a_self_check_is_found) {
    const SelfCheck self_check;
    self_check.append("questionnaire.yaml", "\n  - {linkId: [\n");
    const Printed printed = candor({"pack", "check", self_check.path()});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.out, "questionnaire.yaml:")) << printed.out;
}

TEST(PackCheck, broken_guidance_of_a_self_check_is_found) {
    const SelfCheck self_check;
    self_check.append("guidance.yaml", "\n  - {id: [\n");
    const Printed printed = candor({"pack", "check", self_check.path()});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.out, "guidance.yaml:")) << printed.out;
}

TEST(PackCheck, guidance_without_its_source_is_found) {
    const SelfCheck self_check;
    auto pack = pack::load_pack(self_check.path()).pack;
    ASSERT_TRUE(pack);
    EXPECT_FALSE(base::has_error(pack::self_check_findings(*pack)));
    pack->sources.clear();
    const auto findings = pack::self_check_findings(*pack);
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings[0].code, "unknown-source");
}

TEST(PackCheck, claims_are_a_table_of_claim_source_and_place) {
    const Folder folder;
    const std::string pack = folder / "mine";
    ASSERT_EQ(candor({"pack", "new", pack}).status, 0);
    const Printed printed = candor({"pack", "check", "--claims", pack});
    EXPECT_EQ(printed.status, 0);
    EXPECT_TRUE(printed.out.starts_with("claim\tsource\tkind\tproof\tevidence\tplace\n"))
        << printed.out;
    EXPECT_TRUE(
        has(printed.out, "It may help some people.\texample-trial\ttrial\tagainst-dummy\t\t" +
                             pack + "/en/030-in-short.md:"))
        << printed.out;
    EXPECT_TRUE(has(printed.err, " claims with a source; 0 errors"));
    EXPECT_FALSE(has(printed.out, "[balance]"));
}

TEST(PackCheck, claims_of_the_self_check_are_its_findings) {
    const Printed printed =
        candor({"pack", "check", "--claims", "--format", "json", shipped("self-check")});
    const auto report = nlohmann::json::parse(printed.out);
    ASSERT_FALSE(report["claims"].empty());
    const auto& first = report["claims"][0];
    EXPECT_EQ(first["language"], "en");
    EXPECT_EQ(first["file"], "guidance.yaml");
    EXPECT_GT(first["line"], 1);
    for (const char* key : {"claim", "source", "kind", "page"}) EXPECT_NE(first[key], "") << key;
    EXPECT_TRUE(first["evidence"].is_array());
}

TEST(PackCheck, tells_how_hard_each_language_is_to_read) {
    const Printed printed = candor({"pack", "check", shipped("prp")});
    for (const char* words :
         {": reading in en: Flesch-Kincaid grade ", ": reading in tr: Ateşman ",
          ": reading in ar: OSMAN ", ": reading in de: Wiener Sachtextformel 1 ",
          ": reading in es: Fernández-Huerta ", ", INFLESZ "})
        EXPECT_TRUE(has(printed.out, words)) << words << " is not in " << printed.out;
    const auto report =
        nlohmann::json::parse(candor({"pack", "check", "--format", "json", shipped("prp")}).out);
    ASSERT_EQ(report["reading"].size(), 6U);
    EXPECT_EQ(report["reading"][0]["language"], "en");
    EXPECT_EQ(report["reading"][2]["measure"], "OSMAN");
}

}  // namespace candor::ctl
