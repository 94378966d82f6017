#include "ui/edited_text.h"

#include <gtest/gtest.h>

namespace candor::ui {
namespace {

using Kind = Edit::Kind;

class Pocket final : public Clipboard {
  public:
    std::string get() override { return text; }
    void set(const std::string& fresh) override { text = fresh; }
    std::string text;
};

class EditedTextTest : public testing::Test {
  protected:
    bool edits(const Edit& edit, Lines lines = Lines::one) {
        return apply(field, edit, lines, pocket);
    }
    void types(const std::string& text, Lines lines = Lines::one) {
        edits({Kind::type, text, 0, false}, lines);
    }
    void selects(std::size_t from, std::size_t to) {
        edits({Kind::place, {}, from, false});
        edits({Kind::place, {}, to, true});
    }

    EditedText field{24};
    Pocket pocket;
};

TEST_F(EditedTextTest, typing_replaces_what_is_selected) {
    types("Marta Lopez");
    selects(0, 5);
    EXPECT_EQ(field.selection(), "Marta");
    types("Ana");
    EXPECT_EQ(field.text.view(), "Ana Lopez");
    EXPECT_EQ(field.caret, 3U);
    EXPECT_EQ(field.anchor, 3U);
}

TEST_F(EditedTextTest, what_did_not_fit_is_told_until_something_else_is_done) {
    types(std::string(24, 'a'));
    EXPECT_FALSE(field.full) << "it fits";
    types("b");
    EXPECT_TRUE(field.full);
    edits({Kind::erase_before});
    EXPECT_FALSE(field.full);
    pocket.text = "long words from elsewhere, too long";
    edits({Kind::paste});
    EXPECT_TRUE(field.full);
    types("b");
    EXPECT_FALSE(field.full);
    types("b");
    field.clear();
    EXPECT_FALSE(field.full);
}

TEST_F(EditedTextTest, what_does_not_fit_leaves_the_text_and_the_selection_alone) {
    types("0123456789012345678901");
    selects(0, 1);
    EXPECT_FALSE(edits({Kind::type, "abcdefgh", 0, false}));
    EXPECT_EQ(field.text.view(), "0123456789012345678901");
    EXPECT_EQ(field.selection(), "0");
}

TEST_F(EditedTextTest, backspace_takes_a_letter_with_its_marks) {
    types("ae\u0301");  // e and a combining acute
    edits({Kind::erase_before});
    EXPECT_EQ(field.text.view(), "a");
    field.clear();
    types("ş");
    edits({Kind::erase_before});
    EXPECT_TRUE(field.text.empty());
}

TEST_F(EditedTextTest, arrow_leaves_a_selection_at_its_end) {
    types("abcdef");
    selects(4, 1);
    edits({Kind::right});
    EXPECT_EQ(field.caret, 4U);
    EXPECT_EQ(field.selection(), "");
    selects(4, 1);
    edits({Kind::left});
    EXPECT_EQ(field.caret, 1U);
}

TEST_F(EditedTextTest, shift_and_arrows_select_by_words) {
    types("best on Friday");
    edits({Kind::word_left, {}, 0, true});
    EXPECT_EQ(field.selection(), "Friday");
    edits({Kind::word_left, {}, 0, true});
    EXPECT_EQ(field.selection(), "on Friday");
}

TEST_F(EditedTextTest, cut_and_paste_move_a_word) {
    types("one two");
    selects(0, 4);
    EXPECT_TRUE(edits({Kind::cut}));
    EXPECT_EQ(field.text.view(), "two");
    EXPECT_EQ(pocket.text, "one ");
    edits({Kind::place, {}, 3, false});
    EXPECT_TRUE(edits({Kind::paste}));
    EXPECT_EQ(field.text.view(), "twoone ");
}

TEST_F(EditedTextTest, copy_of_nothing_keeps_the_clipboard) {
    pocket.text = "kept";
    types("abc");
    EXPECT_FALSE(edits({Kind::copy}));
    EXPECT_EQ(pocket.text, "kept");
}

TEST_F(EditedTextTest, one_line_takes_breaks_as_spaces_and_many_keep_them) {
    types("a\r\nb\x07");
    EXPECT_EQ(field.text.view(), "a b");
    field.clear();
    types("a\r\nb", Lines::many);
    EXPECT_EQ(field.text.view(), "a\nb");
}

}  // namespace
}  // namespace candor::ui
