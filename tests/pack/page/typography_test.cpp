#include "pack/page/typography.h"

#include <gtest/gtest.h>

namespace candor::pack {
namespace {

std::string curled(const std::string& words) {
    Page page;
    page.title = words;
    set_english_quotes(page);
    return page.title;
}

}  // namespace

TEST(Quotes, open_behind_every_kind_of_space_and_dash) {
    for (const char* before :
         {" ", "\u00A0", "\u202F", "\u2009", "\u200B", "—", "–", "-", "(", "[", "/", "\u2212", "¿"})
        EXPECT_EQ(curled(std::string("a") + before + "\"b\" c"),
                  std::string("a") + before + "“b” c");
}

TEST(Quotes, close_behind_letters_of_every_script) {
    for (const char* letter : {"e", "é", "ß", "ş", "я", "ب"})
        EXPECT_EQ(curled(std::string("\"") + letter + "\"—and"),
                  std::string("“") + letter + "”—and");
    EXPECT_EQ(curled("Café's, Zoë's, été d'été"), "Café’s, Zoë’s, été d’été");
}

TEST(Quotes, single_ones_come_in_pairs_or_leave_something_out) {
    EXPECT_EQ(curled("She wrote: 'single quoted words' in it"),
              "She wrote: ‘single quoted words’ in it");
    EXPECT_EQ(curled("\"nested 'inner' words\""), "“nested ‘inner’ words”");
    EXPECT_EQ(curled("the '90s, rock 'n' roll, 'tis so, the 90's, the dogs' bowl"),
              "the ’90s, rock ’n’ roll, ’tis so, the 90’s, the dogs’ bowl");
    EXPECT_EQ(curled("He said 'no.' Then"), "He said ‘no.’ Then");
}

TEST(Quotes, that_nobody_can_tell_stay_straight) {
    for (const char* words : {"a 5\" scar, 6'2\" tall", "' it", "\""})
        EXPECT_EQ(curled(words), words);
}

TEST(Quotes, go_through_runs_of_another_look) {
    Page page;
    page.blocks.push_back({1, Prose{{{.text = "\""},
                                     {.text = "italic", .italic = true},
                                     {.text = "\" and "},
                                     {.text = "Bold", .bold = true},
                                     {.text = "'s \"end"},
                                     {.link = LinkKind::source, .target = "a"},
                                     {.text = "\""}}}});
    set_english_quotes(page);
    EXPECT_EQ(plain_text(std::get<Prose>(page.blocks[0].body).text), "“italic” and Bold’s “end”");
}

}  // namespace candor::pack
