#include "pack/folder/yaml.h"

#include "base/utf8.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

struct Parsed {
    std::optional<YamlNode> node;
    base::Findings findings;
};

Parsed parse(const std::string& text, int first_line = 1) {
    Parsed out;
    Report report("a.yaml", out.findings);
    out.node = parse_yaml(text, first_line, report);
    return out;
}

}  // namespace

TEST(Yaml, values_know_their_lines) {
    const auto parsed = parse("a: 1\nb:\n  - x\n  - {c: \"d e\"}\n", 10);
    ASSERT_TRUE(parsed.node);
    EXPECT_EQ(parsed.node->find("a")->text, "1");
    const YamlNode* b = parsed.node->find("b");
    ASSERT_EQ(b->items.size(), 2U);
    EXPECT_EQ(b->items[0].line, 12);
    EXPECT_EQ(b->items[1].line, 13);
    EXPECT_EQ(b->items[1].find("c")->text, "d e");
    EXPECT_EQ(parsed.node->keys[1].line, 11);
    EXPECT_EQ(parsed.node->find("none"), nullptr);
}

TEST(Yaml, empty_text_is_nothing) {
    EXPECT_EQ(parse("").node->kind, YamlNode::Kind::nothing);
    EXPECT_EQ(parse("# only a remark\n").node->kind, YamlNode::Kind::nothing);
}

TEST(Yaml, syntax_error_has_its_line) {
    const auto parsed = parse("a: 1\nb: \"open\nc: 2\n");
    EXPECT_FALSE(parsed.node);
    ASSERT_EQ(parsed.findings.size(), 1U);
    EXPECT_EQ(parsed.findings[0].code, "yaml-syntax");
    EXPECT_EQ(parsed.findings[0].line, 2);
    EXPECT_TRUE(has_finding(parse("é: 1\nb: c: d\n").findings, "a.yaml", 2, "yaml-syntax"));
}

TEST(Yaml, quotes_may_hold_the_other_quote_and_escapes) {
    const auto parsed = parse("é: \"it's\"\nb: 'say \"it''s\"'\nc: \"a \\\" b\"\n");
    ASSERT_TRUE(parsed.node) << listing(parsed.findings);
    EXPECT_EQ(parsed.node->find("b")->text, "say \"it's\"");
    EXPECT_EQ(parsed.node->find("c")->text, "a \" b");
    EXPECT_TRUE(has_finding(parse("é: \"ü\"\nb: 'open\n").findings, "a.yaml", 2, "yaml-syntax"));
}

TEST(Yaml, billion_laughs_are_refused) {
    const auto parsed = parse("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
    EXPECT_FALSE(parsed.node);
    EXPECT_TRUE(has_finding(parsed.findings, "a.yaml", 1, "yaml-alias"));
}

TEST(Yaml, tag_is_refused) {
    EXPECT_TRUE(has_finding(parse("a: !!binary abcd\n").findings, "a.yaml", 1, "yaml-tag"));
}

TEST(Yaml, deep_nesting_is_refused) {
    EXPECT_TRUE(has_finding(parse(std::string(40, '[') + std::string(40, ']')).findings, "a.yaml",
                            1, "yaml-depth"));
    EXPECT_FALSE(parse(std::string(200'000, '[')).node);
}

TEST(Yaml, key_given_twice_is_found_on_its_second_line) {
    EXPECT_TRUE(has_finding(parse("a: 1\nb: 2\na: 3\n").findings, "a.yaml", 3, "duplicate-key"));
}

TEST(Yaml, second_document_is_refused) {
    EXPECT_FALSE(parse("a: 1\n---\nb: 2\n").findings.empty());
}

TEST(Yaml, too_many_values_are_refused) {
    std::string text;
    for (int i = 0; i < 60'000; ++i) text += "- a\n";
    EXPECT_TRUE(has_finding(parse(text).findings, "a.yaml", 50'000, "yaml-too-large"));
}

TEST(Yaml, finding_about_one_byte_of_a_letter_is_utf8) {
    const auto findings = parse("a: \"\\\xC3\xA9\"\n").findings;
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_TRUE(base::is_utf8(to_line(findings[0]))) << findings[0].message;
}

TEST(Yaml, words_in_a_finding_stay_on_one_line_and_off_the_terminal) {
    EXPECT_EQ(in_quotes("a\nb"), "“a b”");
    EXPECT_EQ(in_quotes("\x1B[2J"), "“\uFFFD[2J”");
    EXPECT_EQ(in_quotes("\xA7\xD9"), "“\uFFFD\uFFFD”");
    EXPECT_EQ(in_quotes("ü"), "“ü”");
}

}  // namespace candor::pack
