#include "document/document.h"

#include <gtest/gtest.h>

namespace candor::document {
namespace {

using Kind = Problem::Kind;
using Lines = std::vector<int>;

Document yaml(std::string_view text, const Limits& limits = {}) {
    return read(text, Format::yaml, limits);
}

Document json(std::string_view text, const Limits& limits = {}) {
    return read(text, Format::json, limits);
}

/// "kind line" of the first problem; empty: the text is read.
std::string first_problem(const Document& document) {
    if (document.problems.empty()) return {};
    const auto& problem = document.problems.front();
    return to_text({problem.kind, 0, {}}) + " " + std::to_string(problem.line);
}

std::string refused(Kind kind, int line) {
    return to_text({kind, 0, {}}) + " " + std::to_string(line);
}

std::string text_at_a(std::string_view text) {
    const auto document = yaml(text);
    if (!document.root || document.root->items.empty()) return "not read";
    return document.root->items.front().text;
}

}  // namespace

TEST(Document, values_and_keys_know_their_lines) {
    const auto root = *yaml("a: 1\nb:\n  - x\n  - {c: \"d e\"}\n").root;
    EXPECT_EQ(root.find("a")->text, "1");
    EXPECT_EQ(root.find("a")->line, 1);
    EXPECT_EQ(root.keys[1].line, 2);
    const Node& b = *root.find("b");
    EXPECT_EQ(b.line, 3);
    EXPECT_EQ(b.items[1].line, 4);
    EXPECT_EQ(b.items[1].find("c")->text, "d e");
    EXPECT_EQ(root.find("none"), nullptr);
}

TEST(Document, lines_begin_where_the_text_stands_in_its_file) {
    EXPECT_EQ(read("a: 1\nb: 2\n", Format::yaml, {}, 10).root->keys[1].line, 11);
    EXPECT_EQ(read("{\"a\":\n[", Format::json, {}, 10).problems.front().line, 11);
    EXPECT_EQ(read("a: 1\nb: \x07\n", Format::yaml, {}, 10).problems.front().line, 11);
}

TEST(Document, yaml_tells_plain_words_from_quoted_ones) {
    const auto root = *yaml("a: 5\nb: \"5\"\nc: |\n  5\nd: ~\ne:\nf: 'null'\n").root;
    EXPECT_TRUE(root.find("a")->is(Node::Kind::plain));
    EXPECT_TRUE(root.find("b")->is(Node::Kind::string));
    EXPECT_EQ(root.find("c")->text, "5\n");
    EXPECT_EQ(root.find("d"), nullptr);
    EXPECT_EQ(root.find("e"), nullptr);
    EXPECT_TRUE(root.find("f")->is(Node::Kind::string));
}

TEST(Document, json_is_the_same_tree_with_types) {
    const auto root = *json("{\"a\": [1.50, true, null],\n\"b\": \"x\"}").root;
    const Node& a = *root.find("a");
    EXPECT_EQ(a.items[0].text, "1.50");
    EXPECT_TRUE(a.items[0].is(Node::Kind::number));
    EXPECT_TRUE(a.items[1].is(Node::Kind::boolean));
    EXPECT_TRUE(a.items[2].is(Node::Kind::nothing));
    EXPECT_EQ(root.find("b")->line, 2);
    EXPECT_EQ(root.keys[1].line, 2);
}

TEST(Document, format_is_seen_at_the_first_character) {
    EXPECT_EQ(format_of(" \n{\"a\": 1}"), Format::json);
    EXPECT_EQ(format_of("\xEF\xBB\xBF{}"), Format::json);
    EXPECT_EQ(format_of("a: {}"), Format::yaml);
    EXPECT_EQ(format_of(""), Format::yaml);
}

TEST(Document, empty_text_is_nothing_without_a_line) {
    for (const char* text : {"", "  \n", "# a remark\n", "\xEF\xBB\xBF"}) {
        const auto document = yaml(text);
        ASSERT_TRUE(document.root) << text;
        EXPECT_TRUE(document.root->is(Node::Kind::nothing)) << text;
        EXPECT_EQ(document.root->line, 0) << text;
    }
    EXPECT_EQ(yaml("\n~\n").root->line, 2);
}

TEST(Document, doubled_keys_are_all_told_on_their_own_lines) {
    const auto document = yaml("a: 1\nb: {c: 1, d: 2,\n  c: 3}\na: 2\n\"a\": 3\n");
    Lines lines;
    for (const auto& problem : document.problems) {
        EXPECT_EQ(problem.kind, Kind::doubled_key);
        lines.push_back(problem.line);
    }
    EXPECT_EQ(lines, (Lines{3, 4, 5}));
    EXPECT_TRUE(document.root);
    EXPECT_EQ(first_problem(json("{\"a\": 1,\n\"a\": 2}")), refused(Kind::doubled_key, 2));
}

TEST(Document, doubled_key_before_a_mistake_is_told_too) {
    const auto document = yaml("a: 1\na: 2\nb: [\n");
    ASSERT_EQ(document.problems.size(), 2U);
    EXPECT_EQ(document.problems[0].kind, Kind::doubled_key);
    EXPECT_EQ(document.problems[1].kind, Kind::syntax);
    EXPECT_FALSE(document.root);
}

TEST(Document, limits_are_kept_exactly) {
    const Limits limits{64, 2, 5, 3};
    EXPECT_EQ(first_problem(yaml("[[a]]", limits)), "");
    EXPECT_EQ(first_problem(yaml("-\n - [a]", limits)), refused(Kind::too_deep, 2));
    EXPECT_EQ(first_problem(yaml("- 1\n- 2\n- 3\n- 4\n", limits)), "");
    EXPECT_EQ(first_problem(yaml("- 1\n- 2\n- 3\n- 4\n- 5\n", limits)),
              refused(Kind::too_many_values, 5));
    EXPECT_EQ(first_problem(yaml("a: 1\nb: 2\nc: 3\nd: 4\n", limits)),
              refused(Kind::too_many_keys, 4));
    EXPECT_EQ(first_problem(yaml(std::string(64, ' '), limits)), "");
    EXPECT_EQ(first_problem(yaml(std::string(65, ' '), limits)), refused(Kind::too_many_bytes, 0));
    EXPECT_EQ(first_problem(json("{\"a\":\n[[1]]}", limits)), refused(Kind::too_deep, 2));
    EXPECT_EQ(first_problem(json("{\"a\":[1,2,3,\n4]}", limits)),
              refused(Kind::too_many_values, 2));
}

TEST(Document, endless_nesting_is_refused_in_every_notation) {
    for (const char* part : {"[", "{a: ", "{", "- ", "? ", "[?"}) {
        std::string text;
        for (int i = 0; i < 100'000; ++i) text += part;
        EXPECT_FALSE(yaml(text).root) << part;
    }
    std::string steps;
    for (std::size_t i = 0; i < 100; ++i) steps += std::string(i, ' ') + "a:\n";
    EXPECT_EQ(first_problem(yaml(steps)), refused(Kind::too_deep, 17));
    EXPECT_EQ(first_problem(json("{\"a\":" + std::string(100'000, '['))),
              refused(Kind::too_deep, 1));
}

TEST(Document, anchors_and_aliases_are_refused) {
    for (const char* text : {"b: &x [1]\n", "b: *x\n", "b: *bold* words\n", "b: **\n", "b: & c\n",
                             "b: &x 1\nc: *x\n", "*x : 1\n"})
        EXPECT_EQ(first_problem(yaml(std::string("a: 1\n") + text)), refused(Kind::alias, 2))
            << text;
}

TEST(Document, tags_are_refused) {
    for (const char* text : {"!!binary abcd", "!local x", "! x", "!e!x y",
                             "!<tag:yaml.org,2002:str> x", "!!map {b: 1}", "!!seq [b]", "!<x"})
        EXPECT_EQ(first_problem(yaml(std::string("a: 1\nb: ") + text + "\n")),
                  refused(Kind::tag, 2))
            << text;
    EXPECT_EQ(text_at_a("a: hello!\n"), "hello!");
}

TEST(Document, tag_directives_by_the_thousand_are_refused_at_the_first) {
    std::string text;
    for (int i = 0; i < 300'000; ++i) text += "%TAG !e" + std::to_string(i) + "! x\n";
    EXPECT_EQ(first_problem(yaml("# a remark\n" + text + "---\na: 1\n")), refused(Kind::tag, 2));
    EXPECT_EQ(first_problem(yaml("a: 1\n...\r\n" + text)), refused(Kind::tag, 3));
    EXPECT_EQ(text_at_a("a: 7 %TAG\n"), "7 %TAG");
}

TEST(Document, what_follows_the_end_is_refused_on_its_line) {
    for (const char* text :
         {"a: 1\n---\nb: 2\n", "a: 1\n---\n", "[a]\n]\n", "{a: 1}\nb: 2\n", "\"a\"\nb\n"})
        EXPECT_EQ(first_problem(yaml(text)), refused(Kind::after_the_end, 2)) << text;
    EXPECT_EQ(first_problem(yaml("a: 1\n...\nb: 2\n")), refused(Kind::after_the_end, 3));
    EXPECT_EQ(first_problem(yaml("- a\nb: 1\n")), refused(Kind::syntax, 2));
    EXPECT_EQ(first_problem(yaml("%YAML 1.2\n---\na: 1\n...\n# the end\n")), "");
    EXPECT_EQ(first_problem(json("{\"a\": 1}\nx")), refused(Kind::syntax, 2));
}

TEST(Document, quote_without_an_end_is_told_where_it_starts) {
    for (const char* text :
         {"b: \"open\nc: 2\n", "b: 'open\nc: 2\n", "b: \"x\\\"\n\n\n", "b: \"open\n---\n", "\"b\n"})
        EXPECT_EQ(first_problem(yaml(std::string("a: 1\n") + text)), refused(Kind::open_quote, 2))
            << text;
}

TEST(Document, bracket_without_an_end_is_told_where_it_starts) {
    EXPECT_EQ(first_problem(yaml("a: 1\nb: [x,\ny,\n\n")), refused(Kind::syntax, 2));
    EXPECT_EQ(first_problem(yaml("a: 1\nb: {x: y,\nz: 1\n\n")), refused(Kind::syntax, 2));
}

TEST(Document, words_without_a_colon_are_told_where_they_stand) {
    EXPECT_EQ(first_problem(yaml("a: 1\nb\nc: 2\n")), refused(Kind::syntax, 2));
    // They were dropped without a word when they came last.
    EXPECT_EQ(first_problem(yaml("a: 1\nb\n")), refused(Kind::syntax, 2));
    EXPECT_EQ(first_problem(yaml("a: 1\nb:c\n\n")), refused(Kind::syntax, 2));
}

TEST(Document, key_has_to_be_words) {
    for (const char* text : {"? ~\n: b\n", "? [a]\n: b\n", "{a: b}: c\n", "~: b\n"})
        EXPECT_EQ(first_problem(yaml(std::string("# \n") + text)), refused(Kind::nameless_value, 2))
            << text;
    EXPECT_EQ(yaml("\"\": b\n").root->keys.front().name, "");
}

TEST(Document, escapes_become_their_characters) {
    EXPECT_EQ(text_at_a("a: \"x\\_y\"\n"), "x\xC2\xA0y");
    EXPECT_EQ(text_at_a("a: \"x\\Ny\"\n"), "x\xC2\x85y");
    EXPECT_EQ(text_at_a("a: \"\\u00e9\\x41\\U0001F600\\0\\/\"\n"),
              std::string("\xC3\xA9"
                          "A\xF0\x9F\x98\x80\0/",
                          9));
    for (const char* escape : {"\\q", "\\ud83d\\ude00", "\\U00110000", "\\xZZ", "\\\xC3\xA9"})
        EXPECT_EQ(first_problem(yaml(std::string("a: \"") + escape + "\"\n")),
                  refused(Kind::syntax, 1))
            << escape;
}

TEST(Document, other_encodings_are_refused) {
    using namespace std::string_literals;
    for (const std::string& text : {"a: \xFF"s, "a: caf\xE9\n"s, "a: \xC0\x80"s, "a: \xED\xA0\x80"s,
                                    "a: \xF5\x80\x80\x80"s, "a: \xE2\x82"s,
                                    "\xFF\xFE"
                                    "a\0:\0 \0001\0"s,
                                    "\xFE\xFF\0a\0:\0 \0001"s})
        EXPECT_EQ(first_problem(yaml(text)), refused(Kind::not_utf8, 1));
    EXPECT_EQ(first_problem(json("{\n\"a\": \"\xFF\"}")), refused(Kind::not_utf8, 2));
    EXPECT_EQ(yaml("\xEF\xBB\xBF"
                   "a: 1\n")
                  .root->keys.front()
                  .name,
              "a");
    EXPECT_EQ(json("\xEF\xBB\xBF{\"a\": 1}").root->keys.front().name, "a");
}

TEST(Document, control_characters_are_refused) {
    using namespace std::string_literals;
    for (const std::string& text :
         {"\0"s, "\x07"s, "\x1B[2J"s, "\x7F"s, "\xC2\x9F"s, "\xEF\xBF\xBF"s})
        for (const std::string& before : {"a: 1\nb: x"s, "a: 1\nb"s, "a: 1\n# "s, "a: 1\nb: \""s})
            EXPECT_EQ(first_problem(yaml(before + text)), refused(Kind::control_character, 2));
}

TEST(Document, characters_that_end_a_line_in_yaml_1_1_alone_are_refused) {
    for (const char* mark : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
        EXPECT_EQ(first_problem(yaml(std::string("a: 1\nb: \"x") + mark + "y\"\nc: 2\n")),
                  refused(Kind::control_character, 2));
}

TEST(Document, line_ends_of_all_systems_are_counted) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto root = yaml("a: 1" + end + "b: 'x" + end + "  y'" + end + "c: 2" + end).root;
        ASSERT_TRUE(root);
        EXPECT_EQ(root->find("b")->text, "x y");
        EXPECT_EQ(root->find("c")->line, 4);
        EXPECT_EQ(first_problem(yaml("a: 1" + end + "b: \x07")),
                  refused(Kind::control_character, 2));
    }
}

TEST(Document, tabs_separate_and_never_indent) {
    EXPECT_EQ(text_at_a("a:\tb\t\nc: d\n"), "b");
    EXPECT_EQ(yaml("a: [\n\tb,\n\tc]\n").root->items.front().items.size(), 2U);
    EXPECT_EQ(first_problem(yaml("a:\n\tb: 1\n")), refused(Kind::syntax, 2));
    // YAML 1.2 would allow this one; libyaml does not, and says so.
    EXPECT_EQ(first_problem(yaml("a:\n  -\tb\n")), refused(Kind::syntax, 2));
}

TEST(Document, question_mark_at_a_word_in_brackets_is_no_sign_of_a_key) {
    for (const char* text : {"[a, ?b]", "{?b: c}", "[?\"b\"]", "[?[b]]", "['é', ?b]"})
        EXPECT_EQ(first_problem(yaml(std::string("# é\n") + text + "\n")), refused(Kind::syntax, 2))
            << text;
    EXPECT_EQ(yaml("[a?, b? c]").root->items[1].text, "b? c");
    EXPECT_EQ(yaml("? b\n: c\n").root->keys.front().name, "b");
    EXPECT_EQ(text_at_a("a: ?b\n"), "?b");
    EXPECT_EQ(yaml("{what?, b: c}").root->keys.front().name, "what?");
    EXPECT_EQ(yaml("- a?\n-\n- [b?]\n- {c?: , d: e?}\n").problems.size(), 0U);
}

TEST(Document, text_folds_as_yaml_says) {
    EXPECT_EQ(text_at_a("a: >\n  x\n  y\n\n  z\n   w\n  q\n"), "x y\nz\n w\nq\n");
    EXPECT_EQ(text_at_a("a: |-\n  x\n   y\n\n"), "x\n y");
    EXPECT_EQ(text_at_a("a: |+\n  x\n\n"), "x\n\n");
    EXPECT_EQ(text_at_a("a: x\n  y\n\n  z\n"), "x y\nz");
    EXPECT_EQ(text_at_a("a: \"x\n  y \\\n  z\"\n"), "x y z");
    EXPECT_EQ(text_at_a("a: http://x.y/#z#\n"), "http://x.y/#z#");
}

TEST(Document, problem_in_words_says_what_the_parser_says) {
    EXPECT_EQ(to_text(yaml("a: b: c\n").problems.front()),
              "wrong syntax: mapping values are not allowed in this context");
    EXPECT_EQ(to_text({Kind::doubled_key, 3, "brand"}), "a key that stands twice: brand");
    EXPECT_EQ(to_text({Kind::too_deep, 3, {}}), "too many levels");
}

TEST(Document, comments_behind_values_are_told_and_others_are_not) {
    const auto document = yaml(
        "# one\na: Question #1 about\nb: 2   # a number\nc: \"#\" #x\nd:\n  - e ü #f\n"
        "# two\ng: #h\ni: |\n  words #j\nk: a#b\n");
    ASSERT_TRUE(document.root);
    std::string told;
    for (const auto& comment : document.comments)
        told += std::to_string(comment.line) + comment.text + std::to_string(comment.blanks) +
                (comment.follows_words ? "w " : " ");
    EXPECT_EQ(told, "2#1 about1 3# a number3 4#x1 6#f1w 8#h1 ");
}

}  // namespace candor::document
