#include "pack/search/search.h"

#include <sqlite3.h>

#include "pack/search/search_store.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

/// Two pages in English and one in Turkish.
class Search : public testing::Test {
  protected:
    Search() {
        scratch_.change("[en]", "[en, tr]");
        scratch_.write("en/010-first.md",
                       "---\ntitle: What PRP is\n---\n"
                       "It is made from your own blood.\n\n"
                       "## How it is made\n\n"
                       "A centrifuge spins the blood. The café is not far.\n");
        scratch_.write(
            "en/020-second.md",
            "---\ntitle: Side effects\n---\n"
            "PRP can cause pain and swelling.\n\n"
            "```faq\n- question: \"Does it hurt?\"\n  answer: \"Injections can hurt.\"\n```\n");
        scratch_.write("tr/010-first.md",
                       "---\ntitle: PRP nedir\n---\nKanınızdan yapılır. Ağrı olabilir.\n");
        library_ = load_library(scratch_.content());
        EXPECT_TRUE(library_->findings.empty()) << listing(library_->findings);
    }

    std::unique_ptr<SearchIndex> open(const std::filesystem::path& file = {}) {
        auto index = SearchIndex::open(file, library_);
        if (!index) ADD_FAILURE() << index.error().detail;
        return index ? std::move(*index) : nullptr;
    }
    std::vector<SearchHit> find(const std::string& words, const std::string& language = "en") {
        return open()->find(language, words, 10);
    }
    std::filesystem::path file() const { return scratch_.content() / "library.db"; }

    ScratchPack scratch_;
    std::shared_ptr<const Library> library_;
};

std::vector<std::string> pages_of(const std::vector<SearchHit>& hits) {
    std::vector<std::string> out;
    for (const auto& hit : hits) out.push_back(hit.page);
    return out;
}

using Pages = std::vector<std::string>;

std::string stored_key(const std::filesystem::path& file) {
    auto database = sqlite::Database::open(file, sqlite::Access::make, 500);
    auto statement = sqlite::Statement::prepare(*database, "SELECT value FROM search_key");
    return statement && statement->step().value_or(false) ? statement->text(0) : "";
}

}  // namespace

TEST_F(Search, title_comes_before_words_in_a_page) {
    const auto hits = find("prp");
    ASSERT_EQ(pages_of(hits), (Pages{"010-first", "020-second"}));
    EXPECT_EQ(hits[0].block, -1);
    EXPECT_EQ(hits[0].title, "What PRP is");
    EXPECT_EQ(hits[0].pack, "scratch");
    EXPECT_EQ(hits[1].block, 0);
}

TEST_F(Search, word_in_a_long_title_counts_more_than_words_in_a_short_block) {
    scratch_.write("en/030-third.md", "---\ntitle: Third\n---\nLaser, laser.\n");
    scratch_.write("en/040-fourth.md",
                   "---\ntitle: What we can and cannot say about the laser comb\n---\nLittle.\n");
    library_ = load_library(scratch_.content());
    EXPECT_EQ(pages_of(find("laser")), (Pages{"040-fourth", "030-third"}));
}

TEST_F(Search, hit_opens_at_its_block_and_marks_its_words) {
    const auto hits = find("swelling");
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].block, 0);
    EXPECT_EQ(hits[0].snippet, "PRP can cause pain and swelling.");
    ASSERT_EQ(hits[0].matches.size(), 1U);
    const auto [begin, end] = hits[0].matches[0];
    EXPECT_EQ(hits[0].snippet.substr(begin, end - begin), "swelling");
    EXPECT_EQ(find("centrifuge").at(0).block, 2);
    EXPECT_EQ(find("hurt").at(0).block, 1);
}

TEST_F(Search, heading_opens_at_the_heading) { EXPECT_EQ(find("how made").at(0).block, 1); }

TEST_F(Search, start_of_a_word_is_enough) { EXPECT_EQ(find("centr").size(), 1U); }

TEST_F(Search, all_words_are_wanted_where_a_block_has_them) {
    EXPECT_EQ(pages_of(find("prp pain")), Pages{"020-second"});
}

TEST_F(Search, some_words_are_enough_where_no_block_has_all) {
    EXPECT_EQ(find("centrifuge swelling").size(), 2U);
    EXPECT_EQ(find("centrfuge swelling").size(), 2U);
}

TEST_F(Search, accents_and_case_do_not_count) {
    EXPECT_EQ(find("CAFE").size(), 1U);
    EXPECT_EQ(find("cafe\xCC\x81").size(), 1U);
    EXPECT_EQ(find("AGRI", "tr").size(), 1U);
    EXPECT_EQ(find("kaniniz", "tr").size(), 1U);
}

TEST_F(Search, small_slips_are_forgiven) {
    EXPECT_EQ(pages_of(find("sweling")), Pages{"020-second"});
    EXPECT_EQ(pages_of(find("centrfuje")), Pages{"010-first"});
    EXPECT_EQ(pages_of(find("bloood made")), Pages{"010-first"});
    EXPECT_EQ(find("swelinx").size(), 0U);
    EXPECT_EQ(find("zzz").size(), 0U);
}

TEST_F(Search, slip_marks_the_word_that_was_meant) {
    const auto hit = find("sweling").at(0);
    const auto [begin, end] = hit.matches.at(0);
    EXPECT_EQ(hit.snippet.substr(begin, end - begin), "swelling");
}

TEST_F(Search, other_languages_are_not_searched) {
    EXPECT_EQ(find("swelling", "tr").size(), 0U);
    EXPECT_EQ(find("prp", "tr").size(), 1U);
    EXPECT_EQ(find("prp", "de").size(), 0U);
}

TEST_F(Search, limit_is_kept) {
    EXPECT_EQ(open()->find("en", "prp", 1).size(), 1U);
    EXPECT_EQ(open()->find("en", "prp", 0).size(), 0U);
    EXPECT_EQ(open()->find("en", "prp", -5).size(), 0U);
}

TEST_F(Search, hostile_words_are_words_or_nothing) {
    const auto index = open();
    for (const std::string& words :
         {std::string(), std::string("\""), std::string("prp\" OR \"x"), std::string("*"),
          std::string("NEAR(prp pain)"), std::string("title:prp"), std::string("prp AND"),
          std::string("-prp"), std::string("^prp"), std::string("(("), std::string("'; DROP TABLE"),
          std::string("a\0b prp", 7), std::string("\xFF\xFE\xC3"), std::string(100'000, 'a'),
          std::string(100'000, '"'), std::string(100'000, ' ') + "prp"})
        for (const auto& hit : index->find("en", words, 10))
            for (const auto& [begin, end] : hit.matches) {
                EXPECT_LT(begin, end);
                EXPECT_LE(end, hit.snippet.size());
            }
    EXPECT_EQ(index->find("en' OR 1=1 --", "prp", 10).size(), 0U);
    EXPECT_EQ(pages_of(index->find("en", "title:pain", 10)), Pages{"020-second"});
}

TEST_F(Search, one_letter_alone_finds_nothing) { EXPECT_EQ(find("a").size(), 0U); }

TEST_F(Search, index_is_kept_in_its_file_and_found_again) {
    EXPECT_EQ(open(file())->find("en", "prp", 10).size(), 2U);
    const auto key = stored_key(file());
    EXPECT_EQ(key.size(), 64U);
    const auto written = std::filesystem::last_write_time(file());
    EXPECT_EQ(open(file())->find("en", "prp", 10).size(), 2U);
    EXPECT_EQ(std::filesystem::last_write_time(file()), written);
}

TEST_F(Search, other_content_rebuilds_the_index) {
    open(file());
    const auto key = stored_key(file());
    scratch_.write("en/020-second.md", "---\ntitle: Side effects\n---\nRedness.\n");
    library_ = load_library(scratch_.content());
    const auto index = open(file());
    EXPECT_EQ(index->find("en", "redness", 10).size(), 1U);
    EXPECT_EQ(index->find("en", "swelling", 10).size(), 0U);
    EXPECT_NE(stored_key(file()), key);
}

TEST_F(Search, other_version_rebuilds_the_index) {
    open(file());
    const auto key = stored_key(file());
    scratch_.change("version: 3", "version: 4");
    scratch_.change("[en]", "[en, tr]");
    auto changed = std::make_shared<Library>(*library_);
    changed->packs[0].version = 4;
    library_ = changed;
    open(file());
    EXPECT_NE(stored_key(file()), key);
}

TEST_F(Search, words_that_others_wrote_into_the_file_are_never_shown) {
    open(file());
    {
        auto database = sqlite::Database::open(file(), sqlite::Access::make, 500);
        ASSERT_TRUE(database->run(
            "INSERT INTO search_text (rowid, title, heading, body)"
            " VALUES (1, 'miracle', '', ''), (2, '', '', 'a miracle cures'), (7000, '', '', "
            "'miracle'), (-3, '', '', 'miracle');"
            "INSERT INTO search_row VALUES (7000, 'en'), (-3, 'en');"
            "UPDATE search_row SET language = 'tr' WHERE id = 1"));
    }
    const auto index = open(file());
    EXPECT_EQ(index->find("en", "miracle", 10).size(), 0U);
    EXPECT_EQ(index->find("tr", "miracle", 10).size(), 0U);
    for (const auto& hit : index->find("en", "blood", 10))
        EXPECT_EQ(hit.snippet.find("miracle"), std::string::npos) << hit.snippet;
}

TEST_F(Search, damaged_file_is_made_anew) {
    for (const std::size_t size : {0U, 10U, 5'000U, 100'000U}) {
        { std::ofstream(file(), std::ios::binary) << std::string(size, 'x'); }
        EXPECT_EQ(open(file())->find("en", "prp", 10).size(), 2U) << size;
        EXPECT_EQ(stored_key(file()).size(), 64U) << size;
    }
}

TEST_F(Search, file_damaged_in_its_middle_is_made_anew) {
    open(file());
    const auto size = std::filesystem::file_size(file());
    {
        std::fstream bytes(file(), std::ios::binary | std::ios::in | std::ios::out);
        bytes.seekp(4096 + 8);
        bytes << std::string(size - 4096 - 8, '\x5A');
    }
    EXPECT_EQ(open(file())->find("en", "prp", 10).size(), 2U);
    EXPECT_EQ(std::filesystem::file_size(file()), size);
}

TEST_F(Search, cut_file_is_made_anew) {
    open(file());
    std::filesystem::resize_file(file(), std::filesystem::file_size(file()) / 2);
    EXPECT_EQ(open(file())->find("en", "prp", 10).size(), 2U);
}

TEST_F(Search, other_tables_of_the_file_are_left_alone) {
    {
        auto database = sqlite::Database::open(file(), sqlite::Access::make, 500);
        ASSERT_TRUE(database->run(
            "CREATE TABLE installed (id TEXT); INSERT INTO installed VALUES ('prp')"));
    }
    open(file());
    auto database = sqlite::Database::open(file(), sqlite::Access::make, 500);
    auto statement = sqlite::Statement::prepare(*database, "SELECT id FROM installed");
    ASSERT_TRUE(statement && statement->step().value_or(false));
    EXPECT_EQ(statement->text(0), "prp");
}

TEST_F(Search, file_that_cannot_be_written_falls_back_to_memory) {
    EXPECT_EQ(open("/proc/none/library.db")->find("en", "prp", 10).size(), 2U);
    std::filesystem::create_directory(file());
    EXPECT_EQ(open(file())->find("en", "prp", 10).size(), 2U);
    EXPECT_TRUE(std::filesystem::is_directory(file()));
}

TEST_F(Search, file_held_by_another_program_falls_back_to_memory) {
    auto database = sqlite::Database::open(file(), sqlite::Access::make, 500);
    ASSERT_TRUE(database->run("CREATE TABLE a (b); BEGIN EXCLUSIVE"));
    EXPECT_EQ(open(file())->find("en", "prp", 10).size(), 2U);
}

TEST_F(Search, nothing_of_a_query_reaches_the_disk) {
    const auto index = open(file());
    const auto size = std::filesystem::file_size(file());
    index->find("en", "verysecretword sweling", 10);
    EXPECT_EQ(std::filesystem::file_size(file()), size);
    for (const auto& entry : std::filesystem::directory_iterator(scratch_.content())) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        EXPECT_EQ(bytes.find("verysecret"), std::string::npos) << entry.path();
    }
}

TEST_F(Search, library_without_pages_finds_nothing) {
    library_ = std::make_shared<Library>();
    EXPECT_EQ(find("prp").size(), 0U);
}

}  // namespace candor::pack
