#include <filesystem>

#include "scratch_pack.h"

namespace candor::pack {
namespace {
constexpr const char* kOnePage = "en/010-first.md";
}

TEST(LoadPack, good_pack_has_every_field_and_no_findings) {
    const ScratchPack scratch;
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack) << listing(loaded.findings);
    EXPECT_TRUE(loaded.findings.empty()) << listing(loaded.findings);
    const Pack& pack = *loaded.pack;
    EXPECT_EQ(pack.id, "scratch");
    EXPECT_EQ(pack.version, 3);
    EXPECT_EQ(pack.order, 20);
    EXPECT_EQ(pack.tint, "sun");
    EXPECT_EQ(pack.title.in("en"), "Scratch");
    EXPECT_EQ(pack.published, "2026-11-22");
    EXPECT_EQ(pack.review.review_by, "2027-11-22");
    EXPECT_EQ(pack.review.status, ReviewStatus::draft);
    EXPECT_EQ(pack.cover, scratch.folder() / "images/cover.svg");
    EXPECT_FALSE(pack.is_self_check);
    EXPECT_EQ(pack.pages_in("en").size(), 1U);
    EXPECT_TRUE(pack.pages_in("tr").empty());
}

TEST(LoadPack, sources_keep_their_place_and_kind) {
    const auto loaded = ScratchPack().load();
    ASSERT_TRUE(loaded.pack);
    const Source* two = loaded.pack->source("two");
    ASSERT_NE(two, nullptr);
    EXPECT_EQ(two->number, 2);
    EXPECT_EQ(two->kind, SourceKind::register_);
    EXPECT_EQ(two->link, "https://example.org/two");
    EXPECT_EQ(loaded.pack->source("one")->evidence, std::vector<std::string>{"A-1"});
    EXPECT_EQ(loaded.pack->source("one")->strength.proof, Proof::against_dummy);
    EXPECT_EQ(loaded.pack->source("three"), nullptr);
    EXPECT_EQ(loaded.pack->term("word")->meaning.in("en"), "What is said.");
}

TEST(LoadPack, every_kind_of_source_is_read) {
    const std::pair<const char*, SourceKind> kinds[] = {
        {"clinic", SourceKind::clinic},
        {"maker", SourceKind::maker},
        {"register", SourceKind::register_},
        {"trial", SourceKind::trial},
        {"review", SourceKind::review},
        {"guideline", SourceKind::guideline},
        {"regulator", SourceKind::regulator},
        {"health-service", SourceKind::health_service},
        {"prize", SourceKind::prize},
        {"study", SourceKind::study},
        {"law", SourceKind::law},
        {"society", SourceKind::society},
        {"book", SourceKind::book},
        {"website", SourceKind::website}};
    for (const auto& [name, kind] : kinds) {
        ScratchPack scratch;
        scratch.write("sources.yaml",
                      std::string("one: {citation: A, kind: ") + name + ", note: {en: B}}\n");
        const auto loaded = scratch.load();
        ASSERT_TRUE(loaded.pack);
        ASSERT_NE(loaded.pack->source("one"), nullptr) << name;
        EXPECT_EQ(loaded.pack->source("one")->kind, kind) << name;
        EXPECT_FALSE(has_finding(loaded.findings, "sources.yaml", 1, "unknown-value")) << name;
    }
}

TEST(LoadPack, source_of_a_kind_that_is_not_known_is_read_without_a_kind) {
    ScratchPack scratch;
    scratch.write("sources.yaml",
                  "one: {citation: A, kind: leaflet, note: {en: B}}\n"
                  "two: {citation: A, note: {en: B}}\n");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.pack->source("one")->kind, SourceKind::unnamed);
    EXPECT_EQ(loaded.pack->source("two")->kind, SourceKind::unnamed);
    EXPECT_TRUE(has_finding(loaded.findings, "sources.yaml", 1, "unknown-value"));
    EXPECT_TRUE(has_finding(loaded.findings, "sources.yaml", 2, "missing-key"));
}

TEST(LoadPack, missing_folder_is_a_finding) {
    const auto loaded = load_pack("/nowhere/at/all");
    EXPECT_FALSE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 0, "missing-file"));
}

TEST(LoadPack, pack_yaml_that_is_not_yaml_leaves_the_pack_out) {
    ScratchPack scratch;
    scratch.write("pack.yaml", "id: scratch\ntitle: {en: \"A\"\nversion: 1\n");
    const auto loaded = scratch.load();
    EXPECT_FALSE(loaded.pack);
    ASSERT_FALSE(loaded.findings.empty());
    EXPECT_EQ(loaded.findings.front().code, "yaml-syntax");
    EXPECT_GE(loaded.findings.front().line, 2);
}

TEST(LoadPack, all_errors_of_a_pack_come_at_once) {
    ScratchPack scratch;
    scratch.write("pack.yaml", "id: other\nversion: none\ntitel: {en: \"A\"}\n");
    scratch.page("See [](source:none).\n");
    const auto loaded = scratch.load();
    EXPECT_FALSE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 1, "id-not-folder"));
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 2, "wrong-value"));
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 3, "unknown-key"));
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 1, "missing-key"));
}

TEST(LoadPack, unknown_key_names_the_nearest_known_one) {
    ScratchPack scratch;
    scratch.change("summary:", "sumary:");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    ASSERT_TRUE(has_finding(loaded.findings, "pack.yaml", 6, "unknown-key"));
    EXPECT_NE(listing(loaded.findings).find("Did you mean “summary”?"), std::string::npos);
}

TEST(LoadPack, missing_required_key_leaves_the_pack_out) {
    for (const char* line :
         {"id: scratch\n", "version: 3\n", "languages: [en]\n", "title: {en: \"Scratch\"}\n"}) {
        ScratchPack scratch;
        scratch.change(line, "");
        EXPECT_FALSE(scratch.load().pack) << line;
    }
}

TEST(LoadPack, missing_funding_is_a_warning) {
    ScratchPack scratch;
    scratch.change("funding: {en: \"No one.\"}\n", "");
    const auto loaded = scratch.load();
    EXPECT_TRUE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 1, "missing-key"));
    EXPECT_FALSE(has_error(loaded.findings));
}

TEST(LoadPack, reviewed_without_a_reviewer_stays_a_draft) {
    ScratchPack scratch;
    scratch.change("status: draft", "status: reviewed");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.pack->review.status, ReviewStatus::draft);
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 14, "review-incomplete"));
}

TEST(LoadPack, reviewed_with_role_name_and_date_is_reviewed) {
    ScratchPack scratch;
    scratch.change("status: draft\n  role: \"\"\n  name: \"\"\n  date: \"\"",
                   "status: reviewed\n  role: dermatologist\n  name: A Test\n  date: 2026-11-01");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.pack->review.status, ReviewStatus::reviewed);
    EXPECT_EQ(loaded.pack->review.date, "2026-11-01");
}

TEST(LoadPack, day_that_does_not_exist_is_a_finding) {
    ScratchPack scratch;
    scratch.change("2026-11-22", "2026-02-30");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.pack->published, "");
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 10, "bad-date"));
}

TEST(LoadPack, unknown_tint_is_a_finding_and_the_first_tint) {
    ScratchPack scratch;
    scratch.change("tint: sun", "tint: sum");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.pack->tint, "mint");
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 9, "unknown-value"));
}

TEST(LoadPack, missing_cover_keeps_the_pack) {
    ScratchPack scratch;
    scratch.remove("images/cover.svg");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_TRUE(loaded.pack->cover.empty());
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 7, "missing-image"));
}

TEST(LoadPack, broken_page_is_left_out_and_the_others_stay) {
    ScratchPack scratch;
    scratch.write("en/020-second.md", "---\ntitle: Second\n---\nGood.\n");
    scratch.page("<b>No</b>\n");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.pack->page("en", "010-first"), nullptr);
    ASSERT_NE(loaded.pack->page("en", "020-second"), nullptr);
    EXPECT_EQ(loaded.pack->page("en", "020-second")->file, scratch.folder() / "en/020-second.md");
    EXPECT_TRUE(has_finding(loaded.findings, kOnePage, 4, "raw-html"));
}

TEST(LoadPack, pack_without_a_good_page_is_left_out) {
    ScratchPack scratch;
    scratch.page("<b>No</b>\n");
    const auto loaded = scratch.load();
    EXPECT_FALSE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 0, "no-pages"));
}

TEST(LoadPack, sources_that_cannot_be_read_leave_the_pack_out) {
    ScratchPack scratch;
    scratch.write("sources.yaml", "one: [\n");
    const auto loaded = scratch.load();
    EXPECT_FALSE(loaded.pack);
    EXPECT_TRUE(has_error(loaded.findings));
}

TEST(LoadPack, sources_with_a_hidden_character_leave_the_pack_out) {
    ScratchPack scratch;
    scratch.write("sources.yaml", "one:\n  citation: \"A \xE2\x80\xAE B\"\n  kind: trial\n");
    const auto loaded = scratch.load();
    EXPECT_FALSE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "sources.yaml", 2, "bidi-control"));
}

TEST(LoadPack, broken_source_is_left_out_and_keeps_the_numbers_of_the_rest) {
    ScratchPack scratch;
    scratch.write("sources.yaml", "one:\n  kind: trial\ntwo:\n  citation: B\n  kind: trail\n");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.pack->source("one"), nullptr);
    EXPECT_EQ(loaded.pack->source("two")->number, 2);
    EXPECT_TRUE(has_finding(loaded.findings, "sources.yaml", 2, "missing-key"));
    EXPECT_TRUE(has_finding(loaded.findings, "sources.yaml", 5, "unknown-value"));
}

TEST(LoadPack, strength_of_a_source_is_read_and_a_misspelt_one_left_out) {
    ScratchPack scratch;
    scratch.write("sources.yaml",
                  "one:\n  citation: A\n  kind: trial\n  proof: no-comparison\n"
                  "  one_team: true\n  paid_by: firm\n  note: {en: B}\n"
                  "two:\n  citation: B\n  kind: trial\n  proof: againts-dummy\n  paid_by: me\n");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    const Strength& one = loaded.pack->source("one")->strength;
    EXPECT_EQ(one.proof, Proof::no_comparison);
    EXPECT_TRUE(one.one_team);
    EXPECT_EQ(one.paid_by, PaidBy::firm);
    const Strength& two = loaded.pack->source("two")->strength;
    EXPECT_EQ(two.proof, Proof::unsaid);
    EXPECT_EQ(two.paid_by, PaidBy::unsaid);
    EXPECT_TRUE(has_finding(loaded.findings, "sources.yaml", 11, "unknown-value"));
    EXPECT_TRUE(has_finding(loaded.findings, "sources.yaml", 12, "unknown-value"));
}

TEST(LoadPack, term_names_the_questions_that_use_it) {
    ScratchPack scratch;
    scratch.write("glossary.yaml",
                  "word:\n  questions: [age, hopes]\n  en: {term: A, meaning: B}\n"
                  "other:\n  questions: age\n  en: {term: A, meaning: B}\n");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.pack->term("word")->questions, (std::vector<std::string>{"age", "hopes"}));
    EXPECT_EQ(loaded.pack->term("other"), nullptr);
    EXPECT_TRUE(has_finding(loaded.findings, "glossary.yaml", 5, "wrong-type"));
}

TEST(LoadPack, broken_glossary_keeps_the_pack_and_says_nothing_twice) {
    ScratchPack scratch;
    scratch.write("glossary.yaml", "word: {en: {term: A\n");
    scratch.page("A [word](term:word).\n");
    const auto loaded = scratch.load();
    EXPECT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.findings.size(), 1U) << listing(loaded.findings);
}

TEST(LoadPack, language_without_pages_and_pages_without_language_are_findings) {
    ScratchPack scratch;
    scratch.change("[en]", "[en, tr]");
    scratch.write("de/010-first.md", "---\ntitle: Eins\n---\nWort.\n");
    const auto loaded = scratch.load();
    EXPECT_TRUE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "tr", 0, "no-pages"));
    EXPECT_TRUE(has_finding(loaded.findings, "de", 0, "unlisted-language"));
}

TEST(LoadPack, language_that_leads_out_of_the_pack_is_refused) {
    ScratchPack scratch;
    scratch.change("[en]", "[en, \"../..\"]");
    const auto loaded = scratch.load();
    EXPECT_FALSE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "pack.yaml", 4, "language-code"));
}

TEST(LoadPack, pages_come_in_the_order_of_their_names_in_each_language) {
    ScratchPack scratch;
    scratch.change("[en]", "[en, tr]");
    scratch.write("en/005-before.md", "---\ntitle: Before\n---\nGood.\n");
    scratch.write("tr/010-first.md", "---\ntitle: Bir\nshort: ilk\n---\nKök hücre.\n");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack) << listing(loaded.findings);
    EXPECT_EQ(loaded.pack->pages_in("en").at(0).id, "005-before");
    EXPECT_EQ(loaded.pack->pages_in("en").at(1).short_title, "First");
    EXPECT_EQ(loaded.pack->pages_in("tr").at(0).short_title, "ilk");
    EXPECT_EQ(loaded.pack->pages_in("tr").at(0).language, "tr");
}

TEST(LoadPack, page_name_that_is_no_id_leaves_the_page_out) {
    ScratchPack scratch;
    scratch.write("en/My Page.md", "---\ntitle: A\n---\nGood.\n");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_EQ(loaded.pack->pages_in("en").size(), 1U);
    EXPECT_TRUE(has_finding(loaded.findings, "en/My Page.md", 0, "bad-id"));
}

TEST(LoadPack, page_over_a_mebibyte_is_left_out) {
    ScratchPack scratch;
    scratch.write("en/020-second.md", "---\ntitle: A\n---\n" + std::string(1024 * 1024, 'a'));
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "en/020-second.md", 0, "file-too-large"));
}

TEST(LoadPack, text_over_sixteen_mebibytes_is_not_read_further) {
    ScratchPack scratch;
    const std::string page = "---\ntitle: A\n---\n" + std::string(1000 * 1000, 'a') + "\n";
    for (int i = 10; i < 30; ++i) scratch.write("en/1" + std::to_string(i) + ".md", page);
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "en/129.md", 0, "file-too-large"));
    EXPECT_EQ(loaded.pack->pages_in("en").size(), 17U);
}

TEST(LoadPack, page_that_links_out_of_the_folder_is_refused) {
    ScratchPack scratch;
    std::filesystem::create_symlink("/etc/passwd", scratch.folder() / "en/020-second.md");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack);
    EXPECT_TRUE(has_finding(loaded.findings, "en/020-second.md", 0, "outside-pack"));
}

TEST(LoadPack, folder_with_a_questionnaire_is_a_self_check) {
    ScratchPack scratch;
    scratch.remove("en");
    scratch.write("questionnaire.yaml", "resourceType: Questionnaire\n");
    EXPECT_TRUE(has_finding(scratch.load().findings, "guidance.yaml", 0, "missing-file"));
    EXPECT_FALSE(scratch.load().pack);
    scratch.write("guidance.yaml", "levels: {}\n");
    const auto loaded = scratch.load();
    ASSERT_TRUE(loaded.pack) << listing(loaded.findings);
    EXPECT_TRUE(loaded.pack->is_self_check);
    EXPECT_TRUE(loaded.findings.empty()) << listing(loaded.findings);
}

/// What is broken once is told once: all else would only be told to be missing.
TEST(LoadPack, broken_pack_yaml_is_one_finding_with_its_cause) {
    for (const char* text : {"id: [scratch\nversion: {", "- a\n", "just words\n", "id: 'open\n"}) {
        ScratchPack scratch;
        scratch.write("pack.yaml", text);
        const auto loaded = load_pack(scratch.folder(), Keep::what_can_be_read);
        EXPECT_FALSE(loaded.pack);
        EXPECT_EQ(loaded.findings.size(), 1U) << text << listing(loaded.findings);
    }
    ScratchPack scratch;
    scratch.change("languages: [en]", "languages: en");
    EXPECT_EQ(scratch.load().findings.size(), 1U) << listing(scratch.load().findings);
}

}  // namespace candor::pack
