#include <sys/stat.h>

#include <fstream>
#include <iostream>
#include <regex>
#include <sstream>

#include "base/files.h"
#include "base/places.h"
#include "command.h"
#include "consult/keys/keys.h"
#include "pack/package/policy.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

std::string template_text() {
    return base::read_file(base::default_places().assets / "new-kiosk/kiosk.yaml", 1 << 16).value();
}

/// Out of their comments: all lines that are settings.
std::string with_everything(const std::string& text) {
    std::istringstream lines(text);
    std::string line, out;
    while (std::getline(lines, line)) {
        const bool setting = std::regex_search(line, std::regex("^#( {2,})?(- |[a-z_]+:)"));
        out += (setting ? line.substr(1) : line) + '\n';
    }
    return out;
}

class Setup : public testing::Test {
  protected:
    Printed answers(const std::string& text) {
        std::ofstream(folder_ / "answers") << text;
        return candor({"setup", "--state", state(), "--answers", folder_ / "answers"});
    }
    /// What somebody types.
    Printed typed(const std::string& text) {
        std::istringstream typed(text);
        auto* before = std::cin.rdbuf(typed.rdbuf());
        auto printed = candor({"setup", "--state", state()});
        std::cin.rdbuf(before);
        std::cin.clear();
        return printed;
    }
    std::string state() { return folder_ / "state"; }
    std::string yaml() { return base::read_file(state() + "/kiosk.yaml", 1 << 16).value_or(""); }
    pack::Policy policy() { return pack::read_policy(state()); }
    std::string key_file() {
        const auto key = consult::create_clinic_keys(folder_ / "c.key", base::SecretString(1));
        fingerprint_ = key->fingerprint();
        return folder_ / "c.key.pub";
    }

    Folder folder_;
    std::string fingerprint_;
};

}  // namespace

TEST(KioskTemplate, says_nothing_by_itself_and_has_no_mistake_with_everything_in_it) {
    EXPECT_TRUE(pack::policy_of(template_text()).findings.empty());
    auto text = with_everything(template_text());
    for (const char* key : {"author", "reviewer"})
        text = std::regex_replace(
            text, std::regex(std::string(key) + R"(: \["RW…"\])"),
            std::string(key) + ": [\"RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\"]");
    for (const auto& finding : pack::policy_of(text).findings)
        EXPECT_EQ(finding.code, "shared-key") << base::to_line(finding);
}

TEST(KioskTemplate, has_every_key_that_kiosk_yaml_can_hold) {
    const auto text = with_everything(template_text());
    for (const char* map : {"", "clinic", "display", "hearing", "delivery", "packs"}) {
        const std::string odd = std::string(*map ? "  " : "") + "qqqqqqqq: 1\n";
        const auto findings =
            pack::policy_of((*map ? std::string(map) + ":\n" : "") + odd).findings;
        std::string known;
        for (const auto& finding : findings)
            if (finding.code == "unknown-key") known = finding.remedy;
        ASSERT_TRUE(known.starts_with("Known keys are ")) << map << known;
        const std::regex word("[a-z_]+");
        for (std::sregex_iterator at(known.begin() + 15, known.end(), word), end; at != end; ++at) {
            if (at->str() == "or") continue;
            const auto key = (*map ? "\n  " : "\n") + at->str() + ":";
            EXPECT_NE(text.find(key), std::string::npos) << map << "." << at->str();
        }
    }
}

TEST_F(Setup, by_a_file_of_answers_writes_a_documented_kiosk_yaml) {
    const auto printed = answers(
        "clinic.name: Klinik Nord\nclinic.phone: \"+49 431 123456\"\nphone_country: DE\n"
        "display.rotate: 90\ndisplay.language: de\ndisplay.languages: [de, tr]\nclinic_key: " +
        key_file() +
        "\ndelivery.database: postgresql://kiosk.north.hall@db.example.org/candor\n"
        "delivery.clinic: north\ndelivery.kiosk: hall\n");
    ASSERT_EQ(printed.status, 0) << printed.err;
    const auto policy = this->policy();
    EXPECT_TRUE(policy.findings.empty());
    EXPECT_EQ(policy.clinic.name.in("de"), "Klinik Nord");
    EXPECT_EQ(policy.clinic.phone_country, "DE");
    EXPECT_EQ(policy.display.rotate, 90);
    EXPECT_EQ(policy.display.languages, (std::vector<std::string>{"de", "tr"}));
    ASSERT_TRUE(policy.clinic_key && policy.delivery);
    EXPECT_EQ(policy.clinic_key->fingerprint, fingerprint_) << "the stick it came on can go";
    EXPECT_TRUE(consult::read_public_key(policy.clinic_key->key, fingerprint_, ""));
    EXPECT_EQ(policy.delivery->kiosk, "hall");
    EXPECT_TRUE(has(yaml(), "on the first screen and in the bar")) << "the comment stays";
    EXPECT_TRUE(has(printed.out, "systemctl restart candor-kiosk candor-courier"));
    struct stat file {};
    ASSERT_EQ(::stat((state() + "/kiosk.yaml").c_str(), &file), 0);
    EXPECT_EQ(file.st_mode & 0777U, 0600U);
}

TEST_F(Setup, again_changes_what_was_answered_and_nothing_else) {
    ASSERT_EQ(answers("clinic.name: A\nphone_country: DE\n").status, 0);
    std::ofstream(state() + "/kiosk.yaml", std::ios::app)
        << "# my own words\nreview_grace_days: 7\n";
    auto wanted = yaml();
    EXPECT_FALSE(has(answers("clinic.name: B\n").out, "restart")) << "the kiosk follows by itself";
    wanted.replace(wanted.find("\"A\""), 3, "\"B\"");
    EXPECT_EQ(yaml(), wanted);
    ASSERT_EQ(answers("phone_country: \"-\"\n").status, 0);
    EXPECT_TRUE(policy().clinic.phone_country.empty());
    EXPECT_TRUE(has(yaml(), "#phone_country: \"DE\""));
}

TEST_F(Setup, by_questions_keeps_with_enter_and_asks_again_for_what_cannot_be) {
    ASSERT_EQ(answers("clinic.name: Nord\ndisplay.rotate: 180\n").status, 0);
    // Name, phone, language, country, first language, languages, rotation (twice), key, server,
    // printer, help.
    const auto printed = typed("\nnobody\n+49 431 123456\n\n\n\n\n45\n270\n\n\nhall\n\n");
    ASSERT_EQ(printed.status, 0) << printed.err << printed.out;
    EXPECT_TRUE(has(printed.out, "clinic.name [Nord]: "));
    EXPECT_TRUE(has(printed.out, "is no number that can be called"));
    EXPECT_TRUE(has(printed.out, "cannot be turned by 45 degrees"));
    EXPECT_FALSE(has(printed.out, "delivery.clinic")) << "there is no server";
    EXPECT_EQ(policy().display.rotate, 270);
    EXPECT_TRUE(has(printed.out, "systemctl restart candor-kiosk "));
    EXPECT_EQ(policy().around.printer, "hall");
    EXPECT_EQ(policy().clinic.name.in("en"), "Nord");
    EXPECT_EQ(policy().clinic.phone, "+49 431 123456");
    EXPECT_TRUE(has(printed.out, "demonstration"));
}

TEST_F(Setup, that_ends_early_writes_nothing) {
    const auto printed = typed("Nord\n");
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "Nothing was changed"));
    EXPECT_EQ(yaml(), "");
}

TEST_F(Setup, mistaken_answers_are_all_told_and_nothing_is_written) {
    const auto printed = answers(
        "clinik.name: x\ndisplay.rotate: 45\ndisplay.languages: [de, xx]\nclinic_key: "
        "/nonexistent\n"
        "delivery.database: postgresql://a:secret@db/candor\n");
    EXPECT_EQ(printed.status, 1);
    for (const char* words : {":1: warning [unknown-key]", "Did you mean “clinic.name”?",
                              "display.rotate: ", "the kiosk does not speak “xx”, but ",
                              "clinic_key: /nonexistent: ", "delivery.database: "})
        EXPECT_TRUE(has(printed.err, words)) << words << "\n" << printed.err;
    EXPECT_FALSE(has(printed.err, "secret"));
    EXPECT_EQ(yaml(), "");
}

TEST_F(Setup, half_a_delivery_is_refused_as_a_whole) {
    const auto printed =
        answers("delivery.database: postgresql://kiosk.north.hall@db.example.org/candor\n");
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "has no “clinic”")) << printed.err;
    EXPECT_EQ(yaml(), "");
}

TEST_F(Setup, kiosk_yaml_with_a_mistake_is_not_made_worse) {
    fs::create_directories(state());
    std::ofstream(state() + "/kiosk.yaml") << "phone_contry: TR\n";
    const auto printed = answers("clinic.name: A\n");
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "kiosk.yaml:1: ")) << printed.err;
    EXPECT_TRUE(has(printed.err, "Did you mean “phone_country”?"));
    EXPECT_EQ(yaml(), "phone_contry: TR\n");
}

TEST_F(Setup, map_on_one_line_is_told_with_its_line) {
    fs::create_directories(state());
    std::ofstream(state() + "/kiosk.yaml") << "clinic: {name: A}\n";
    const auto printed = answers("clinic.phone: \"+49 431 123456\"\n");
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "kiosk.yaml:1")) << printed.err;
    EXPECT_EQ(yaml(), "clinic: {name: A}\n");
}

TEST_F(Setup, file_of_answers_that_is_none_is_told) {
    EXPECT_EQ(candor({"setup", "--state", state(), "--answers", "/nonexistent"}).status, 1);
    EXPECT_EQ(answers("- a list\n").status, 1);
    EXPECT_EQ(answers("clinic.name: {de: A}\n").status, 1);
    EXPECT_EQ(answers("\"open\n").status, 1);
    EXPECT_EQ(yaml(), "");
}

}  // namespace candor::ctl
