#include "scratch_pack.h"

namespace candor::pack {
namespace {

constexpr const char* kPage = "en/010-first.md";

template <typename Body>
Body block_of(const std::string& body) {
    ScratchPack scratch;
    scratch.page(body);
    const auto blocks = scratch.blocks();
    EXPECT_EQ(blocks.size(), 1U);
    return blocks.empty() ? Body{} : body_of<Body>(blocks[0]);
}

base::Findings errors_of(const std::string& body) {
    ScratchPack scratch;
    scratch.page(body);
    const auto loaded = scratch.load();
    EXPECT_FALSE(loaded.pack) << body;
    return loaded.findings;
}

}  // namespace

TEST(FencedBlock, steps_have_titles_words_and_pictures) {
    const auto block = block_of<Steps>(
        "```steps\n"
        "- title: One\n"
        "  image: images/x.png\n"
        "  alt: A hand\n"
        "  text: \"Look **here**. [](source:one)\"\n"
        "- title: Two\n"
        "  text: There\n"
        "```\n");
    ASSERT_EQ(block.steps.size(), 2U);
    EXPECT_EQ(block.steps[0].title, "One");
    EXPECT_EQ(block.steps[0].figure.alt, "A hand");
    EXPECT_EQ(block.steps[0].figure.path.filename(), "x.png");
    EXPECT_EQ(block.steps[0].text.back().target, "one");
    EXPECT_TRUE(block.steps[1].figure.path.empty());
}

TEST(FencedBlock, compare_has_columns_and_as_many_cells) {
    const auto block = block_of<Compare>(
        "```compare\n"
        "columns:\n"
        "  - {title: PRP, icon: images/x.png, tint: sun}\n"
        "  - {title: Cells}\n"
        "rows:\n"
        "  - label: Made from\n"
        "    cells: [\"Your **blood**\", \"Your fat\"]\n"
        "```\n");
    ASSERT_EQ(block.columns.size(), 2U);
    EXPECT_EQ(block.columns[0].tint, "sun");
    EXPECT_EQ(block.columns[0].icon.filename(), "x.png");
    EXPECT_EQ(block.columns[1].tint, "");
    ASSERT_EQ(block.rows.at(0).cells.size(), 2U);
    EXPECT_TRUE(block.rows[0].cells[0].at(1).bold);
}

TEST(FencedBlock, timeline_keeps_its_order_and_years_are_words) {
    const auto block = block_of<Timeline>(
        "```timeline\n- {when: \"2006\", text: \"2006. Four factors\"}\n- {when: Now, text: \"- 5 "
        "of 9\"}\n```\n");
    ASSERT_EQ(block.entries.size(), 2U);
    EXPECT_EQ(block.entries[0].when, "2006");
    EXPECT_EQ(plain_text(block.entries[0].text), "2006. Four factors");
    EXPECT_EQ(plain_text(block.entries[1].text), "- 5 of 9");
}

TEST(FencedBlock, icon_array_has_counts_out_of_a_number) {
    const auto block = block_of<IconArray>(
        "```icon-array\n"
        "title: Out of 50\n"
        "of: 50\n"
        "groups:\n"
        "  - {count: 26, label: with}\n"
        "  - {count: 0, label: without}\n"
        "note: \"All. [](source:two)\"\n"
        "```\n");
    EXPECT_EQ(block.of, 50);
    ASSERT_EQ(block.groups.size(), 2U);
    EXPECT_EQ(block.groups[0].count, 26);
    EXPECT_EQ(block.note.back().link, LinkKind::source);
}

TEST(FencedBlock, density_has_patches_of_hairs_on_an_area) {
    const auto block = block_of<Density>(
        "```density\n"
        "title: A patch\n"
        "area: One square centimetre\n"
        "patches:\n"
        "  - {hairs: 142, label: before}\n"
        "  - {hairs: 170, label: after}\n"
        "note: \"All. [](source:two)\"\n"
        "```\n");
    EXPECT_EQ(block.area, "One square centimetre");
    ASSERT_EQ(block.patches.size(), 2U);
    EXPECT_EQ(block.patches[1].hairs, 170);
    EXPECT_EQ(block.patches[1].label, "after");
    EXPECT_EQ(block.note.back().target, "two");
}

TEST(FencedBlock, density_needs_an_area_and_patches_to_compare) {
    const auto findings =
        errors_of("```density\ntitle: A\npatches:\n  - {hairs: 401, label: b}\nnote: c\n```\n");
    EXPECT_TRUE(has_finding(findings, kPage, 5, "missing-key"));
    EXPECT_TRUE(has_finding(findings, kPage, 6, "patch-count"));
    EXPECT_TRUE(has_finding(findings, kPage, 7, "wrong-value"));
}

TEST(FencedBlock, quick_check_knows_the_right_choice) {
    const auto block = block_of<QuickCheck>(
        "```quick-check\n"
        "question: So?\n"
        "choices:\n"
        "  - {text: \"Yes\", feedback: \"Not quite.\"}\n"
        "  - {text: \"No\", right: true, feedback: \"Right.\"}\n"
        "```\n");
    ASSERT_EQ(block.choices.size(), 2U);
    EXPECT_FALSE(block.choices[0].right);
    EXPECT_TRUE(block.choices[1].right);
    EXPECT_EQ(plain_text(block.choices[0].text), "Yes");
}

TEST(FencedBlock, ask_list_and_faq_have_their_items) {
    const auto ask = block_of<AskList>("```ask-list\n- {id: a-b, text: \"What *is* it?\"}\n```\n");
    EXPECT_EQ(ask.items.at(0).id, "a-b");
    EXPECT_EQ(plain_text(ask.items[0].text), "What is it?");
    const auto faq = block_of<Faq>(
        "```faq\n- question: \"Why?\"\n  answer: |\n    So.\n\n    And [so](term:word).\n```\n");
    EXPECT_EQ(faq.items.at(0).question, "Why?");
    EXPECT_EQ(faq.items[0].answer.at(0).text, "So.\nAnd ");
    EXPECT_EQ(faq.items[0].answer.at(1).link, LinkKind::term);
}

TEST(FencedBlock, plain_text_has_every_word_of_a_block_a_line_each) {
    ScratchPack scratch;
    scratch.page("```faq\n- {question: \"One?\", answer: \"Two  [](source:one)  three.\"}\n```\n");
    EXPECT_EQ(plain_text(scratch.blocks().at(0)), "One?\nTwo three.");
}

TEST(FencedBlock, yaml_error_has_its_line_in_the_page) {
    const auto findings = errors_of("Words.\n\n```faq\n- question: \"a\n```\n");
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings[0].code, "yaml-syntax");
    EXPECT_EQ(findings[0].line, 7);
}

TEST(FencedBlock, unknown_key_has_its_line_in_the_page) {
    ScratchPack scratch;
    scratch.page("```faq\n- question: a\n  answer: b\n  anwser: c\n```\n");
    EXPECT_TRUE(has_finding(scratch.load().findings, kPage, 7, "unknown-key"));
}

TEST(FencedBlock, missing_and_wrong_values_have_their_lines) {
    const auto findings = errors_of(
        "```steps\n- title: One\n```\n\n"
        "```icon-array\ntitle: A\nof: 10\ngroups:\n  - {count: 11, label: b}\nnote: c\n```\n\n"
        "```timeline\nwhen: x\n```\n\n"
        "```quick-check\nquestion: a\nchoices:\n  - {text: b, feedback: c}\n```\n");
    EXPECT_TRUE(has_finding(findings, kPage, 5, "missing-key"));
    EXPECT_TRUE(has_finding(findings, kPage, 12, "wrong-value"));
    EXPECT_TRUE(has_finding(findings, kPage, 17, "wrong-type"));
    EXPECT_TRUE(has_finding(findings, kPage, 22, "choice-count"));
    EXPECT_TRUE(has_finding(findings, kPage, 22, "no-right-choice"));
}

TEST(FencedBlock, row_with_too_few_cells_is_refused) {
    const auto findings = errors_of(
        "```compare\ncolumns:\n  - {title: A}\n  - {title: B}\nrows:\n  - label: C\n    cells: "
        "[d]\n```\n");
    EXPECT_TRUE(has_finding(findings, kPage, 9, "cell-count"));
}

TEST(FencedBlock, unknown_and_nameless_blocks_are_refused) {
    const auto findings = errors_of("```setps\n- a\n```\n");
    EXPECT_TRUE(has_finding(findings, kPage, 4, "unknown-block"));
    EXPECT_NE(listing(findings).find("Did you mean “steps”?"), std::string::npos);
    EXPECT_EQ(errors_of("```\na\n```\n").front().code, "unknown-block");
    EXPECT_TRUE(has_finding(errors_of("```faq\n```\n"), kPage, 4, "empty-block"));
}

TEST(FencedBlock, link_and_html_inside_a_block_are_checked) {
    const auto findings = errors_of(
        "```faq\n- question: a\n  answer: \"b [](source:none)\"\n- question: c\n  answer: "
        "\"<i>d</i>\"\n```\n");
    EXPECT_TRUE(has_finding(findings, kPage, 6, "unknown-source"));
    EXPECT_TRUE(has_finding(findings, kPage, 8, "raw-html"));
}

TEST(FencedBlock, picture_and_list_inside_words_are_refused) {
    EXPECT_EQ(errors_of("```faq\n- {question: a, answer: \"![b](images/x.png)\"}\n```\n")[0].code,
              "words-only");
    EXPECT_EQ(errors_of("```faq\n- question: a\n  answer: |\n    b\n    - c\n```\n")[0].code,
              "words-only");
}

TEST(FencedBlock, question_id_used_twice_in_a_pack_is_refused) {
    ScratchPack scratch;
    scratch.page("```ask-list\n- {id: a, text: b}\n```\n");
    scratch.write("en/020-second.md", "---\ntitle: A\n---\n```ask-list\n- {id: a, text: c}\n```\n");
    const auto loaded = scratch.load();
    EXPECT_TRUE(has_finding(loaded.findings, "en/020-second.md", 5, "duplicate-id"));
    EXPECT_EQ(loaded.pack->pages_in("en").size(), 1U);
}

TEST(FencedBlock, question_id_used_in_two_languages_is_its_translation) {
    ScratchPack scratch;
    scratch.change("[en]", "[en, tr]");
    scratch.page("```ask-list\n- {id: a, text: b}\n```\n");
    scratch.write("tr/010-first.md", "---\ntitle: A\n---\n```ask-list\n- {id: a, text: c}\n```\n");
    EXPECT_EQ(scratch.load().pack->pages_in("tr").size(), 1U);
}

}  // namespace candor::pack
