#include "pack/checks/claim_table.h"

#include "pack/checks/check_pack.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

/// "claim <- source @ file:line", a line a row.
std::string claims_in(const ScratchPack& scratch) {
    const auto checked =
        check_pack_and_score(scratch.folder(), {.today = "2026-11-22", .claims = true});
    std::string out;
    for (const auto& row : checked.claims)
        out += row.claim + " <- " + row.source + " @ " + row.file + ":" + std::to_string(row.line) +
               "\n";
    return out;
}

std::string claims_in(const std::string& body) {
    ScratchPack scratch;
    scratch.page(body);
    return claims_in(scratch);
}

}  // namespace

TEST(ClaimTable, sentence_has_the_sources_that_it_cites_itself) {
    EXPECT_EQ(claims_in("Not this. It helped **26** women. [](source:one)\nBut few. [](source:one) "
                        "[](source:two)\n"),
              "It helped 26 women. <- one @ en/010-first.md:4\n"
              "But few. <- one @ en/010-first.md:5\n"
              "But few. <- two @ en/010-first.md:5\n");
}

TEST(ClaimTable, label_stands_before_what_it_labels) {
    EXPECT_EQ(claims_in("```timeline\n- when: Day 1\n  text: \"It is sore. [](source:one)\"\n"
                        "- when: Day 2\n  text: \"It is better. [](source:one)\"\n```\n"),
              "Day 1: It is sore. <- one @ en/010-first.md:6\n"
              "Day 2: It is better. <- one @ en/010-first.md:8\n");
}

TEST(ClaimTable, row_of_a_table_has_its_own_sources_or_those_of_the_last_row_alone) {
    const std::string head = "| A | B |\n|---|---|\n| x | 1 |\n";
    EXPECT_EQ(claims_in(head + "| y | 2 [](source:two) |\n"),
              "x | 1 <- two @ en/010-first.md:6\n"
              "y | 2 <- two @ en/010-first.md:7\n");
    EXPECT_EQ(claims_in("| A | B |\n|---|---|\n| x | [](source:one) |\n| y | [](source:two) |\n"),
              "x <- one @ en/010-first.md:6\n"
              "y <- two @ en/010-first.md:7\n");
}

TEST(ClaimTable, items_have_the_sources_of_the_line_that_announces_them) {
    EXPECT_EQ(claims_in("A paper says: [](source:one)\n\n- One thing.\n- Another.\n"),
              "A paper says: <- one @ en/010-first.md:4\n"
              "One thing. <- one @ en/010-first.md:6\n"
              "Another. <- one @ en/010-first.md:7\n");
}

TEST(ClaimTable, icon_array_is_one_claim) {
    EXPECT_EQ(claims_in("```icon-array\ntitle: Women, out of 100\nof: 100\ngroups:\n"
                        "  - {count: 26, label: \"26 with it\"}\n"
                        "note: \"1,148 took part. [](source:one)\"\n```\n"),
              "Women, out of 100; 26 with it; 1,148 took part. <- one @ en/010-first.md:9\n");
}

TEST(ClaimTable, first_language_comes_first_and_pages_in_their_order) {
    ScratchPack scratch;
    scratch.change("languages: [en]", "languages: [tr, en]");
    scratch.page("It helps. [](source:one)\n");
    scratch.write("en/020-second.md", "---\ntitle: B\n---\nIt hurts. [](source:two)\n");
    scratch.write("tr/010-first.md", "---\ntitle: A\n---\nYarar. [](source:one)\n");
    EXPECT_EQ(claims_in(scratch),
              "Yarar. <- one @ tr/010-first.md:4\n"
              "It helps. <- one @ en/010-first.md:4\n"
              "It hurts. <- two @ en/020-second.md:4\n");
}

TEST(ClaimTable, tells_the_kind_and_the_rows_of_the_evidence_sheet) {
    ScratchPack scratch;
    scratch.page("It helps. [](source:one)\n");
    const auto checked = check_pack_and_score(scratch.folder(), {.claims = true});
    ASSERT_EQ(checked.claims.size(), 1U);
    EXPECT_EQ(checked.claims[0].kind, "trial");
    EXPECT_EQ(checked.claims[0].evidence, std::vector<std::string>{"A-1"});
    EXPECT_EQ(checked.claims[0].page, "010-first");
    EXPECT_EQ(checked.claims[0].language, "en");
}

TEST(ClaimTable, is_made_when_it_is_asked_for) {
    ScratchPack scratch;
    scratch.page("It helps. [](source:one)\n");
    EXPECT_TRUE(check_pack_and_score(scratch.folder()).claims.empty());
}

}  // namespace candor::pack
