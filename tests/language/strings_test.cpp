#include "language/strings.h"

#include "scratch.h"

namespace candor::language {
namespace {

/// Words in a language that ships.
Strings strings(const std::string& language, std::string_view yaml) {
    const Scratch scratch;
    auto loaded = Strings::load(scratch.write("strings.yaml", yaml), shipped_rules(language));
    if (!loaded) ADD_FAILURE() << loaded.error().detail;
    return std::move(loaded).value_or(Strings());
}

/// Words in a language of these rules.
Strings strings_by(const Rules& rules, Strings::Texts texts) {
    return {std::move(texts), std::make_shared<const Rules>(rules)};
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
    Rules rules = *shipped_rules("ar");
    rules.digits = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
    rules.decimal = "٫";
    EXPECT_EQ(strings_by(rules, {}).number("-3"), "\u2066−٣\u2069") << "the sign keeps its side";
    rules.right_to_left = false;
    const Strings words = strings_by(rules, {});
    EXPECT_EQ(words.number("10.9"), "١٠٫٩");
    EXPECT_EQ(words.number("-3"), "−٣");
    EXPECT_EQ(words.number("07:30"), "٠٧:٣٠");
    EXPECT_EQ(words.number(""), "");
}

TEST(Strings, words_of_the_rules_have_keys) {
    const Strings words = strings("tr", "brand: \"Candor\"\n");
    EXPECT_EQ(words("language.name"), "Türkçe");
    EXPECT_EQ(words("month.1"), "Ocak");
    EXPECT_EQ(words("month.12"), "Aralık");
    EXPECT_EQ(words("month.13"), "<month.13>");
    EXPECT_EQ(words("number.decimal"), ",");
    EXPECT_EQ(words("date.month-year", {{"month", "Mayıs"}, {"year", "1984"}}), "Mayıs 1984");
    EXPECT_EQ(words.all().size(), 1U) << "a file's own words are told apart";
}

TEST(Strings, other_languages_are_named) {
    Strings words = strings("en", "brand: \"Candor\"\n");
    EXPECT_FALSE(words.has("language.fr"));
    words.name_language("fr", "Français");
    EXPECT_EQ(words("language.fr"), "Français");
}

TEST(Strings, gaps_are_filled_with_english_a_plural_as_a_whole) {
    const Strings english =
        strings("en",
                "a: \"A\"\nb: \"B\"\np.one: \"{n} p\"\np.other: \"{n} ps\"\nq.one: \"q\"\n"
                "q.other: \"qs\"\n");
    Strings words = strings("de", "b: \"Be\"\nq.one: \"Ku\"\np.other: \"{n} Pe\"\n");
    words.fill_gaps(english);
    EXPECT_EQ(words("a"), "A");
    EXPECT_EQ(words("b"), "Be");
    EXPECT_EQ(words.plural("p", 1), "1 Pe") << "not one form in each language";
    EXPECT_EQ(words.plural("q", 1), "q");
    EXPECT_EQ(words.plural("q", 2), "qs");
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
    const auto loaded = Strings::load("/nonexistent/en.yaml", shipped_rules("en"));
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, base::FaultKind::not_found);
}

TEST(Strings, foreign_text_is_kept_together_where_words_run_from_right_to_left) {
    const Strings arabic = strings("ar", "at: x\n");
    EXPECT_EQ(arabic.left_to_right("0212 55"),
              "\u2066"
              "0212 55"
              "\u2069");
    EXPECT_EQ(arabic.isolated("Ada"),
              "\u2068"
              "Ada"
              "\u2069");
    EXPECT_EQ(arabic.left_to_right(""), "");
    EXPECT_EQ(arabic.isolated(""), "");
    const Strings english = strings("en", "at: x\n");
    EXPECT_EQ(english.left_to_right("0212 55"), "0212 55");
    EXPECT_EQ(english.isolated("Ada"), "Ada");
}

TEST(Strings, broken_file_is_a_fault_that_names_its_line) {
    const Scratch scratch;
    const auto file = scratch.write("en.yaml", "brand: \"Candor\"\nat: [open\nmore: }\n");
    const auto loaded = Strings::load(file, shipped_rules("en"));
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, base::FaultKind::wrong_format);
    EXPECT_EQ(loaded.error().where.rfind(file.string() + ":", 0), 0U);
}

TEST(Strings, file_of_another_shape_is_a_fault) {
    for (const char* yaml :
         {"- a\n- b\n", "home:\n  title: x\n", "only words\n", "a:\n", "a: 1\na: 2\n"}) {
        const Scratch scratch;
        const auto loaded = Strings::load(scratch.write("en.yaml", yaml), shipped_rules("en"));
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
                const std::string form = std::string(words.rules().plural.category(n));
                EXPECT_TRUE(words.has(stem + "." + form))
                    << entry.path() << ": " << stem << "." << form;
            }
        }
    }
}

}  // namespace
}  // namespace candor::language
