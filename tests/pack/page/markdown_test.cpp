#include "scratch_pack.h"

namespace candor::pack {
namespace {

constexpr const char* kSmallPage = "en/010-first.md";

/// Loads a page with this body, which must leave the page out, and returns the findings.
base::Findings errors_in(const std::string& body) {
    ScratchPack scratch;
    scratch.page(body);
    const auto loaded = scratch.load();
    EXPECT_FALSE(loaded.pack) << body.substr(0, 200);
    EXPECT_TRUE(has_error(loaded.findings)) << body.substr(0, 200);
    return loaded.findings;
}

/// Loads a page with this body, which must stay, with findings.
LoadedPack warned(const std::string& body) {
    ScratchPack scratch;
    scratch.page(body);
    auto loaded = scratch.load();
    EXPECT_TRUE(loaded.pack) << listing(loaded.findings);
    EXPECT_FALSE(has_error(loaded.findings)) << listing(loaded.findings);
    return loaded;
}

std::vector<Block> blocks_of(const std::string& body) {
    ScratchPack scratch;
    scratch.page(body);
    return scratch.blocks();
}

RichText prose_of(const std::string& body) {
    const auto blocks = blocks_of(body);
    return blocks.size() == 1 ? body_of<Prose>(blocks[0]).text : RichText{};
}

}  // namespace

TEST(Markdown, bold_and_italic_become_runs) {
    const auto text = prose_of("One **two** *three* ***four***.\n");
    ASSERT_EQ(text.size(), 7U);
    EXPECT_EQ(text[0].text, "One ");
    EXPECT_TRUE(text[1].bold);
    EXPECT_EQ(text[1].text, "two");
    EXPECT_TRUE(text[3].italic && !text[3].bold);
    EXPECT_TRUE(text[5].italic && text[5].bold);
    EXPECT_EQ(plain_text(text), "One two three four.");
}

TEST(Markdown, links_to_sources_terms_and_pages_become_runs) {
    const auto text =
        prose_of("A [hard word](term:word), [more](page:scratch/010-first). [](source:two)\n");
    ASSERT_EQ(text.size(), 6U);
    EXPECT_EQ(text[1].link, LinkKind::term);
    EXPECT_EQ(text[1].target, "word");
    EXPECT_EQ(text[1].text, "hard word");
    EXPECT_EQ(text[3].link, LinkKind::page);
    EXPECT_EQ(text[3].target, "scratch/010-first");
    EXPECT_EQ(text[5].link, LinkKind::source);
    EXPECT_EQ(text[5].target, "two");
    EXPECT_EQ(text[5].text, "");
}

TEST(Markdown, two_sources_side_by_side_stay_two) {
    const auto text = prose_of("A. [](source:one)[](source:one)\n");
    ASSERT_EQ(text.size(), 3U);
    EXPECT_EQ(text[2].link, LinkKind::source);
}

TEST(Markdown, soft_break_is_a_space_and_hard_break_a_line) {
    EXPECT_EQ(prose_of("One\ntwo\n").at(0).text, "One two");
    EXPECT_EQ(prose_of("One  \ntwo\n").at(0).text, "One\ntwo");
}

TEST(Markdown, entities_and_quotes_become_characters) {
    EXPECT_EQ(plain_text(prose_of("5 &lt; 6 &amp; &#233; &hellip;\n")), "5 < 6 & é …");
    EXPECT_EQ(plain_text(prose_of("\"Don't **\"go\"**\", (\"so\") ' it\n")),
              "“Don’t “go””, (“so”) ' it");
}

TEST(Markdown, blocks_know_their_lines) {
    const auto blocks = blocks_of(
        "## A\n\nB\n\n- c\n\n> [!CAUTION]\n> d\n\n```faq\n- {question: e, answer: f}\n```\n");
    ASSERT_EQ(blocks.size(), 5U);
    EXPECT_EQ(blocks[0].line, 4);
    EXPECT_EQ(blocks[1].line, 6);
    EXPECT_EQ(blocks[2].line, 8);
    EXPECT_EQ(blocks[3].line, 10);
    EXPECT_EQ(blocks[4].line, 13);
}

TEST(Markdown, windows_line_ends_and_byte_order_mark_change_nothing) {
    ScratchPack scratch;
    scratch.write(kSmallPage,
                  "\xEF\xBB\xBF---\r\ntitle: First\r\n---\r\nOne\r\ntwo\r\n\r\n## Three\r\n");
    const auto blocks = scratch.blocks();
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(plain_text(blocks[0]), "One two");
    EXPECT_EQ(blocks[1].line, 7);
}

TEST(Markdown, heading_keeps_its_level) {
    const auto blocks = blocks_of("## Two\n\n### Three\n");
    EXPECT_EQ(body_of<Heading>(blocks.at(0)).level, 2);
    EXPECT_EQ(body_of<Heading>(blocks.at(1)).level, 3);
}

TEST(Markdown, nested_lists_become_items_with_depth_and_number) {
    const auto blocks = blocks_of("3. One\n4. Two\n   - in **two**\n     - deeper\n5. Three\n");
    const List list = body_of<List>(blocks.at(0));
    ASSERT_EQ(list.items.size(), 5U);
    EXPECT_EQ(list.items[0].number, 3);
    EXPECT_EQ(list.items[1].number, 4);
    EXPECT_EQ(list.items[2].depth, 1);
    EXPECT_EQ(list.items[2].number, 0);
    EXPECT_EQ(plain_text(list.items[2].text), "in two");
    EXPECT_EQ(list.items[3].depth, 2);
    EXPECT_EQ(list.items[4].number, 5);
    EXPECT_EQ(list.items[4].depth, 0);
}

TEST(Markdown, loose_list_joins_its_paragraphs) {
    const auto blocks = blocks_of("- One\n\n  more\n\n- Two\n");
    const List list = body_of<List>(blocks.at(0));
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(list.items[0].text.at(0).text, "One\nmore");
}

TEST(Markdown, table_has_a_header_and_rows_of_rich_text) {
    const auto blocks = blocks_of("| A | B |\n|---|---|\n| **c** [](source:one) | d |\n| e |\n");
    const Table table = body_of<Table>(blocks.at(0));
    ASSERT_EQ(table.header.size(), 2U);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_TRUE(table.rows[0][0].at(0).bold);
    EXPECT_EQ(table.rows[0][0].back().target, "one");
    EXPECT_EQ(table.rows[1].size(), 2U);
}

TEST(Markdown, table_keeps_how_its_columns_are_set) {
    const auto blocks = blocks_of("| A | B | C | D |\n|:---|---:|:---:|---|\n| a | b | c | d |\n");
    const Table table = body_of<Table>(blocks.at(0));
    EXPECT_EQ(table.columns, (std::vector{ColumnAlign::left, ColumnAlign::right,
                                          ColumnAlign::centre, ColumnAlign::start}));
}

TEST(Markdown, blanks_behind_the_dashes_around_a_title_change_nothing) {
    ScratchPack scratch;
    scratch.write(kSmallPage, "---  \ntitle: First\n---\t\nOne\n");
    EXPECT_EQ(plain_text(scratch.blocks().at(0)), "One");
}

TEST(Markdown, rows_that_are_no_table_are_a_finding) {
    EXPECT_TRUE(
        has_finding(warned("| A | B |\n| c | d |\n").findings, kSmallPage, 4, "not-a-table"));
}

TEST(Markdown, table_with_few_dashes_is_a_table_or_a_finding) {
    // md4c wants three dashes a column until 0.4, as GFM does not, and one since 0.5.
    const auto loaded = warned("| A | B |\n|-|-|\n| c | d |\n");
    ASSERT_TRUE(loaded.pack);
    const auto& block = loaded.pack->page("en", "010-first")->blocks.at(0);
    EXPECT_NE(std::holds_alternative<Table>(block.body),
              has_finding(loaded.findings, kSmallPage, 4, "not-a-table"));
}

TEST(Markdown, picture_on_its_own_line_is_a_figure) {
    ScratchPack scratch;
    scratch.page("![A *drop*](images/x.png \"The &amp; caption\")\n");
    const auto blocks = scratch.blocks();
    ASSERT_EQ(blocks.size(), 1U);
    const Figure figure = body_of<Figure>(blocks[0]);
    EXPECT_EQ(figure.path, scratch.folder() / "images/x.png");
    EXPECT_EQ(figure.alt, "A drop");
    EXPECT_EQ(figure.caption, "The & caption");
}

TEST(Markdown, alerts_have_kind_heading_and_paragraphs) {
    const auto blocks = blocks_of(
        "> [!GOOD-TO-KNOW]\n> One\n> more\n>\n> Two\n\n"
        "> [!CAUTION] Be careful with **big** promises\n> No one.\n\n"
        "> [!UNKNOWN]\n>\n> Later.\n");
    ASSERT_EQ(blocks.size(), 3U);
    const Alert first = body_of<Alert>(blocks[0]);
    EXPECT_EQ(first.kind, AlertKind::good_to_know);
    EXPECT_EQ(first.heading, "");
    ASSERT_EQ(first.paragraphs.size(), 2U);
    EXPECT_EQ(plain_text(first.paragraphs[0]), "One more");
    const Alert second = body_of<Alert>(blocks[1]);
    EXPECT_EQ(second.kind, AlertKind::caution);
    EXPECT_EQ(second.heading, "Be careful with big promises");
    EXPECT_EQ(plain_text(second.paragraphs.at(0)), "No one.");
    EXPECT_EQ(body_of<Alert>(blocks[2]).kind, AlertKind::unknown);
}

TEST(Markdown, unknown_source_leaves_the_page_out) {
    EXPECT_TRUE(
        has_finding(errors_in("One\ntwo [](source:none).\n"), kSmallPage, 5, "unknown-source"));
}

TEST(Markdown, unknown_term_is_shown_as_plain_words) {
    const auto loaded = warned("One\ntwo [three](term:none).\n");
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 5, "unknown-term"));
    const auto& text = body_of<Prose>(loaded.pack->page("en", "010-first")->blocks[0]).text;
    ASSERT_EQ(text.size(), 1U);
    EXPECT_EQ(text[0].text, "One two three.");
}

TEST(Markdown, web_addresses_and_unknown_schemes_are_plain_words) {
    const auto loaded = warned(
        "[a](https://example.org)\n<https://example.org>\n[b](javascript:x)\n[c](/etc/passwd)\n");
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 4, "web-link"));
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 5, "web-link"));
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 6, "unknown-link"));
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 7, "unknown-link"));
    for (const auto& run : body_of<Prose>(loaded.pack->pages_in("en")[0].blocks[0]).text)
        EXPECT_EQ(run.link, LinkKind::none);
}

TEST(Markdown, link_without_words_and_page_link_without_a_page_are_findings) {
    const auto loaded = warned("One [](term:word)\n[two](page:first)\n");
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 4, "empty-link"));
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 5, "unknown-page"));
}

TEST(Markdown, html_is_refused_in_blocks_in_lines_and_as_a_remark) {
    EXPECT_TRUE(has_finding(errors_in("One\n\n<div>\nx\n</div>\n"), kSmallPage, 6, "raw-html"));
    EXPECT_TRUE(has_finding(errors_in("One <br> two\n"), kSmallPage, 4, "raw-html"));
    EXPECT_TRUE(has_finding(errors_in("One\n\n<!-- two -->\n"), kSmallPage, 6, "raw-html"));
}

TEST(Markdown, unknown_box_and_plain_quote_are_refused) {
    const auto findings = errors_in("> [!CAUTOIN]\n> One\n\n> Two\n\n> [!CAUTION]\n");
    EXPECT_TRUE(has_finding(findings, kSmallPage, 4, "unknown-alert"));
    EXPECT_TRUE(has_finding(findings, kSmallPage, 7, "plain-quote"));
    EXPECT_TRUE(has_finding(findings, kSmallPage, 9, "empty-alert"));
    EXPECT_NE(listing(findings).find("Did you mean “CAUTION”?"), std::string::npos);
}

TEST(Markdown, blocks_inside_boxes_and_lists_are_refused) {
    EXPECT_TRUE(
        has_finding(errors_in("> [!CAUTION]\n> One\n>\n> - two\n"), kSmallPage, 7, "block-inside"));
    EXPECT_TRUE(has_finding(errors_in("- One\n\n  > [!CAUTION]\n  > two\n"), kSmallPage, 6,
                            "block-inside"));
}

TEST(Markdown, pictures_that_cannot_be_shown_leave_the_page_out) {
    EXPECT_TRUE(has_finding(errors_in("![a](images/none.svg)\n"), kSmallPage, 4, "missing-image"));
    EXPECT_TRUE(has_finding(errors_in("![a](../../x.png)\n"), kSmallPage, 4, "outside-pack"));
    EXPECT_TRUE(has_finding(errors_in("![a](/etc/x.png)\n"), kSmallPage, 4, "outside-pack"));
    EXPECT_TRUE(has_finding(errors_in("![a](pack.yaml)\n"), kSmallPage, 4, "image-type"));
    EXPECT_TRUE(has_finding(errors_in("One ![a](images/x.png)\n"), kSmallPage, 4, "image-in-text"));
}

TEST(Markdown, picture_that_is_a_link_out_of_the_pack_is_refused) {
    ScratchPack scratch;
    std::filesystem::create_symlink("/usr/share", scratch.folder() / "images/out");
    scratch.page("![a](images/out/x.png)\n");
    EXPECT_TRUE(has_finding(scratch.load().findings, kSmallPage, 4, "outside-pack"));
}

TEST(Markdown, picture_without_words_is_a_warning) {
    EXPECT_TRUE(has_finding(warned("![](images/x.png)\n").findings, kSmallPage, 4, "missing-alt"));
}

TEST(Markdown, page_without_title_or_words_is_left_out) {
    ScratchPack scratch;
    scratch.write(kSmallPage, "One\n");
    EXPECT_TRUE(has_finding(scratch.load().findings, kSmallPage, 1, "no-front-matter"));
    scratch.write(kSmallPage, "---\nshort: one\n---\nTwo\n");
    EXPECT_TRUE(has_finding(scratch.load().findings, kSmallPage, 2, "missing-key"));
    scratch.write(kSmallPage, "---\ntitle: One\n---\n");
    EXPECT_TRUE(has_finding(scratch.load().findings, kSmallPage, 4, "empty-page"));
    scratch.write(kSmallPage, "---\ntitle: One\ncolour: red\n---\nTwo\n");
    EXPECT_TRUE(has_finding(scratch.load().findings, kSmallPage, 3, "unknown-key"));
}

TEST(Markdown, top_heading_rule_and_backticks_are_warnings) {
    const auto loaded = warned("# One\n\n---\n\n`two`\n");
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 4, "heading-level"));
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 6, "rule"));
    EXPECT_TRUE(has_finding(loaded.findings, kSmallPage, 8, "code-span"));
    EXPECT_EQ(loaded.findings.size(), 3U) << listing(loaded.findings);
}

TEST(Markdown, hostile_nesting_and_width_end_in_findings) {
    EXPECT_TRUE(has_error(errors_in(std::string(100'000, '>') + " a\n")));
    std::string lists;
    for (int i = 0; i < 50; ++i)
        lists += std::string(static_cast<std::size_t>(2 * i), ' ') + "- a\n";
    EXPECT_TRUE(has_error(errors_in(lists)));
    std::string wide = "|", dashes = "|";
    for (int i = 0; i < 20; ++i) wide += "a|", dashes += "---|";
    EXPECT_TRUE(has_error(errors_in(wide + "\n" + dashes + "\n" + wide + "\n")));
}

TEST(Markdown, page_of_endless_lines_is_refused) {
    std::string body;
    for (int i = 0; i < 10'001; ++i) body += "[](source:one)\n";
    EXPECT_TRUE(has_finding(errors_in(body), kSmallPage, 4, "too-complex"));
}

TEST(Markdown, word_count_counts_titles_headings_and_blocks) {
    ScratchPack scratch;
    scratch.page("## Two words\n\nThree **more** words. [](source:one)\n");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(word_count(loaded.pack->pages_in("en")[0]), 6);
    EXPECT_EQ(loaded.pack->pages_in("en")[0].words, 6);
}

}  // namespace candor::pack
