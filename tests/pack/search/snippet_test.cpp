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

Snippet snippet_of(const std::string& shown, const std::vector<WantedWord>& wanted) {
    return make_snippet(shown, wanted, WordForms("en"));
}

}  // namespace

TEST(Snippet, line_with_most_of_the_words_is_shown) {
    const auto snippet =
        snippet_of("One hair.\nTwo hair roots.\nThree.", {{"hair", true, {}}, {"root", true, {}}});
    EXPECT_EQ(snippet.text, "Two hair roots.");
    EXPECT_EQ(words_of(snippet), (std::vector<std::string>{"hair", "roots"}));
}

TEST(Snippet, long_line_is_cut_at_words_around_the_match) {
    std::string line;
    for (int i = 0; i < 100; ++i) line += "éèü ";
    line += "scalp.";
    for (int i = 0; i < 100; ++i) line += " ßßß";
    const auto snippet = snippet_of(line, {{"scalp", true, {}}});
    EXPECT_LE(snippet.text.size(), 160U + 6U);
    EXPECT_TRUE(snippet.text.starts_with("…éèü "));
    EXPECT_TRUE(snippet.text.ends_with(" ßßß…"));
    EXPECT_EQ(words_of(snippet), std::vector<std::string>{"scalp"});
}

TEST(Snippet, whole_word_does_not_match_a_longer_one) {
    EXPECT_TRUE(snippet_of("Scalps", {{"scalp", false, {}}}).matches.empty());
    EXPECT_EQ(snippet_of("Scalps", {{"scalp", true, {}}}).matches.size(), 1U);
}

TEST(Snippet, words_that_are_not_there_show_the_start) {
    const auto snippet = snippet_of("One.\nTwo.", {{"three", true, {}}});
    EXPECT_EQ(snippet.text, "One.");
    EXPECT_TRUE(snippet.matches.empty());
    EXPECT_EQ(snippet_of("", {{"a", true, {}}}).text, "");
}

TEST(Snippet, word_longer_than_a_snippet_is_shown_whole) {
    const std::string word(500, 'a');
    EXPECT_EQ(snippet_of(word, {{"a", true, {}}}).text, word);
}

}  // namespace candor::pack
