#include "pack/search/snippet.h"

#include <gtest/gtest.h>

namespace candor::pack {
namespace {

std::vector<std::string> words_of(const Snippet& snippet) {
    std::vector<std::string> out;
    for (const auto& [begin, end] : snippet.matches)
        out.push_back(snippet.text.substr(begin, end - begin));
    return out;
}

}  // namespace

TEST(Snippet, line_with_most_of_the_words_is_shown) {
    const auto snippet = make_snippet("One hair.\nTwo hair roots.\nThree.", {{"hair"}, {"root"}});
    EXPECT_EQ(snippet.text, "Two hair roots.");
    EXPECT_EQ(words_of(snippet), (std::vector<std::string>{"hair", "roots"}));
}

TEST(Snippet, long_line_is_cut_at_words_around_the_match) {
    std::string line;
    for (int i = 0; i < 100; ++i) line += "éèü ";
    line += "scalp.";
    for (int i = 0; i < 100; ++i) line += " ßßß";
    const auto snippet = make_snippet(line, {{"scalp"}});
    EXPECT_LE(snippet.text.size(), 160U + 6U);
    EXPECT_TRUE(snippet.text.starts_with("…éèü "));
    EXPECT_TRUE(snippet.text.ends_with(" ßßß…"));
    EXPECT_EQ(words_of(snippet), std::vector<std::string>{"scalp"});
}

TEST(Snippet, whole_word_does_not_match_a_longer_one) {
    EXPECT_TRUE(make_snippet("Scalps", {{"scalp", false}}).matches.empty());
    EXPECT_EQ(make_snippet("Scalps", {{"scalp", true}}).matches.size(), 1U);
}

TEST(Snippet, words_that_are_not_there_show_the_start) {
    const auto snippet = make_snippet("One.\nTwo.", {{"three"}});
    EXPECT_EQ(snippet.text, "One.");
    EXPECT_TRUE(snippet.matches.empty());
    EXPECT_EQ(make_snippet("", {{"a"}}).text, "");
}

TEST(Snippet, word_longer_than_a_snippet_is_shown_whole) {
    const std::string word(500, 'a');
    EXPECT_EQ(make_snippet(word, {{"a"}}).text, word);
}

}  // namespace candor::pack
