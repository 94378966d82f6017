#include "pack/translation/units.h"

#include <gtest/gtest.h>

namespace candor::pack {
namespace {

constexpr const char* kPage =
    "---\ntitle: First\nshort: \"f: x\"\n---\n"
    "Words **of** a\nparagraph. [](source:one)\n\n"
    "## A heading\n\n"
    "- one\n  goes on\n- two\n\n1. three\n\n"
    "| A | B |\n|---|---|\n| a \\| b | c |\n\n"
    "> [!CAUTION] Careful\n> in a box\n> and more\n\n"
    "hard  \nbreak\n\n"
    "```steps\n- title: Step one\n  image: images/a.svg\n  text: \"Say \\\"x\\\".\"\n```\n\n"
    "![alt](images/x.svg \"caption\")\n";

std::string listing_of(const std::vector<Unit>& units) {
    std::string out;
    for (const auto& unit : units)
        out += unit.kind + ":" + std::to_string(unit.line) + "=" + unit.text + "\n";
    return out;
}

}  // namespace

TEST(Units, are_the_texts_of_a_page_in_order) {
    EXPECT_EQ(listing_of(units_of_page(kPage)),
              "title:2=First\nshort:3=f: x\n"
              "paragraph:5=Words **of** a paragraph. [](source:one)\nheading:8=A heading\n"
              "item:10=one goes on\nitem:12=two\nitem:14=three\n"
              "cell:16=A\ncell:16=B\ncell:18=a \\| b\ncell:18=c\n"
              "box heading:20=Careful\nbox:21=in a box and more\n"
              "paragraph:24=hard\nbreak\n"
              "steps.0.title:28=Step one\nsteps.0.text:30=Say \"x\".\n"
              "paragraph:33=![alt](images/x.svg \"caption\")\n");
}

TEST(Units, of_blocks_are_words_and_neither_days_nor_what_is_shown) {
    EXPECT_EQ(listing_of(units_of_page("```course\ndays:\n- day: 7-10\n  usual: Crusts\n"
                                       "  blank: nobody-knows\ncall-now: [pain grows]\n```\n\n"
                                       "```sequence\nshow: roll\n```\n")),
              "course.days.0.usual:4=Crusts\ncourse.call-now.0:6=pain grows\n");
}

TEST(Units, that_are_not_changed_leave_every_byte) {
    const auto units = units_of_page(kPage);
    EXPECT_EQ(with_words(kPage, units, std::vector<std::string>(units.size())), kPage);
    std::vector<std::string> same;
    for (const auto& unit : units) same.push_back(unit.text);
    EXPECT_EQ(with_words(kPage, units, same), kPage);
}

/// Each text is replaced alone, and is read back as it was given.
TEST(Units, that_are_changed_are_read_back_and_leave_all_others) {
    const auto units = units_of_page(kPage);
    for (std::size_t i = 0; i < units.size(); ++i) {
        std::vector<std::string> words(units.size());
        words[i] = units[i].is_value ? "Neu: \"eins\" \\ #1 ç" : "Neu **eins** ç";
        const auto after = units_of_page(with_words(kPage, units, words));
        ASSERT_EQ(after.size(), units.size()) << units[i].kind;
        for (std::size_t j = 0; j < units.size(); ++j)
            EXPECT_EQ(after[j].text, j == i ? words[i] : units[j].text) << units[i].kind;
    }
}

TEST(Units, hard_break_stays_one) {
    const auto units = units_of_page("> a  \n> b\n");
    ASSERT_EQ(units.size(), 1U);
    EXPECT_EQ(units[0].text, "a\nb");
    EXPECT_EQ(with_words("> a  \n> b\n", units, {"c\nd"}), "> c  \n> d\n");
}

/// A year at the start of a line is no item, as for CommonMark.
TEST(Units, numbers_at_the_start_of_a_line_go_on_with_the_words) {
    EXPECT_EQ(
        listing_of(units_of_page("since\n2007. Then\n\n- in\n  2023. It\n- b\n\n1. c\n2. d\n")),
        "paragraph:1=since 2007. Then\nitem:4=in 2023. It\nitem:6=b\nitem:8=c\nitem:9=d\n");
}

TEST(Units, of_pages_that_are_none_are_few_and_safe) {
    for (const char* page : {"", "---", "---\ntitle: [\n---\n", "```", "|", ">", "> [!", "-", "1.",
                             "#", "```steps\n- {a: b", "\n\n\n", "---\n"})
        EXPECT_LE(units_of_page(page).size(), 1U) << page;
}

}  // namespace candor::pack
