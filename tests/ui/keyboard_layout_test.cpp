#include <gtest/gtest.h>

#include <set>

#include "scratch_file.h"
#include "ui/keyboard.h"

namespace candor::ui {
namespace {

KeyboardLayouts english_layouts() {
    auto loaded = KeyboardLayouts::load(assets() / "keyboards/en.yaml");
    if (!loaded) ADD_FAILURE() << loaded.error().detail;
    return std::move(loaded).value_or(KeyboardLayouts());
}

std::set<std::string> caps_of(const std::vector<KeyRow>& rows) {
    std::set<std::string> caps;
    for (const KeyRow& row : rows)
        for (const KeySpec& key : row) caps.insert(key.cap);
    return caps;
}

std::size_t characters(const std::string& text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    return count;
}

base::FaultKind fault_of(std::string_view yaml) {
    const auto loaded = KeyboardLayouts::load(scratch_file("en.yaml", yaml));
    if (loaded) ADD_FAILURE() << "loads: " << yaml;
    return loaded ? base::FaultKind::internal : loaded.error().kind;
}

TEST(KeyboardLayout, english_has_a_layout_for_every_kind_of_field) {
    const KeyboardLayouts keyboard = english_layouts();
    for (const char* name : {"letters", "symbols", "email", "phone"})
        EXPECT_EQ(keyboard.layouts.count(name), 1U) << name;
}

TEST(KeyboardLayout, every_layout_can_take_back_and_go_on) {
    for (const auto& [name, rows] : english_layouts().layouts) {
        const auto caps = caps_of(rows);
        EXPECT_EQ(caps.count("backspace"), 1U) << name;
        EXPECT_EQ(caps.count("next"), 1U) << name;
        EXPECT_LE(rows.size(), 5U) << name;
    }
}

TEST(KeyboardLayout, every_key_types_one_character_or_is_a_known_special) {
    const std::set<std::string> words{".com"};
    for (const auto& [name, rows] : english_layouts().layouts)
        for (const KeyRow& row : rows)
            for (const KeySpec& key : row)
                EXPECT_TRUE(key.special || characters(key.cap) == 1 || words.count(key.cap) == 1)
                    << name << ": " << key.cap;
}

TEST(KeyboardLayout, special_keys_are_known_by_name) {
    const auto file = scratch_file(
        "en.yaml",
        "layouts:\n  letters:\n    - [shift, backspace, symbols, letters, next, space, a]\n");
    const auto loaded = KeyboardLayouts::load(file).value();
    const KeyRow& row = loaded.layouts.at("letters").front();
    ASSERT_EQ(row.size(), 7U);
    for (std::size_t i = 0; i < 6; ++i) EXPECT_TRUE(row[i].special) << row[i].cap;
    EXPECT_FALSE(row[6].special);
}

TEST(KeyboardLayout, letters_hold_the_whole_alphabet_and_the_digits) {
    const auto caps = caps_of(english_layouts().layouts.at("letters"));
    for (char c = 'a'; c <= 'z'; ++c) EXPECT_EQ(caps.count(std::string(1, c)), 1U) << c;
    for (char c = '0'; c <= '9'; ++c) EXPECT_EQ(caps.count(std::string(1, c)), 1U) << c;
}

TEST(KeyboardLayout, addresses_and_numbers_can_be_typed) {
    const auto email = caps_of(english_layouts().layouts.at("email"));
    for (const char* cap : {"@", ".", "-", "_", "+", "a", "0"})
        EXPECT_EQ(email.count(cap), 1U) << cap;
    const auto phone = caps_of(english_layouts().layouts.at("phone"));
    for (const char* cap : {"+", "0", "9", "space"}) EXPECT_EQ(phone.count(cap), 1U) << cap;
}

TEST(KeyboardLayout, width_after_a_star_is_in_keys) {
    const auto file =
        scratch_file("en.yaml", "layouts:\n  letters:\n    - [space*4, \"*\", \"a*99\"]\n");
    const auto loaded = KeyboardLayouts::load(file).value();
    const KeyRow& row = loaded.layouts.at("letters").front();
    EXPECT_EQ(row[0].cap, "space");
    EXPECT_FLOAT_EQ(row[0].width, 4);
    EXPECT_EQ(row[1].cap, "*");
    EXPECT_FLOAT_EQ(row[1].width, 1);
    EXPECT_FLOAT_EQ(row[2].width, 10);
}

TEST(KeyboardLayout, accents_belong_to_keys_that_exist) {
    const KeyboardLayouts keyboard = english_layouts();
    const auto caps = caps_of(keyboard.layouts.at("letters"));
    EXPECT_FALSE(keyboard.accents.empty());
    for (const auto& [key, accents] : keyboard.accents) {
        EXPECT_EQ(caps.count(key), 1U) << key;
        EXPECT_FALSE(accents.empty()) << key;
        for (const std::string& accent : accents) EXPECT_EQ(characters(accent), 1U) << accent;
    }
}

TEST(KeyboardLayout, broken_file_is_a_fault) {
    EXPECT_EQ(fault_of("layouts: [unclosed\n"), base::FaultKind::wrong_format);
    EXPECT_EQ(fault_of("layouts:\n  letters:\n    - [\"a*wide\"]\n"),
              base::FaultKind::wrong_format);
    EXPECT_EQ(fault_of("layouts:\n  letters:\n    - [[a, b]]\n"), base::FaultKind::wrong_format);
    EXPECT_EQ(fault_of("layouts:\n  letters:\n    - [a]\naccents: {a: 3}\n"),
              base::FaultKind::wrong_format);
}

TEST(KeyboardLayout, file_without_letters_is_a_fault) {
    EXPECT_EQ(fault_of(""), base::FaultKind::wrong_format);
    EXPECT_EQ(fault_of("layouts:\n  phone:\n    - [\"1\"]\n"), base::FaultKind::wrong_format);
}

TEST(KeyboardLayout, missing_file_is_a_fault) {
    const auto loaded = KeyboardLayouts::load("/nonexistent/en.yaml");
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, base::FaultKind::not_found);
}

}  // namespace
}  // namespace candor::ui
