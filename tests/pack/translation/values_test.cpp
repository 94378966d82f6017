#include "pack/translation/values.h"

#include <gtest/gtest.h>

namespace candor::pack {
namespace {

constexpr const char* kYaml =
    "id: x\n"
    "title: {en: \"One\", tr: Bir}   # a comment\n"
    "summary: {en: \"Two: x\"}\n"
    "word:\n"
    "  en: {term: Word, meaning: \"What is said.\"}\n"
    "note:\n"
    "  en: Small\n"
    "  de: Klein\n";

std::string with(const std::vector<std::string>& words, const std::string& language) {
    return with_translations(kYaml, localized_values(kYaml, "en", language), language, words);
}

}  // namespace

TEST(LocalizedValues, are_those_under_the_first_language) {
    std::string names;
    for (const auto& value : localized_values(kYaml, "en", "tr"))
        names += value.name + "=" + value.source.text +
                 (value.translation ? "/" + value.translation->text : "") + " ";
    EXPECT_EQ(names,
              "title=One/Bir summary=Two: x word.term=Word word.meaning=What is said. "
              "note=Small ");
}

TEST(LocalizedValues, untouched_leave_every_byte) {
    EXPECT_EQ(with({"", "", "", "", ""}, "tr"), kYaml);
    EXPECT_EQ(with({"Bir", "", "", "", ""}, "tr"), kYaml);
}

TEST(LocalizedValues, are_put_in_place_or_added_behind_their_source) {
    EXPECT_EQ(with({"İki", "Üç \"x\"", "Söz", "Denen.", "Az"}, "tr"),
              "id: x\n"
              "title: {en: \"One\", tr: \"İki\"}   # a comment\n"
              "summary: {en: \"Two: x\", tr: \"Üç \\\"x\\\"\"}\n"
              "word:\n"
              "  en: {term: Word, meaning: \"What is said.\"}\n"
              "  tr: {term: \"Söz\", meaning: \"Denen.\"}\n"
              "note:\n"
              "  en: Small\n"
              "  tr: \"Az\"\n"
              "  de: Klein\n");
    EXPECT_EQ(with({"", "", "Söz", "", ""}, "tr"), kYaml) << "half an entry is none";
}

}  // namespace candor::pack
