#include "screening/reading/markup.h"

#include "form.h"

namespace candor::screening {

TEST(Markup, words_are_left_without_their_marks) {
    EXPECT_EQ(without_markup("**Do** you *agree*?"), "Do you agree?");
    EXPECT_EQ(without_markup("# Terms\n[here](x) &amp; <b>now</b>"), "Terms\nhere & now");
    EXPECT_EQ(without_markup("2*3*4 < 5 and a * b * c"), "2*3*4 < 5 and a * b * c");
    EXPECT_EQ(without_markup("See <https://example.org/a>."), "See https://example.org/a.");
}

TEST(Markup, markdown_keeps_its_marks_and_loses_tags_and_links) {
    EXPECT_EQ(as_markdown("**Do** [you](x) <i>agree</i>?"), "**Do** you agree?");
    EXPECT_EQ(as_markdown("less than <5 or <your name>"), "less than \\<5 or \\<your name>");
    EXPECT_EQ(as_markdown("one<br/>two"), "one  \ntwo");
    EXPECT_EQ(with_hard_breaks("one\ntwo"), "one  \ntwo");
}

TEST(Markup, tags_and_links_are_told_and_marks_are_not) {
    EXPECT_TRUE(has_tags_or_links("<b>x</b>"));
    EXPECT_TRUE(has_tags_or_links("[x](y)"));
    EXPECT_TRUE(has_tags_or_links("<https://x.org>"));
    EXPECT_FALSE(has_tags_or_links("**x** and a < b & c [sic]"));
    EXPECT_TRUE(has(findings_of("- {linkId: a, type: display, text: \"[x](y)\"}\n"), "markup",
                    base::Severity::advice));
    EXPECT_FALSE(has(findings_of("- {linkId: a, type: display, text: \"**x**\"}\n"), "markup",
                     base::Severity::advice));
}

TEST(Markup, xhtml_is_set_aside_with_advice) {
    EXPECT_TRUE(has(findings_of("- {linkId: a, type: display, text: x, _text: {extension: [{url: "
                                "\"http://hl7.org/fhir/StructureDefinition/rendering-xhtml\", "
                                "valueString: \"<b>x</b>\"}]}}\n"),
                    "ignored-extension", base::Severity::advice));
}

TEST(Markup, a_text_that_is_there_as_markdown_alone_is_read) {
    const auto q = form(
        "- {linkId: a, type: display, _text: {extension: [{url: "
        "\"http://hl7.org/fhir/StructureDefinition/rendering-markdown\", valueMarkdown: "
        "\"**Now**\"}, {url: \"http://hl7.org/fhir/StructureDefinition/translation\", extension: "
        "[{url: lang, valueCode: de}, {url: content, valueMarkdown: \"**Jetzt**\"}]}]}}\n");
    EXPECT_EQ(q.items[0].text.in("en"), "Now");
    EXPECT_EQ(q.items[0].markdown.in("en"), "**Now**");
    EXPECT_EQ(q.items[0].text.in("de"), "Jetzt");
    EXPECT_EQ(q.items[0].markdown.in("de"), "**Jetzt**");
}

}  // namespace candor::screening
