#include "pack/package/hearing.h"

#include "pack/package/policy.h"
#include "package_scratch.h"

namespace candor::pack {
namespace {

class HearingPolicy : public testing::Test {
  protected:
    Policy read(const std::string& text) {
        scratch_.write("kiosk.yaml", text);
        return read_policy(scratch_.path());
    }
    std::string first_code(const std::string& text) {
        const auto policy = read(text);
        return policy.findings.empty() ? "" : policy.findings.front().code;
    }
    Scratch scratch_;
};

}  // namespace

TEST_F(HearingPolicy, kiosk_without_it_has_neither) {
    const auto hearing = read("review_grace_days: 30\n").hearing;
    EXPECT_FALSE(hearing.headphones);
    EXPECT_FALSE(hearing.keypad);
}

TEST_F(HearingPolicy, keypad_has_keys_of_its_own_unless_others_are_named) {
    const auto policy =
        read("hearing:\n  headphones: true\n  keypad: {next: F21, louder: VolumeUp}\n");
    EXPECT_TRUE(policy.findings.empty()) << listing(policy.findings);
    EXPECT_TRUE(policy.hearing.headphones);
    ASSERT_TRUE(policy.hearing.keypad);
    const Keypad& keypad = *policy.hearing.keypad;
    EXPECT_EQ(keypad.size(), 11U);
    EXPECT_EQ(keypad.at("F21"), KeypadAction::next);
    EXPECT_EQ(keypad.at("VolumeUp"), KeypadAction::louder);
    EXPECT_EQ(keypad.at("Left"), KeypadAction::previous);
    EXPECT_EQ(keypad.count("Right"), 0U);
    EXPECT_EQ(read("hearing: {keypad: {}}\n").hearing.keypad->at("Right"), KeypadAction::next);
}

TEST_F(HearingPolicy, mistakes_are_named_with_their_line) {
    EXPECT_EQ(first_code("hearing:\n  keypad: {next: F1, back: F1}\n"), "key-twice");
    EXPECT_EQ(first_code("hearing:\n  keypad: {forward: F1}\n"), "unknown-key");
    EXPECT_EQ(first_code("hearing: {keypad: {next: " + std::string(40, 'x') + "}}\n"),
              "bad-key-name");
    EXPECT_NE(first_code("hearing: {keypad: yes}\n"), "");
    EXPECT_NE(first_code("hearing: {headphones: maybe}\n"), "");
    EXPECT_NE(first_code("hearing: loud\n"), "");
    EXPECT_EQ(read("hearing:\n  keypad:\n    next: F1\n    back: F1\n").findings.front().line, 4);
}

}  // namespace candor::pack
