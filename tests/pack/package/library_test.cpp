#include "pack/package/library.h"

#include "scratch_pack.h"

namespace candor::pack {
namespace {

void add_pack(const ScratchPack& scratch, const std::string& id, const std::string& order,
              const std::string& body) {
    const auto folder = scratch.content() / id;
    std::filesystem::copy(scratch.folder(), folder, std::filesystem::copy_options::recursive);
    std::string yaml = ScratchPack::kPackYaml;
    yaml.replace(yaml.find("scratch"), 7, id);
    yaml.replace(yaml.find("order: 20"), 9, "order: " + order);
    std::ofstream(folder / "pack.yaml") << yaml;
    std::ofstream(folder / "en/010-first.md") << "---\ntitle: First\n---\n" + body;
}

const RichText& first_text(const Library& library, std::string_view pack) {
    return body_of<Prose>(library.find(std::string(pack))->page("en", "010-first")->blocks.at(0))
        .text;
}

}  // namespace

TEST(Library, packs_come_by_order_then_id) {
    const ScratchPack scratch;
    add_pack(scratch, "late", "30", "A.\n");
    add_pack(scratch, "first", "10", "A.\n");
    add_pack(scratch, "again", "20", "A.\n");
    const auto library = load_library(scratch.content());
    ASSERT_EQ(library->packs.size(), 4U) << listing(library->findings);
    EXPECT_EQ(library->packs[0].id, "first");
    EXPECT_EQ(library->packs[1].id, "again");
    EXPECT_EQ(library->packs[2].id, "scratch");
    EXPECT_EQ(library->packs[3].id, "late");
    EXPECT_EQ(library->find("none"), nullptr);
}

TEST(Library, broken_pack_is_left_out_and_its_findings_name_its_folder) {
    const ScratchPack scratch;
    add_pack(scratch, "broken", "10", "A.\n");
    std::ofstream(scratch.content() / "broken/pack.yaml") << "id: [";
    const auto library = load_library(scratch.content());
    ASSERT_EQ(library->packs.size(), 1U);
    ASSERT_FALSE(library->findings.empty());
    EXPECT_EQ(library->findings[0].file, "broken/pack.yaml");
}

TEST(Library, self_checks_stand_apart) {
    ScratchPack scratch;
    scratch.remove("en");
    scratch.write("questionnaire.yaml", "a: 1\n");
    scratch.write("guidance.yaml", "a: 1\n");
    const auto library = load_library(scratch.content());
    EXPECT_TRUE(library->packs.empty());
    ASSERT_EQ(library->self_checks.size(), 1U);
    EXPECT_EQ(library->find("scratch"), &library->self_checks[0]);
}

TEST(Library, empty_folder_and_missing_folder_give_a_finding) {
    const ScratchPack scratch;
    std::filesystem::remove_all(scratch.folder());
    EXPECT_EQ(load_library(scratch.content())->findings.at(0).code, "no-packs");
    EXPECT_EQ(load_library("/nowhere/at/all")->findings.at(0).code, "no-packs");
    EXPECT_TRUE(load_library("/nowhere/at/all")->packs.empty());
}

TEST(Library, link_to_a_page_of_another_pack_is_kept) {
    ScratchPack scratch;
    scratch.page("See [it](page:other/010-first).\n");
    add_pack(scratch, "other", "30", "A.\n");
    const auto library = load_library(scratch.content());
    EXPECT_TRUE(library->findings.empty()) << listing(library->findings);
    EXPECT_EQ(first_text(*library, "scratch").at(1).target, "other/010-first");
}

TEST(Library, link_to_a_page_that_is_left_out_becomes_plain_words) {
    ScratchPack scratch;
    scratch.page("One.\n\nTwo.\n");
    add_pack(scratch, "other", "30",
             "See\n[it](page:scratch/020-none) or [us](page:other/010-first).\n");
    const auto library = load_library(scratch.content());
    EXPECT_TRUE(has_finding(library->findings, "other/en/010-first.md", 5, "unknown-page"));
    const auto& text = first_text(*library, "other");
    EXPECT_EQ(plain_text(text), "See it or us.");
    EXPECT_EQ(text.at(1).link, LinkKind::none);
    EXPECT_EQ(text.at(3).link, LinkKind::page);
}

TEST(Library, link_to_a_page_of_another_language_becomes_plain_words) {
    ScratchPack scratch;
    scratch.change("[en]", "[en, tr]");
    scratch.write("tr/020-second.md", "---\ntitle: B\n---\nBir [iki](page:scratch/010-first).\n");
    const auto library = load_library(scratch.content());
    EXPECT_TRUE(has_finding(library->findings, "scratch/tr/020-second.md", 4, "unknown-page"));
}

TEST(Library, pack_that_is_there_under_two_names_is_shown_once_and_told) {
    const ScratchPack scratch;
    std::filesystem::create_symlink(scratch.folder(), scratch.content() / "zwei");
    const auto library = load_library(scratch.content());
    EXPECT_EQ(library->packs.size(), 1U);
    EXPECT_TRUE(has_finding(library->findings, "zwei/pack.yaml", 0, "duplicate-id"));
}

}  // namespace candor::pack
