#include "assistive/field_words.h"

#include <gtest/gtest.h>

namespace candor::assistive {
namespace {

FieldWords words(const std::string& text, std::size_t caret = 0, std::size_t anchor = 0) {
    ui::Node node;
    node.typed = ui::TypedText{text, caret, anchor};
    return FieldWords(node);
}

TEST(FieldWords, are_counted_in_characters) {
    const FieldWords turkish = words("Şule öz", 3, 3);
    EXPECT_EQ(turkish.length(), 7);
    EXPECT_EQ(turkish.caret(), 2);
    EXPECT_EQ(turkish.between(0, 1), "Ş");
    EXPECT_EQ(turkish.between(5, -1), "öz");
    EXPECT_EQ(turkish.character(0), 0x15EU);
    EXPECT_EQ(turkish.byte(1), 2U);
}

TEST(FieldWords, offsets_beyond_the_text_are_held_to_it) {
    const FieldWords short_text = words("ab");
    EXPECT_EQ(short_text.between(-5, 99), "ab");
    EXPECT_EQ(short_text.between(2, 1), "");
    EXPECT_EQ(short_text.character(2), 0U);
    EXPECT_EQ(short_text.byte(99), 2U);
    EXPECT_EQ(words("").part_at(3, ATK_TEXT_GRANULARITY_WORD).words, "");
}

TEST(FieldWords, parts_are_letters_words_and_lines) {
    const FieldWords note = words("call at ten\nor later");
    EXPECT_EQ(note.part_at(1, ATK_TEXT_GRANULARITY_WORD).words, "call ");
    EXPECT_EQ(note.part_at(4, ATK_TEXT_GRANULARITY_WORD).words, "call ");
    EXPECT_EQ(note.part_at(9, ATK_TEXT_GRANULARITY_WORD).words, "ten\n");
    EXPECT_EQ(note.part_at(19, ATK_TEXT_GRANULARITY_WORD).words, "later");
    EXPECT_EQ(note.part_at(3, ATK_TEXT_GRANULARITY_LINE).words, "call at ten\n");
    EXPECT_EQ(note.part_at(14, ATK_TEXT_GRANULARITY_LINE).words, "or later");
    const auto letter = words("e\u0301x").part_at(0, ATK_TEXT_GRANULARITY_CHAR);
    EXPECT_EQ(letter.words, "e\u0301");
    EXPECT_EQ(letter.to, 2);
}

TEST(FieldWords, selection_is_what_lies_between_caret_and_anchor) {
    EXPECT_FALSE(words("abc", 1, 1).selection());
    const auto selected = words("Şabc", 5, 2).selection();
    ASSERT_TRUE(selected);
    EXPECT_EQ(selected->words, "abc");
    EXPECT_EQ(selected->from, 1);
}

/// Taking away what went and putting in what came gives the new text, whatever the two are.
TEST(FieldWords, change_turns_the_one_into_the_other) {
    const char* const texts[] = {"", "a", "Şule", "Sule", "aa", "aaa", "éa", "èa", "abcabc", "bc"};
    for (const char* before : texts)
        for (const char* after : texts) {
            const FieldWords old = words(before), now = words(after);
            const auto change = old.change_to(now);
            EXPECT_EQ(change.gone.from, change.come.from);
            EXPECT_EQ(old.with(change.come.words, change.gone.from, change.gone.to), after)
                << before << " -> " << after;
            if (std::string(before) == after) {
                EXPECT_TRUE(change.gone.words.empty() && change.come.words.empty());
            }
        }
}

}  // namespace
}  // namespace candor::assistive
