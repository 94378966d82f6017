#include "pack/package/policy_text.h"

#include <gtest/gtest.h>

#include "pack/package/policy.h"

namespace candor::pack {
namespace {

std::string changed(const std::string& text, const char* path, const std::string& value) {
    auto done = with_value(text, path, value);
    EXPECT_TRUE(done) << path;
    return done.value_or("");
}

std::string taken_out(const std::string& text, const char* path) {
    return without_value(text, path).value_or("");
}

}  // namespace

TEST(PolicyText, a_key_that_is_there_keeps_its_line_and_the_comment_behind_it) {
    EXPECT_EQ(changed("a: 1\nphone_country: DE   # ours\nb: 2\n", "phone_country", "TR"),
              "a: 1\nphone_country: TR  # ours\nb: 2\n");
    EXPECT_EQ(
        changed("clinic:\n    name: \"A # B\"  # not yet\n    phone: x\n", "clinic.name", "C"),
        "clinic:\n    name: C  # not yet\n    phone: x\n");
    EXPECT_EQ(changed("clinic:\n  name: Ada's\n", "clinic.name", "C"), "clinic:\n  name: C\n");
}

TEST(PolicyText, a_key_comes_out_of_its_comment) {
    EXPECT_EQ(changed("# Whose?\n#phone_country: DE  # ours\n", "phone_country", "TR"),
              "# Whose?\nphone_country: TR  # ours\n");
    EXPECT_EQ(changed("#delivery:\n#  clinic: north   # in the login\n#  kiosk: hall\n",
                      "delivery.kiosk", "door"),
              "delivery:\n#  clinic: north   # in the login\n  kiosk: door\n");
}

TEST(PolicyText, words_for_people_are_no_key) {
    EXPECT_EQ(changed("clinic:\n# name: this is what patients read\n", "clinic.name", "A"),
              "clinic:\n  name: A\n# name: this is what patients read\n");
}

TEST(PolicyText, another_key_goes_to_the_end_or_below_its_map) {
    EXPECT_EQ(changed("", "clinic.name", "A"), "clinic:\n  name: A\n");
    EXPECT_EQ(changed("a: 1", "b", "2"), "a: 1\nb: 2\n");
    EXPECT_EQ(changed("clinic:\n    phone: x\nb: 2\n", "clinic.name", "A"),
              "clinic:\n    name: A\n    phone: x\nb: 2\n");
}

TEST(PolicyText, a_value_over_several_lines_is_replaced_as_a_whole) {
    const std::string text = "clinic:\n  name:\n    de: A\n    # or\n    en: B\n  phone: x\nb: 2\n";
    EXPECT_EQ(changed(text, "clinic.name", "C"), "clinic:\n  name: C\n  phone: x\nb: 2\n");
    EXPECT_EQ(changed("packs:\n  require:\n  - author\nb: 2\n", "packs", "{}"),
              "packs: {}\nb: 2\n");
}

TEST(PolicyText, the_same_key_of_another_map_is_left_alone) {
    const std::string text = "clinic:\n  language: de\ndisplay:\n  language: en\n";
    EXPECT_EQ(changed(text, "display.language", "tr"),
              "clinic:\n  language: de\ndisplay:\n  language: tr\n");
    EXPECT_EQ(changed("#clinic:\n#  language: de\n#display:\n#  language: en\n", "display.language",
                      "tr"),
              "#clinic:\n#  language: de\ndisplay:\n  language: tr\n");
}

TEST(PolicyText, a_map_on_one_line_is_refused_with_its_line) {
    for (const auto& refused : {with_value("a: 1\nclinic: {name: A}\n", "clinic.name", "B"),
                                without_value("a: 1\nclinic: {name: A}\n", "clinic.name")}) {
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().where, "kiosk.yaml:2");
    }
}

TEST(PolicyText, what_is_taken_out_stays_as_a_comment_and_can_come_back) {
    const std::string text = "a: 1\ndelivery:\n  clinic: north\n  # so\n  kiosk: hall\nb: 2\n";
    const auto off = taken_out(text, "delivery");
    EXPECT_EQ(off, "a: 1\n#delivery:\n#  clinic: north\n#  # so\n#  kiosk: hall\nb: 2\n");
    EXPECT_EQ(taken_out(off, "delivery"), off);
    EXPECT_EQ(changed(off, "delivery.clinic", "south"),
              "a: 1\ndelivery:\n  clinic: south\n#  # so\n#  kiosk: hall\nb: 2\n");
    EXPECT_EQ(taken_out(text, "delivery.kiosk"),
              "a: 1\ndelivery:\n  clinic: north\n  # so\n#  kiosk: hall\nb: 2\n");
    EXPECT_EQ(taken_out(text, "clinic.name"), text);
}

TEST(PolicyText, whatever_is_typed_is_one_text) {
    for (const std::string typed : {"a \"b\" \\ c", "#x: {y", "- 'z", "two\nlines", "ä: 漢"}) {
        auto wanted = typed;
        for (char& c : wanted)
            if (c == '\n') c = ' ';
        const auto policy = policy_of(changed("", "clinic.name", yaml_quoted(typed)));
        EXPECT_TRUE(policy.findings.empty()) << typed;
        EXPECT_EQ(policy.clinic.name.in("en"), wanted);
    }
}

}  // namespace candor::pack
