#include <algorithm>
#include <set>

#include "pack/page/page_texts.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

class ShippedPacks : public testing::Test {
  protected:
    const Library& library() {
        static const auto kLibrary =
            load_library(std::filesystem::path(CANDOR_SOURCE_DIR) / "content");
        return *kLibrary;
    }
    template <typename Visit>
    void for_each_block(Visit visit) {
        for (const auto& pack : library().packs)
            for (const auto& [language, pages] : pack.pages)
                for (const auto& page : pages)
                    for (const auto& block : page.blocks) visit(pack, page, block);
    }
};

bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_source(const RichText& text) {
    return std::any_of(text.begin(), text.end(),
                       [](const Run& run) { return run.link == LinkKind::source; });
}

/// Numbers and sources of a block, its text as it stands in `Prose`, `List` items and table cells.
bool has_unsourced_number(const Block& block) {
    bool digits = false, source = false;
    for_each_text(block, [&](const auto& text) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, RichText>) {
            digits = digits || has_digit(plain_text(text));
            source = source || has_source(text);
        }
    });
    const bool counted =
        std::holds_alternative<Prose>(block.body) || std::holds_alternative<List>(block.body) ||
        std::holds_alternative<Table>(block.body) || std::holds_alternative<Alert>(block.body) ||
        std::holds_alternative<Compare>(block.body) ||
        std::holds_alternative<IconArray>(block.body) ||
        std::holds_alternative<Density>(block.body) || std::holds_alternative<Faq>(block.body) ||
        std::holds_alternative<Steps>(block.body) || std::holds_alternative<Timeline>(block.body) ||
        std::holds_alternative<Course>(block.body) || std::holds_alternative<Sequence>(block.body);
    return counted && digits && !source;
}

/// "A summary gives these times: [1]" right above a table or a list.
bool leads_with_source(const Block& block) {
    const auto* prose = std::get_if<Prose>(&block.body);
    return prose != nullptr && has_source(prose->text) && plain_text(prose->text).ends_with(':');
}

}  // namespace

TEST_F(ShippedPacks, load_without_a_finding) {
    EXPECT_TRUE(library().findings.empty()) << listing(library().findings);
    std::vector<std::string> ids;
    for (const auto& pack : library().packs) ids.push_back(pack.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"why", "choices", "stem-cells", "prp", "procedure",
                                             "expectations"}));
    EXPECT_EQ(library().self_checks.size(), 1U);
}

TEST_F(ShippedPacks, every_kind_of_block_is_used) {
    std::set<std::size_t> kinds;
    std::set<AlertKind> alerts;
    for_each_block([&](const Pack&, const Page&, const Block& block) {
        kinds.insert(block.body.index());
        if (const auto* alert = std::get_if<Alert>(&block.body)) alerts.insert(alert->kind);
    });
    EXPECT_EQ(kinds.size(), std::variant_size_v<BlockBody>);
    EXPECT_EQ(alerts.size(), 3U);
}

TEST_F(ShippedPacks, each_ends_with_the_way_to_another_pack) {
    for (const auto& pack : library().packs) {
        for (const auto& [language, pages] : pack.pages) {
            bool leads_on = false;
            for_each_text(pages.back().blocks.back(), [&](const auto& text) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, RichText>)
                    for (const auto& run : text)
                        leads_on = leads_on || (run.link == LinkKind::page &&
                                                !run.target.starts_with(pack.id + "/"));
            });
            EXPECT_TRUE(leads_on) << pack.id << "/" << language << "/" << pages.back().id;
        }
    }
}

TEST_F(ShippedPacks, every_number_has_a_source_in_its_block_or_the_line_that_leads_to_it) {
    const Block* before = nullptr;
    for_each_block([&](const Pack& pack, const Page& page, const Block& block) {
        const bool first = &block == &page.blocks.front();
        EXPECT_TRUE(!has_unsourced_number(block) || (!first && leads_with_source(*before)))
            << pack.id << "/" << page.language << "/" << page.id << ".md:" << block.line << ": "
            << plain_text(block);
        before = &block;
    });
}

TEST_F(ShippedPacks, say_that_they_are_drafts) {
    for (const auto& pack : library().packs) {
        EXPECT_EQ(pack.review.status, ReviewStatus::draft) << pack.id;
        EXPECT_FALSE(pack.funding.empty()) << pack.id;
        EXPECT_FALSE(pack.review.review_by.empty()) << pack.id;
    }
}

TEST_F(ShippedPacks, every_source_says_how_strong_it_is_and_is_cited) {
    for (const auto& pack : library().packs) {
        std::set<std::string> cited;
        for_each_block([&](const Pack& of, const Page&, const Block& block) {
            if (&of != &pack) return;
            for_each_text(block, [&](const auto& text) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, RichText>)
                    for (const auto& run : text)
                        if (run.link == LinkKind::source) cited.insert(run.target);
            });
        });
        for (const auto& source : pack.sources) {
            EXPECT_TRUE(source.note.has("en")) << pack.id << " " << source.id;
            EXPECT_TRUE(cited.contains(source.id)) << pack.id << " " << source.id;
        }
    }
}

}  // namespace candor::pack
