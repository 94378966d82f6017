#include <fstream>

#include "../language/made_up_language.h"
#include "command.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

const fs::path kAssets = fs::path(CANDOR_SOURCE_DIR) / "assets";

class LanguageVerbs : public testing::Test {
  protected:
    Printed run(const std::string& verb, const std::string& code) const {
        return candor({"language", verb, code, "--state", folder.string()});
    }
    language::Files files(const std::string& code) const {
        return language::clinic_language(fs::path(folder.string()) / "languages", code);
    }
    void add(const std::string& code) const {
        testing_language::write_made_up_language(kAssets, files(code));
    }

    Folder folder;
};

}  // namespace

TEST_F(LanguageVerbs, new_writes_files_to_fill_in_and_nothing_is_offered_yet) {
    const Printed begun = run("new", "fr");
    EXPECT_EQ(begun.status, 0) << begun.err;
    EXPECT_TRUE(has(begun.out, "candor language check fr")) << begun.out;
    for (const auto& file :
         {files("fr").rules, files("fr").strings, files("fr").desk_strings, files("fr").keyboard})
        EXPECT_GT(fs::file_size(file), 500U) << file;
    EXPECT_EQ(testing_language::bytes_of(files("fr").rules).find("@CODE@"), std::string::npos);
    const Printed checked = run("check", "fr");
    EXPECT_EQ(checked.status, 1);
    for (const char* words :
         {"[language-data] “name” is missing", "strings.yaml: warning [missing-text] “home.title”",
          "In English: What would you like to know?", "desk-strings.yaml: warning [missing-text]",
          "not offered until the errors are mended"})
        EXPECT_TRUE(has(checked.out, words)) << words;
}

TEST_F(LanguageVerbs, new_overwrites_nothing_and_takes_codes_alone) {
    ASSERT_EQ(run("new", "fr").status, 0);
    std::ofstream(files("fr").rules, std::ios::trunc) << "mine";
    const Printed again = run("new", "fr");
    EXPECT_EQ(again.status, 1);
    EXPECT_TRUE(has(again.err, "begun already")) << again.err;
    EXPECT_EQ(testing_language::bytes_of(files("fr").rules), "mine");
    EXPECT_TRUE(has(run("new", "de").err, "ships with Candor"));
    for (const char* code : {"French", "../fr", "f", "fr/..", "fr\n"})
        EXPECT_TRUE(has(run("new", code).err, "no code of a language")) << code;
    EXPECT_TRUE(has(run("check", "it").err, "There is no such language"));
    EXPECT_EQ(candor({"language", "check"}).status, 2);
}

TEST_F(LanguageVerbs, whole_language_is_offered) {
    add("qps");
    const Printed checked = run("check", "qps");
    EXPECT_EQ(checked.status, 0) << checked.out;
    EXPECT_TRUE(has(checked.out, "It is offered from the next start on")) << checked.out;
    EXPECT_FALSE(has(checked.out, "missing-text")) << checked.out;
}

TEST_F(LanguageVerbs, letter_without_a_font_is_named_with_the_package) {
    add("qps");
    std::ofstream(files("qps").strings, std::ios::trunc) << "home.title: \"שלום\"\n";
    const Printed checked = run("check", "qps");
    EXPECT_EQ(checked.status, 1);
    EXPECT_TRUE(has(checked.out, "“ש” (U+05E9)")) << checked.out;
    EXPECT_TRUE(has(checked.out, "package fonts-noto-core has it")) << checked.out;
}

TEST_F(LanguageVerbs, doctor_tells_of_a_clinics_languages) {
    add("qps");
    const auto doctor = [&] {
        return candor(
            {"doctor", "--state", folder.string(), "--content", CANDOR_SOURCE_DIR "/content"});
    };
    EXPECT_TRUE(has(doctor().out, "ok    language qps: offered"));
    std::ofstream(files("qps").strings, std::ios::trunc) << "home.title: \"{count}\"\n";
    const Printed bad = doctor();
    EXPECT_EQ(bad.status, 1);
    EXPECT_TRUE(has(bad.out, "bad   language qps: not offered, 1 error; see \"candor language"));
    std::ofstream(files("qps").rules, std::ios::trunc) << "offer: no\n";
    EXPECT_TRUE(has(doctor().out, "note  language qps: not offered yet"));
}

/// Nobody could read it, and nothing said so.
TEST_F(LanguageVerbs, pack_in_a_language_that_no_kiosk_speaks_is_told) {
    const fs::path pack = fs::path(folder.string()) / "mine";
    ASSERT_EQ(candor({"pack", "new", pack.string()}).status, 0);
    fs::rename(pack / "en", pack / "qps");
    std::string text = testing_language::bytes_of(pack / "pack.yaml");
    const std::string languages = "languages: [en]";
    text.replace(text.find(languages), languages.size(), "languages: [qps]");
    std::ofstream(pack / "pack.yaml", std::ios::trunc) << text;
    const Printed alone = candor({"pack", "check", pack.string()});
    EXPECT_TRUE(has(alone.out, "[language-not-spoken] The kiosk does not speak “qps”"))
        << alone.out;
    EXPECT_TRUE(has(alone.out, "[checks-left-out] The checks do not know the words of “qps”"));
    const Printed doctor =
        candor({"doctor", "--state", folder.string(), "--content", folder.string()});
    EXPECT_TRUE(has(doctor.out, "note  pack mine: written in qps, which this kiosk does not speak"))
        << doctor.out;
    add("qps");
    const Printed spoken = candor({"pack", "check", pack.string(), "--state", folder.string()});
    EXPECT_FALSE(has(spoken.out, "[language-not-spoken]")) << spoken.out;
}

}  // namespace candor::ctl
