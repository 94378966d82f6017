#include "screening/model/regex.h"

#include "form.h"

namespace candor::screening {
namespace {

std::shared_ptr<const Regex> compiled(const std::string& source) {
    std::string why;
    return Regex::compile(source, why);
}

std::string with_regex(const std::string& type, const std::string& source) {
    return "- {linkId: x, type: " + type + ", text: X, extension: [" +
           extension_of("regex", "valueString: '" + source + "'") + "]}\n";
}

}  // namespace

TEST(Regexes, match_the_whole_answer) {
    const auto postcode = compiled("[A-Z]{2}[0-9]{2}|[0-9]{5}");
    ASSERT_TRUE(postcode);
    EXPECT_TRUE(postcode->matches("AB12"));
    EXPECT_TRUE(postcode->matches("12345"));
    EXPECT_FALSE(postcode->matches("12345 "));
    EXPECT_FALSE(postcode->matches("xAB12"));
    EXPECT_FALSE(postcode->matches("AB12\n"));
}

TEST(Regexes, anchors_change_nothing) {
    EXPECT_TRUE(compiled("^[0-9]+$")->matches("42"));
    EXPECT_FALSE(compiled("^[0-9]+$")->matches("42a"));
}

TEST(Regexes, know_the_letters_of_all_languages) {
    EXPECT_TRUE(compiled("\\p{L}{3}")->matches("şöü"));
    EXPECT_TRUE(compiled("[\\p{L} '-]{1,60}")->matches("Ömer O'Neill"));
}

TEST(Regexes, that_would_run_away_elsewhere_answer_at_once) {
    const auto hostile = compiled("(a+)+$|(a|aa)+b|(.*)*x");
    ASSERT_TRUE(hostile);
    EXPECT_FALSE(hostile->matches(std::string(60'000, 'a') + "!"));
}

TEST(Regexes, that_cannot_be_bounded_are_refused_with_a_reason) {
    for (const char* wrong : {"(?=a)b", "(?<!a)b", "(a)\\1", "a{1001}", "(a{1000}){1000}", "[",
                              "a**", "\\p{Nothing}"}) {
        std::string why;
        EXPECT_FALSE(Regex::compile(wrong, why)) << wrong;
        EXPECT_FALSE(why.empty()) << wrong;
    }
    EXPECT_FALSE(compiled(std::string(5'000, 'a')));
}

TEST(Regexes, are_a_rule_for_texts_and_for_what_is_written) {
    EXPECT_EQ(codes_of(form(with_regex("string", "[0-9]{5}")), {std::string("1234")}),
              Ids{"no-match"});
    EXPECT_TRUE(codes_of(form(with_regex("string", "[0-9]{5}")), {std::string("12345")}).empty());
    EXPECT_EQ(codes_of(form(with_regex("integer", "[0-9]{2}")), {std::int64_t{7}}),
              Ids{"no-match"});
    EXPECT_EQ(codes_of(form(with_regex("url", "https://.*")), {Uri{"http://x"}}), Ids{"no-match"});
}

TEST(Regexes, bad_one_is_an_error_that_names_the_item) {
    const auto findings = findings_of(with_regex("string", "(x"));
    ASSERT_TRUE(has(findings, "bad-regex"));
    EXPECT_NE(findings[0].message.find("\"x\""), std::string::npos);
}

TEST(Regexes, without_a_text_to_match_are_ignored_with_a_warning) {
    EXPECT_TRUE(
        has(findings_of(with_regex("boolean", "x")), "ignored-extension", base::Severity::warning));
}

TEST(Regexes, hostile_ones_together_are_refused) {
    std::string items;
    for (int i = 0; i < 3'000; ++i)
        items += "- {linkId: x" + std::to_string(i) + ", type: string, text: X, extension: [" +
                 extension_of("regex", "valueString: '(\\pL{1,900}){1,1000}'") + "]}\n";
    EXPECT_TRUE(has(findings_of(items), "bad-regex"));
}

}  // namespace candor::screening
