#include "pack/page/form_words.h"

#include <gtest/gtest.h>

#include "screening/reading/load_questionnaire.h"

namespace candor::pack {
namespace {

screening::Questionnaire saying(const std::string& markdown, const std::string& more = {}) {
    auto loaded = screening::load_questionnaire(
        R"({"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"a","type":"display",)" +
            more +
            R"("text":"plain","_text":{"extension":[{"url":)"
            R"("http://hl7.org/fhir/StructureDefinition/rendering-markdown",)"
            R"("valueMarkdown":")" +
            markdown + "\"}]}}]}",
        "form.json");
    for (const auto& finding : loaded.findings)
        if (finding.severity == base::Severity::error) ADD_FAILURE() << base::to_line(finding);
    return std::move(loaded.questionnaire).value();
}

std::string shown(const std::string& markdown, const std::string& more = {}) {
    const auto form = saying(markdown, more);
    const FormWords words(form);
    const auto* blocks = words.text_of(form.items.front(), "en");
    std::string out;
    if (blocks == nullptr) return "plain";
    for (const auto& block : *blocks) {
        out += std::to_string(block.body.index()) + ":";
        if (const auto* prose = std::get_if<Prose>(&block.body))
            for (const auto& run : prose->text) out += run.text;
        else
            out += plain_text(block);
        out += "|";
    }
    return out;
}

std::string told(const std::string& markdown) {
    std::string codes;
    for (const auto& finding : form_words_findings(saying(markdown), "form.json"))
        codes += finding.code + "@" + finding.file;
    return codes;
}

}  // namespace

TEST(FormWords, are_headings_paragraphs_and_lists) {
    EXPECT_EQ(shown("# Title\\n\\nOne **two**\\n\\n- a\\n- b"), "0:Title|1:One two|2:a\nb|");
    EXPECT_EQ(shown("one\\ntwo  \\nthree"), "1:one two\nthree|") << "a line end is a blank";
    EXPECT_EQ(told("# Title\\n\\n- a"), "");
}

TEST(FormWords, begin_with_their_prefix) {
    const std::string prefix = R"~("prefix":"1)",)~";
    EXPECT_EQ(shown("**One**", prefix), "1:1) One|");
    EXPECT_EQ(shown("- a", prefix), "1:1)|2:a|");
    EXPECT_EQ(shown("# One\\n\\nMore", prefix), "0:1) One|1:More|");
    const std::string words = R"~("prefix":"Part B, for everyone:",)~";
    EXPECT_EQ(shown("**One**", words), "1:One|") << "such a prefix stands on a line of its own";
}

TEST(FormWords, of_a_question_with_its_number_are_no_list) {
    EXPECT_EQ(shown("5. How *often*?"), "1:5. How often?|");
    EXPECT_EQ(shown("1. one\\n2. two"), "2:one\ntwo|");
}

TEST(FormWords, keep_the_words_of_what_a_form_does_not_show_and_tell_it) {
    EXPECT_EQ(shown("> quoted"), "1:quoted|");
    EXPECT_EQ(told("> quoted"), "form-markdown@form.json");
    EXPECT_EQ(shown("```\\ncode\\n```"), "1:code|");
    EXPECT_EQ(shown("![x](y.png) and"), "1:x and|");
    EXPECT_EQ(shown("| a | b |\\n|---|---|\\n| c | d |"), "1:a|1:b|1:c|1:d|");
    EXPECT_EQ(told("[x][1]\\n\\n[1]: https://x.org"), "form-markdown@form.json");
}

TEST(FormWords, that_are_too_long_or_too_deep_are_shown_plainly) {
    EXPECT_EQ(shown(std::string(30'000, 'x') + " **b**"), "plain");
    std::string deep;
    for (int i = 0; i < 40; ++i) deep += "> ";
    EXPECT_EQ(shown(deep + "x"), "plain");
    EXPECT_EQ(told(deep + "x"), "form-markdown@form.json");
}

}  // namespace candor::pack
