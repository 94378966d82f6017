#include <gtest/gtest.h>

#include <algorithm>

#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

/// A page with two questions, and one with a word.
std::shared_ptr<const Catalog> asked_catalog() {
    const pack::Faq faq{{{"Does it hurt?", plain("A little.")},
                         {"How long does it last?", plain("Swelling lasts a day.")}}};
    auto library = std::make_shared<pack::Library>();
    library->packs.push_back(
        pack_of("a", {page_of("one", {pack::Prose{plain("Transplants grow.")}}),
                      page_of("asked", {pack::Prose{plain("Words")}, faq})}));
    auto catalog = bare_catalog();
    catalog->library = library;
    return catalog;
}

class SearchScreen : public testing::Test {
  protected:
    SearchScreen() {
        index = std::move(*pack::SearchIndex::open({}, visitor.state.catalog->library));
        visitor.services.index = index.get();
        visitor.asks(Start{}).asks(OpenSearch{});
    }
    const Node* find(Role role, const std::string& name) {
        stage.draw(visitor.state);
        return stage.tree().find(role, name);
    }
    void tap(Role role, const std::string& name) { stage.tap(visitor, role, name); }
    std::string words(std::string_view key) { return visitor.state.strings()(key); }

    Visitor visitor{asked_catalog()};
    std::unique_ptr<pack::SearchIndex> index;
    Stage stage{1080, 1920, decoder()};
};

}  // namespace

TEST_F(SearchScreen, nothing_found_offers_near_words_and_the_questions) {
    visitor.types_into(Field::search, "transporters").presses(ui::KeyboardResult::Kind::done);
    EXPECT_NE(find(Role::status, words("search.none")), nullptr);
    EXPECT_NE(find(Role::heading, words("search.nearest")), nullptr);
    EXPECT_NE(find(Role::button, "Does it hurt?"), nullptr);
    tap(Role::button, "Transplants");
    EXPECT_EQ(visitor.state.visit.search.words.view(), "Transplants");
    ASSERT_EQ(visitor.state.visit.search.hits.size(), 1U);
    EXPECT_TRUE(visitor.state.visit.search.nearest.empty());
}

TEST_F(SearchScreen, without_near_words_none_are_promised) {
    visitor.types_into(Field::search, "zzzzz").presses(ui::KeyboardResult::Kind::done);
    EXPECT_EQ(find(Role::heading, words("search.nearest")), nullptr);
    EXPECT_NE(find(Role::button, "Does it hurt?"), nullptr);
}

TEST_F(SearchScreen, hit_in_a_folded_answer_opens_it) {
    visitor.types_into(Field::search, "swelling").presses(ui::KeyboardResult::Kind::done);
    tap(Role::link, "Page asked");
    EXPECT_EQ(visitor.screen(), Screen::reader);
    const Node* asked = find(Role::button, "How long does it last?");
    ASSERT_NE(asked, nullptr);
    EXPECT_NE(asked->states & ui::kExpanded, 0U);
    EXPECT_EQ(find(Role::button, "Does it hurt?")->states & ui::kExpanded, 0U);
}

TEST_F(SearchScreen, near_words_are_forgotten_with_the_visit) {
    visitor.types_into(Field::search, "transporters");
    ASSERT_FALSE(visitor.state.visit.search.nearest.empty());
    visitor.asks(FinishVisit{});
    EXPECT_TRUE(visitor.state.visit.search.nearest.empty());
}

}  // namespace candor::screens
