#include "screens/frame/hearing.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "stage.h"

namespace candor::screens {
namespace {

pack::RichText cited(const std::string& text) {
    return {{text, false, false, pack::LinkKind::none, {}},
            {"", false, false, pack::LinkKind::source, "someone"}};
}

std::shared_ptr<Catalog> readable_catalog() {
    auto catalog = bare_catalog();
    auto library = std::make_shared<pack::Library>();
    library->packs.push_back(
        pack_of("a", {page_of("one", {pack::Prose{cited("It is blood.  It is yours.")},
                                      pack::Prose{plain("Nobody knows more.")}}),
                      page_of("two", {pack::Prose{plain("The end.")}})}));
    catalog->library = library;
    return catalog;
}

/// Somebody in front of a page, who can hear.
class HearingTest : public testing::Test {
  protected:
    HearingTest() {
        visitor.state.is_heard = true;
        visitor.asks(OpenPack{"a"});
    }
    /// As the kiosk does: what a frame asks for is carried out before the next one.
    void draw() {
        for (int round = 0; round < 3; ++round)
            for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
    }
    void listen() {
        visitor.asks(Listen{});
        draw();
    }
    std::vector<std::string> words() const {
        std::vector<std::string> all;
        for (const Sentence& each : hearing().sentences) all.push_back(each.words);
        return all;
    }
    const Hearing& hearing() const { return visitor.state.visit.hearing; }

    Visitor visitor{readable_catalog()};
    Stage stage{1080, 1920, "/nonexistent/decoder"};
};

}  // namespace

TEST_F(HearingTest, page_is_read_from_its_heading_without_its_sources_numbers) {
    listen();
    const auto all = words();
    ASSERT_GE(all.size(), 4U);
    EXPECT_EQ(all[0], "Page one");
    EXPECT_EQ(all[1], "It is blood.");
    EXPECT_EQ(all[2], "It is yours.");
    EXPECT_EQ(all[3], "Nobody knows more.");
}

TEST_F(HearingTest, goes_from_sentence_to_sentence_and_ends_after_the_last) {
    listen();
    const std::size_t count = hearing().sentences.size();
    for (std::size_t i = 1; i < count; ++i) {
        visitor.asks(SentenceHeard{});
        EXPECT_EQ(hearing().at, i);
    }
    visitor.asks(SentenceHeard{});
    EXPECT_FALSE(hearing().is_reading());
}

TEST_F(HearingTest, every_other_intent_ends_it) {
    for (const Intent& other :
         {Intent{OpenSheet{{SheetKind::ask_staff, {}, {}}}}, Intent{NextPage{}},
          Intent{SetTextSize{ui::TextSize::large}}, Intent{GoBack{}}, Intent{FinishVisit{}}}) {
        visitor.asks(OpenPack{"a"});
        listen();
        ASSERT_TRUE(hearing().is_reading());
        visitor.asks(other);
        EXPECT_FALSE(hearing().is_reading()) << other.index();
    }
}

TEST_F(HearingTest, controls_keep_it_and_stay_within_their_ends) {
    listen();
    visitor.asks(PauseListening{true});
    EXPECT_TRUE(hearing().paused);
    for (int i = 0; i < 9; ++i) visitor.asks(SetPace{hearing().pace - 1});
    EXPECT_EQ(hearing().pace, 0);
    EXPECT_FALSE(hearing().paused) << "it is said again, slower";
    for (int i = 0; i < 9; ++i) visitor.asks(SetPace{hearing().pace + 1});
    EXPECT_EQ(hearing().pace, static_cast<int>(kPaces.size()) - 1);
    for (int i = 0; i < 9; ++i) visitor.asks(SetVolume{hearing().volume - 1});
    EXPECT_EQ(hearing().volume, 1);
    for (int i = 0; i < 9; ++i) visitor.asks(SetVolume{hearing().volume + 1});
    EXPECT_EQ(hearing().volume, kLoudest);
    EXPECT_TRUE(hearing().is_reading());
}

TEST_F(HearingTest, goes_on_from_a_text_and_from_nowhere_else) {
    listen();
    const auto sentences = hearing().sentences;
    visitor.asks(ListenFrom{sentences[2].place.node});
    EXPECT_EQ(hearing().at, 1U) << "the start of that paragraph";
    visitor.asks(ListenFrom{12345});
    EXPECT_EQ(hearing().at, 1U);
}

TEST_F(HearingTest, nothing_is_read_where_nothing_is_heard_or_no_voice_speaks_the_language) {
    visitor.state.is_heard = false;
    listen();
    EXPECT_FALSE(hearing().is_reading());
    EXPECT_EQ(stage.tree().find(ui::Role::button, "Listen"), nullptr);
}

TEST_F(HearingTest, sentence_that_is_read_is_marked_in_its_paragraph) {
    listen();
    visitor.asks(SentenceHeard{});
    const ui::Spoken spoken = hearing().sentence().place;
    EXPECT_EQ(spoken.words.begin, 0U);
    const auto node = std::find_if(stage.tree().nodes.begin(), stage.tree().nodes.end(),
                                   [&](const ui::Node& each) { return each.heard == spoken.node; });
    ASSERT_NE(node, stage.tree().nodes.end());
    EXPECT_EQ(node->name.substr(spoken.words.begin, spoken.words.end), "It is blood.");
}

TEST_F(HearingTest, visit_that_ends_leaves_nothing_of_it) {
    listen();
    visitor.asks(SpeakScreen{true}).asks(UseKeypad{}).asks(DarkScreen{true}).asks(SetVolume{5});
    visitor.asks(FinishVisit{});
    EXPECT_FALSE(hearing().is_reading());
    EXPECT_FALSE(hearing().speaks_screen || hearing().keypad || hearing().dark);
    EXPECT_EQ(hearing().volume, kFirstVolume);
}

TEST_F(HearingTest, screen_is_dark_only_for_who_hears_it) {
    visitor.asks(DarkScreen{true});
    EXPECT_FALSE(hearing().dark);
    visitor.asks(SpeakScreen{true}).asks(DarkScreen{true});
    EXPECT_TRUE(hearing().dark);
    visitor.asks(SpeakScreen{false});
    EXPECT_FALSE(hearing().dark);
}

}  // namespace candor::screens
