#include "made_up_language.h"

#include "scratch.h"

namespace candor::testing_language {
namespace {

/// The words that a tour's file of one line has beside these English ones.
std::vector<std::string> found(const std::string& shown) {
    const language::Scratch scratch;
    const auto english = scratch.write(
        "en.yaml", "top.finish: \"Finish\"\nat: \"{n} of {of}, {pack}\"\nat.page: \"Page {n}\"\n");
    scratch.write("tour/01-home.txt", "screen home\nbutton \"" + shown + "\" [1,2 3x4]\n");
    return not_made_up(scratch.path() / "tour", english);
}

TEST(MadeUp, is_arabic_letters_and_keeps_fillers) {
    EXPECT_EQ(made_up("Page {n}"), "پاغى {n}");
    EXPECT_EQ(made_up("12 + {of}"), "12 + {of}");
}

TEST(MadeUp, walk_finds_english_keys_and_empty_fillers) {
    EXPECT_TRUE(found(made_up("Finish")).empty());
    EXPECT_TRUE(found("Finishing").empty());
    EXPECT_EQ(found("Finish").size(), 1U);
    EXPECT_EQ(found("Page 7").size(), 1U);
    EXPECT_EQ(found("<top.finish>").size(), 1U);
    EXPECT_EQ(found(made_up("Page") + " {n}").size(), 1U);
}

}  // namespace
}  // namespace candor::testing_language
