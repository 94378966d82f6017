#include "ui/strings.h"

#include <gtest/gtest.h>

#include "scratch_file.h"

namespace candor::ui {
namespace {

Strings strings(const std::string& language, std::string_view yaml) {
    auto loaded = Strings::load(scratch_file(language + ".yaml", yaml));
    if (!loaded) ADD_FAILURE() << loaded.error().detail;
    return std::move(loaded).value_or(Strings());
}

TEST(Strings, words_without_fillers_are_given_as_they_are) {
    const Strings words = strings("en", "brand: \"Candor\"\nquote: \"“é”\"\n");
    EXPECT_EQ(words("brand"), "Candor");
    EXPECT_EQ(words("quote"), "“é”");
    EXPECT_EQ(words.language(), "en");
    EXPECT_FALSE(words.right_to_left());
}

TEST(Strings, fillers_are_filled_in_everywhere) {
    const Strings words = strings("en", "at: \"{n} of {of}, again {n}\"\n");
    EXPECT_EQ(words("at", {{"n", "3"}, {"of", "7"}}), "3 of 7, again 3");
}

TEST(Strings, filler_that_is_empty_or_holds_its_own_name_ends) {
    const Strings words = strings("en", "at: \"[{name}]\"\n");
    EXPECT_EQ(words("at", {{"name", ""}}), "[]");
    EXPECT_EQ(words("at", {{"name", "{name}"}}), "[{name}]");
}

TEST(Strings, number_has_the_languages_digits_and_signs) {
    const std::string words =
        "number.digits: \"٠١٢٣٤٥٦٧٨٩\"\nnumber.decimal: \"٫\"\nnumber.minus: \"−\"\n";
    EXPECT_EQ(strings("fa", words).number("10.9"), "١٠٫٩");
    EXPECT_EQ(strings("fa", words).number("-3"), "−٣");
    EXPECT_EQ(strings("fa", words).number("07:30"), "٠٧:٣٠");
    EXPECT_EQ(strings("fa", words).number(""), "");
    EXPECT_EQ(strings("ar", words).number("-3"), "\u2066−٣\u2069") << "the sign keeps its side";
}

TEST(Strings, missing_key_is_shown) {
    const Strings words = strings("en", "brand: \"Candor\"\n");
    EXPECT_EQ(words("no.such.key"), "<no.such.key>");
    EXPECT_FALSE(words.has("no.such.key"));
    EXPECT_EQ(words.plural("no.such", 2), "<no.such.other>");
}

TEST(Strings, english_has_one_and_other) {
    const Strings words = strings("en", "page.one: \"{n} page\"\npage.other: \"{n} pages\"\n");
    EXPECT_EQ(words.plural("page", 0), "0 pages");
    EXPECT_EQ(words.plural("page", 1), "1 page");
    EXPECT_EQ(words.plural("page", 2), "2 pages");
    EXPECT_EQ(words.plural("page", 101), "101 pages");
}

TEST(Strings, arabic_has_the_six_forms_of_cldr) {
    EXPECT_EQ(plural_category("ar", 0), "zero");
    EXPECT_EQ(plural_category("ar", 1), "one");
    EXPECT_EQ(plural_category("ar", 2), "two");
    for (const int n : {3, 10, 103, 110, 1003}) EXPECT_EQ(plural_category("ar", n), "few") << n;
    for (const int n : {11, 26, 99, 111, 199, 1011})
        EXPECT_EQ(plural_category("ar", n), "many") << n;
    for (const int n : {100, 101, 102, 200, 202, 1000})
        EXPECT_EQ(plural_category("ar", n), "other") << n;
}

TEST(Strings, form_that_a_language_lacks_falls_back_to_other) {
    const Strings words = strings("ar", "page.one: \"one\"\npage.other: \"{n}\"\n");
    EXPECT_EQ(words.plural("page", 1), "one");
    EXPECT_EQ(words.plural("page", 2), "2");
    EXPECT_EQ(words.plural("page", 5), "5");
}

TEST(Strings, arabic_is_written_from_the_right) {
    EXPECT_TRUE(strings("ar", "brand: \"Candor\"\n").right_to_left());
}

TEST(Strings, file_that_is_not_there_is_a_fault) {
    const auto loaded = Strings::load("/nonexistent/en.yaml");
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, base::FaultKind::not_found);
}

TEST(Strings, broken_file_is_a_fault_that_names_its_line) {
    const auto file = scratch_file("en.yaml", "brand: \"Candor\"\nat: [open\nmore: }\n");
    const auto loaded = Strings::load(file);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, base::FaultKind::wrong_format);
    EXPECT_EQ(loaded.error().where.rfind(file.string() + ":", 0), 0U);
}

TEST(Strings, file_of_another_shape_is_a_fault) {
    for (const char* yaml :
         {"- a\n- b\n", "home:\n  title: x\n", "only words\n", "a:\n", "a: 1\na: 2\n"}) {
        const auto loaded = Strings::load(scratch_file("en.yaml", yaml));
        ASSERT_FALSE(loaded) << yaml;
        EXPECT_EQ(loaded.error().kind, base::FaultKind::wrong_format);
    }
}

TEST(Strings, shipped_words_hold_every_plural_form_of_their_language) {
    for (const auto& entry : std::filesystem::directory_iterator(assets() / "strings")) {
        const auto words = Strings::load(entry.path()).value();
        for (const auto& [key, text] : words.all()) {
            EXPECT_FALSE(text.empty()) << key;
            if (!key.ends_with(".other")) continue;
            const std::string stem = key.substr(0, key.size() - 6);
            if (!words.has(stem + ".one")) continue;  // "fault.other" is no plural
            for (int n = 0; n < 120; ++n) {
                const std::string form = std::string(plural_category(words.language(), n));
                EXPECT_TRUE(words.has(stem + "." + form))
                    << entry.path() << ": " << stem << "." << form;
            }
        }
    }
}

}  // namespace
}  // namespace candor::ui
