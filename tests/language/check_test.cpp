#include "language/check.h"

#include <sys/stat.h>

#include <algorithm>

#include "language/template.h"
#include "scratch.h"

namespace candor::language {
namespace {

namespace fs = std::filesystem;

const ShippedStrings& shipped(const char* folder) {
    static std::map<std::string, ShippedStrings> all;
    ShippedStrings& out = all[folder];
    if (out.empty())
        for (const Files& files : shipped_languages(assets()))
            out.emplace(files.code,
                        Strings::load(assets() / folder / (files.code + ".yaml")).value());
    return out;
}

/// A clinic's language, at first German under another code: whole, and written by people.
class ClinicsLanguage : public testing::Test {
  protected:
    ClinicsLanguage() {
        write("language.yaml", text_of(assets() / "languages/de.yaml") + "offer: yes\n");
        write("strings.yaml", text_of(assets() / "strings/de.yaml"));
        write("desk-strings.yaml", text_of(assets() / "desk-strings/de.yaml"));
        write("keyboard.yaml", text_of(assets() / "keyboards/de.yaml"));
    }

    void write(const std::string& name, const std::string& text) const {
        scratch.write("xx/" + name, text);
    }
    void change(const std::string& name, const std::string& from, const std::string& to) const {
        std::string text = text_of(scratch.path() / "xx" / name);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        write(name, text.replace(at, from.size(), to));
    }
    CheckedLanguage check() const {
        const Letters letters{[](char32_t letter) { return letter < 0x0590 || letter > 0x05FF; },
                              [](char32_t) { return std::string("fonts-noto-core"); }};
        return check_language(clinic_language(scratch.path(), "xx"),
                              {&shipped("strings"), &shipped("desk-strings"), letters});
    }
    static const base::Finding* find(const CheckedLanguage& checked, const std::string& code) {
        const auto& all = checked.findings;
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const auto& each) { return each.code == code; });
        return found == all.end() ? nullptr : &*found;
    }
    /// A single finding of this code, in this file, that holds these words.
    void expect(const std::string& code, const std::string& file, const std::string& words,
                base::Severity severity) const {
        const auto checked = check();
        const auto* finding = find(checked, code);
        ASSERT_NE(finding, nullptr) << code;
        EXPECT_EQ(finding->file, file);
        EXPECT_EQ(finding->severity, severity);
        EXPECT_NE((finding->message + finding->remedy).find(words), std::string::npos)
            << finding->message << finding->remedy;
        EXPECT_EQ(checked.is_offered(), severity != base::Severity::error);
    }

    Scratch scratch;
};

using base::Severity;

TEST_F(ClinicsLanguage, that_is_whole_has_no_findings_and_is_offered) {
    const auto checked = check();
    for (const auto& finding : checked.findings) ADD_FAILURE() << base::to_line(finding);
    EXPECT_TRUE(checked.is_offered());
    EXPECT_EQ((*checked.kiosk)("home.title"), shipped("strings").at("de")("home.title"));
    EXPECT_EQ(checked.kiosk->language(), "xx");
    EXPECT_TRUE(checked.keyboard.has_value());
}

TEST_F(ClinicsLanguage, text_that_is_missing_is_named_and_english) {
    change("strings.yaml", "home.title: \"", "home.title: \"\" # \"");
    expect("missing-text", "strings.yaml", "“home.title”", Severity::warning);
    EXPECT_EQ((*check().kiosk)("home.title"), shipped("strings").at("en")("home.title"));
}

TEST_F(ClinicsLanguage, file_of_words_that_is_missing_is_english) {
    fs::remove(scratch.path() / "xx/desk-strings.yaml");
    const auto checked = check();
    EXPECT_TRUE(checked.is_offered());
    EXPECT_NE(find(checked, "no-file"), nullptr);
    EXPECT_EQ((*checked.desk)("lock.open"), shipped("desk-strings").at("en")("lock.open"));
}

TEST_F(ClinicsLanguage, filler_that_differs_is_an_error_and_not_shown) {
    change("strings.yaml", "reader.progress: \"", "reader.progress: \"{count} ");
    expect("fillers-differ", "strings.yaml", "{count}", Severity::error);
    EXPECT_EQ((*check().kiosk)("reader.progress"), shipped("strings").at("en")("reader.progress"));
}

TEST_F(ClinicsLanguage, plural_may_say_its_number_in_words) {
    change("strings.yaml", "home.pages.one: \"{n} ", "home.pages.one: \"Eine ");
    EXPECT_TRUE(check().findings.empty());
}

TEST_F(ClinicsLanguage, form_that_its_rule_names_must_be_there) {
    change("language.yaml", "  one: n = 1", "  one: n = 1\n  few: n = 2..4");
    expect("missing-text", "strings.yaml", ".few”", Severity::warning);
}

TEST_F(ClinicsLanguage, longer_text_is_a_warning) {
    change("strings.yaml", "home.begin: \"", "home.begin: \"Donaudampfschifffahrtsgesellschaft");
    expect("longer", "strings.yaml", "candor-kiosk --screens", Severity::warning);
}

TEST_F(ClinicsLanguage, text_that_is_still_english_is_advice) {
    const std::string english = shipped("strings").at("en")("home.title");
    change("strings.yaml", "home.title: \"", "home.title: \"" + english + "\" #");
    expect("unchanged", "strings.yaml", "“home.title”", Severity::advice);
}

TEST_F(ClinicsLanguage, unknown_text_is_a_warning) {
    write("strings.yaml", text_of(assets() / "strings/de.yaml") + "home.titel: \"x\"\n");
    expect("unknown-text", "strings.yaml", "“home.titel”", Severity::warning);
    EXPECT_FALSE(check().kiosk->has("home.titel"));
}

TEST_F(ClinicsLanguage, letter_that_no_font_has_is_named_with_its_package_once) {
    change("strings.yaml", "home.title: \"", "home.title: \"שש ");
    expect("no-font", "strings.yaml", "“ש” (U+05E9)", Severity::error);
    expect("no-font", "strings.yaml", "fonts-noto-core", Severity::error);
    EXPECT_EQ(check().findings.size(), 1U);
}

TEST_F(ClinicsLanguage, mark_that_turns_a_lines_order_is_an_error) {
    change("strings.yaml", "home.title: \"", "home.title: \"\u202E");
    expect("bidi-control", "strings.yaml", "U+202E", Severity::error);
}

TEST_F(ClinicsLanguage, keyboard_must_take_back_and_go_on_and_have_each_layout) {
    change("keyboard.yaml", "  phone:", "  fone:");
    expect("no-layout", "keyboard.yaml", "“phone”", Severity::error);
    write("keyboard.yaml", text_of(assets() / "keyboards/de.yaml"));
    change("keyboard.yaml", "backspace*1.5", "a");
    expect("no-key", "keyboard.yaml", "backspace", Severity::error);
}

TEST_F(ClinicsLanguage, that_is_not_ready_is_not_offered_and_nobody_is_alarmed) {
    change("language.yaml", "offer: yes", "offer: no");
    const auto checked = check();
    EXPECT_FALSE(checked.is_offered());
    EXPECT_FALSE(checked.is_refused());
    EXPECT_NE(find(checked, "not-offered"), nullptr);
    change("language.yaml", "offer: no", "");
    EXPECT_FALSE(check().is_offered()) << "unless it says so";
}

TEST_F(ClinicsLanguage, hostile_file_is_an_error_and_never_more) {
    const std::string deep(50'000, '['), long_line = "home.title: \"" + std::string(900'000, 'x');
    const std::string bombs[] = {"",
                                 "\xFF\xFE",
                                 std::string(3U << 20, 'a'),
                                 deep,
                                 "a: &x [*x]\n",
                                 long_line,
                                 long_line + "\"\n",
                                 "home.title: {a: b}\n",
                                 "- list\n",
                                 std::string("a: \0", 4)};
    for (const char* name : {"language.yaml", "strings.yaml", "desk-strings.yaml", "keyboard.yaml"})
        for (const std::string& bomb : bombs) {
            const std::string good = text_of(scratch.path() / "xx" / name);
            write(name, bomb);
            const auto checked = check();
            EXPECT_FALSE(checked.findings.empty()) << name << ": " << bomb.substr(0, 20);
            EXPECT_LT(checked.findings.size(), 1000U);
            write(name, good);
        }
}

TEST_F(ClinicsLanguage, folder_and_link_and_pipe_in_a_files_place_are_told) {
    for (const char* name : {"language.yaml", "strings.yaml", "keyboard.yaml"}) {
        const fs::path file = scratch.path() / "xx" / name;
        const std::string good = text_of(file);
        fs::remove(file);
        fs::create_directory(file);
        EXPECT_FALSE(check().is_offered()) << name;
        fs::remove(file);
        ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
        EXPECT_FALSE(check().is_offered()) << name;
        fs::remove(file);
        write(name, good);
    }
}

TEST_F(ClinicsLanguage, that_was_just_begun_has_every_key_and_its_english_beside_it) {
    const std::string english = text_of(assets() / "strings/en.yaml");
    const std::string begun = strings_to_fill(english, "# head\n");
    EXPECT_TRUE(begun.starts_with("# head\n"));
    for (const auto& [key, text] : shipped("strings").at("en").all())
        EXPECT_NE(begun.find("# " + text + "\n" + key + ": \"\"\n"), std::string::npos) << key;
    write("strings.yaml", begun);
    const auto checked = check();
    EXPECT_TRUE(checked.sound());
    const auto missing = static_cast<std::size_t>(
        std::count_if(checked.findings.begin(), checked.findings.end(),
                      [](const auto& finding) { return finding.code == "missing-text"; }));
    EXPECT_EQ(missing, shipped("strings").at("en").all().size());
}

TEST_F(ClinicsLanguage, folders_are_found_by_code_and_what_ships_is_not_replaced) {
    for (const char* name : {"de", "pt-BR", "French", "..", "a"})
        fs::create_directories(scratch.path() / name);
    scratch.write("it", "a file");
    std::vector<std::string> codes;
    for (const Files& files : clinic_languages({assets(), scratch.path()}))
        codes.push_back(files.code);
    EXPECT_EQ(codes, (std::vector<std::string>{"pt-BR", "xx"}));
    EXPECT_TRUE(clinic_languages({assets(), scratch.path() / "none"}).empty());
    EXPECT_TRUE(clinic_languages({assets()}).empty());
    for (char c = 'a'; c <= 'z'; ++c)
        for (const char* second : {"b", "c"})
            fs::create_directories(scratch.path() / (std::string(1, c) + second));
    EXPECT_EQ(clinic_languages({assets(), scratch.path()}).size(), kMostOfAClinic);
}

}  // namespace
}  // namespace candor::language
