#include "text/printed_pages.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/scratch_folder.h"
#include "pdf_text.h"
#include "text/fonts.h"

namespace candor::text {
namespace {

class PrintedPages : public testing::Test {
  protected:
    std::string pdf(const std::vector<PrintedText>& texts,
                    Direction direction = Direction::left_to_right) {
        return printed_pages(*fonts, texts, direction, "Foot").value();
    }
    std::string read(const std::string& bytes) const {
        const auto file = folder.path() / "page.pdf";
        std::ofstream(file) << bytes;
        return pdf_text(file);
    }

    base::ScratchFolder folder = base::ScratchFolder::in_temp("candor-pages").value();
    std::unique_ptr<Fonts> fonts = Fonts::create().value();
};

PrintedText item(const std::string& words, const std::string& beside = {}) {
    PrintedText text;
    text.words = words;
    text.mark = "\u2022";
    text.two_columns = !beside.empty();
    text.beside = beside;
    return text;
}

TEST_F(PrintedPages, both_columns_and_the_mark_are_there) {
    const std::string text = read(pdf({item("Does it hurt?", "Tut es weh?")}));
    EXPECT_TRUE(text.starts_with("1\n")) << text;
    for (const char* words : {"Doesithurt?", "Tutesweh?", "Foot"})
        EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
}

TEST_F(PrintedPages, long_column_goes_on_over_pages_and_loses_nothing) {
    std::string words;
    for (int i = 0; i < 1500; ++i) words += "word" + std::to_string(i) + " ";
    const std::string text = read(pdf({item(words, "short")}));
    EXPECT_GE(std::stoi(text), 2);
    for (const char* part : {"word0word1", "word1499", "short"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
}

TEST_F(PrintedPages, paragraph_of_a_language_alone_leaves_the_other_column_empty) {
    PrintedText text = item("Only here");
    text.two_columns = true;
    EXPECT_NE(read(pdf({text})).find("Onlyhere"), std::string::npos);
    EXPECT_EQ(std::stoi(read(pdf({PrintedText{}}))), 1);
}

std::vector<PrintedText> small_print(int count, bool in_columns) {
    std::vector<PrintedText> texts;
    for (int i = 0; i < count; ++i) {
        PrintedText text = item("source" + std::to_string(i) + " of a journal");
        text.in_columns = in_columns;
        texts.push_back(std::move(text));
    }
    return texts;
}

TEST_F(PrintedPages, small_print_stands_in_two_columns_and_loses_nothing) {
    for (const int count : {1, 2, 7, 60, 150}) {
        const std::string text = read(pdf(small_print(count, true)));
        for (int i = 0; i < count; ++i)
            EXPECT_NE(text.find("source" + std::to_string(i) + "of"), std::string::npos) << i;
        const int one = std::stoi(read(pdf(small_print(count, false))));
        EXPECT_EQ(std::stoi(text), (one + 1) / 2) << count;
    }
}

TEST_F(PrintedPages, small_print_higher_than_a_page_is_parted) {
    std::string words;
    for (int i = 0; i < 2000; ++i) words += "word" + std::to_string(i) + " ";
    PrintedText text = item(words);
    text.in_columns = true;
    const std::string pages = read(pdf({item("before"), text, item("after")}));
    for (const char* part : {"before", "word0word1", "word1999", "after"})
        EXPECT_NE(pages.find(part), std::string::npos) << part;
}

TEST_F(PrintedPages, what_is_a_little_too_long_is_put_on_one_page_and_what_is_too_long_is_not) {
    const auto pages = [&](int count, Fit fit) {
        const auto texts = small_print(count, false);
        const auto bytes =
            printed_pages(*fonts, texts, Direction::left_to_right, "Foot", fit).value();
        return std::stoi(read(bytes));
    };
    int fits = 1;
    while (pages(fits + 1, Fit::as_it_is) == 1) ++fits;
    EXPECT_EQ(pages(fits + 2, Fit::as_it_is), 2);
    EXPECT_EQ(pages(fits + 2, Fit::one_page), 1);
    const auto twice = small_print(2 * fits, false);
    EXPECT_EQ(printed_pages(*fonts, twice, Direction::left_to_right, "Foot", Fit::one_page)->size(),
              pdf(twice).size())
        << "nothing is made smaller in vain";
}

TEST_F(PrintedPages, right_to_left_page_is_one_too) {
    EXPECT_EQ(std::stoi(read(
                  pdf({item("ما هي الأسئلة؟", "What does it cost?")}, Direction::right_to_left))),
              1);
}

}  // namespace
}  // namespace candor::text
