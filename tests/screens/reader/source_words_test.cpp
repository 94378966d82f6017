#include "screens/reader/source_words.h"

#include <gtest/gtest.h>

#include <set>

#include "stage.h"

namespace candor::screens {
namespace {

using pack::PaidBy;
using pack::Proof;
using pack::SourceKind;

pack::Source source_of(SourceKind kind, pack::Strength strength) {
    pack::Source source;
    source.id = "study";
    source.number = 1;
    source.citation = "A.";
    source.kind = kind;
    source.strength = strength;
    return source;
}

/// A page with one claim that cites the source.
Visitor reading_a_claim_of(const pack::Source& source, const std::string& language = "en") {
    auto catalog = std::make_shared<Catalog>(*shipped_catalog());
    pack::RichText claim = plain("It helps.");
    claim.push_back({{}, false, false, pack::LinkKind::source, "study"});
    auto library = std::make_shared<pack::Library>();
    pack::Pack pack = pack_of("a", {page_of("one", {pack::Prose{claim}})});
    pack.pages[language] = pack.pages["en"];
    pack.sources = {source};
    library->packs.push_back(std::move(pack));
    catalog->library = library;
    catalog->self_check = nullptr;
    Visitor visitor(catalog);
    visitor.asks(SetLanguage{language}).asks(Start{}).asks(OpenPlace{{"a", "one", 0, -1}});
    return visitor;
}

TEST(StrengthOfASource, mark_is_what_weakens_the_proof_most) {
    const auto mark = [](SourceKind kind, pack::Strength strength) {
        return strength_mark(source_of(kind, strength)).icon;
    };
    EXPECT_EQ(mark(SourceKind::trial, {Proof::against_dummy, true, PaidBy::maker}), "proof-earns");
    EXPECT_EQ(mark(SourceKind::trial, {Proof::against_other, false, PaidBy::firm}), "proof-earns");
    EXPECT_EQ(mark(SourceKind::maker, {}), "proof-earns");
    EXPECT_EQ(mark(SourceKind::clinic, {}), "proof-earns");
    EXPECT_EQ(mark(SourceKind::trial, {Proof::against_dummy, true, PaidBy::nobody}),
              "proof-one-team");
    EXPECT_EQ(mark(SourceKind::trial, {Proof::no_comparison, false, PaidBy::nobody}),
              "proof-alone");
    EXPECT_EQ(mark(SourceKind::review, {Proof::pooled, false, PaidBy::public_money}),
              "proof-pooled");
    EXPECT_EQ(mark(SourceKind::guideline, {}), "");
}

TEST(StrengthOfASource, each_mark_has_an_icon_and_words_in_five_languages) {
    for (const char* language : {"en", "tr", "ar", "de", "es"}) {
        const auto& strings = shipped_catalog()->strings.at(language);
        std::set<std::string> words;
        for (int proof = 1; proof <= static_cast<int>(Proof::not_in_people); ++proof) {
            const auto mark =
                strength_mark(source_of(SourceKind::study, {static_cast<Proof>(proof)}));
            ASSERT_NE(mark.key, nullptr);
            EXPECT_TRUE(std::filesystem::exists(source_folder() / "assets/icons" /
                                                (std::string(mark.icon) + ".svg")))
                << mark.icon;
            words.insert(strings(mark.key));
        }
        EXPECT_EQ(words.size(), 7U) << language;
    }
}

TEST(StrengthOfASource, number_of_a_claim_tells_it_to_who_cannot_see_the_mark) {
    Stage stage(1080, 1920, decoder());
    const auto value = [&](pack::Strength strength) {
        Visitor visitor = reading_a_claim_of(source_of(SourceKind::trial, strength));
        stage.draw(visitor.state);
        const ui::Node* pill = stage.tree().find(ui::Role::button, "Source 1");
        return pill == nullptr ? "no pill" : pill->value;
    };
    EXPECT_EQ(value({}), "");
    EXPECT_EQ(value({Proof::against_dummy}), "One trial. It compared with a dummy.");
    EXPECT_EQ(value({Proof::against_dummy, false, PaidBy::maker}),
              "The maker paid for the study, or was its sponsor.");
}

TEST(StrengthOfASource, touch_explains_all_that_is_known_of_it) {
    Stage stage(1080, 1920, decoder());
    Visitor visitor = reading_a_claim_of(
        source_of(SourceKind::trial, {Proof::against_dummy, true, PaidBy::maker}));
    stage.tap(visitor, ui::Role::button, "Source 1");
    stage.draw(visitor.state);
    for (const char* words :
         {"One trial. It compared with a dummy.",
          "All of it comes from one team. We found no other team that repeated it.",
          "The maker paid for the study, or was its sponsor."})
        EXPECT_NE(stage.tree().find(ui::Role::paragraph, words), nullptr) << words;
}

}  // namespace
}  // namespace candor::screens
