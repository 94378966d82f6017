#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"

// Who listens: a page that is read aloud, and a whole visit by keypad without a look at the screen.

namespace candor::journeys {
namespace {

using Said = std::vector<std::string>;

bool says(const Said& said, std::string_view words) {
    return std::any_of(said.begin(), said.end(), [&](const std::string& each) {
        return each.find(words) != std::string::npos;
    });
}

std::string all_of(const Said& said) {
    std::string all;
    for (const std::string& each : said) all += each + "\n";
    return all;
}

class ListeningTest : public testing::Test {
  protected:
    ListeningTest() {
        kiosk.ask(screens::OpenPack{"prp"});
        static_cast<void>(kiosk.said());
    }
    const screens::Hearing& hearing() const { return kiosk.state().visit.hearing; }

    ScratchFolder folder;
    HeadlessKiosk kiosk{folder.path()};
    Person person{kiosk};
};

class KeypadTest : public testing::Test {
  protected:
    explicit KeypadTest(const std::string& hearing = "hearing: {keypad: {}}\n") {
        std::ofstream(folder / "kiosk.yaml") << hearing;
        kiosk = std::make_unique<HeadlessKiosk>(folder.path());
    }
    const screens::Visit& visit() const { return kiosk->state().visit; }

    /// With the key for what comes next, until what is heard begins with that.
    testing::AssertionResult goes_to(const std::string& name) {
        Said all;
        for (int presses = 0; presses < 150; ++presses) {
            static_cast<void>(kiosk->said());
            kiosk->press("Right");
            const Said said = kiosk->said();
            if (!said.empty() && said.back().starts_with(name)) return testing::AssertionSuccess();
            all.insert(all.end(), said.begin(), said.end());
        }
        return testing::AssertionFailure() << "never heard of " << name << ":\n" << all_of(all);
    }
    void selects(const std::string& name) {
        ASSERT_TRUE(goes_to(name));
        kiosk->press("Return");
    }

    ScratchFolder folder;
    std::unique_ptr<HeadlessKiosk> kiosk;
};

class KeypadWithHeadphones : public KeypadTest {
  protected:
    KeypadWithHeadphones() : KeypadTest("hearing: {headphones: true, keypad: {}}\n") {}
};

}  // namespace

TEST_F(ListeningTest, page_is_read_sentence_by_sentence_to_its_end) {
    person.touch(Role::button, "Listen");
    ASSERT_TRUE(hearing().is_reading());
    EXPECT_TRUE(person.sees(Role::button, "Pause"));
    const auto sentences = hearing().sentences;
    ASSERT_GT(sentences.size(), 5U);
    std::size_t last = 0;
    for (int waited = 0; waited < 600 && hearing().is_reading(); waited += 2) {
        EXPECT_TRUE(person.is_on("reader")) << "nobody is absent who listens";
        EXPECT_GE(hearing().at, last);
        last = hearing().at;
        person.waits(2);
    }
    EXPECT_FALSE(hearing().is_reading());
    const Said said = kiosk.said();
    ASSERT_EQ(said.size(), sentences.size());
    for (std::size_t i = 0; i < said.size(); ++i) EXPECT_EQ(said[i], sentences[i].words);
    EXPECT_FALSE(person.sees(Role::button, "Pause"));
}

TEST_F(ListeningTest, what_is_read_leaves_out_numbers_of_sources_and_the_bar) {
    person.touch(Role::button, "Listen");
    for (const auto& sentence : hearing().sentences) {
        EXPECT_EQ(sentence.words.find("Source "), std::string::npos) << sentence.words;
        EXPECT_NE(sentence.words, "Ask staff");
    }
}

TEST_F(ListeningTest, ends_with_whatever_else_is_done) {
    person.touch(Role::button, "Listen");
    ASSERT_GT(kiosk.sound().left_ms(), 0);
    person.touch(Role::button, "Ask staff");
    EXPECT_FALSE(hearing().is_reading());
    EXPECT_EQ(kiosk.sound().left_ms(), 0);
}

TEST_F(ListeningTest, pauses_goes_on_and_says_again) {
    person.touch(Role::button, "Listen");
    // One that is still said after a few touches.
    while (hearing().sentence().words.size() < 60) person.waits(1);
    person.touch(Role::button, "Pause");
    const auto at = hearing().at;
    person.waits(30);
    EXPECT_EQ(hearing().at, at);
    static_cast<void>(kiosk.said());
    person.touch(Role::button, "Go on");
    EXPECT_TRUE(kiosk.said().empty()) << "from where it was";
    person.touch(Role::button, "Again");
    EXPECT_EQ(kiosk.said(), Said{hearing().sentence().words});
}

TEST_F(ListeningTest, slower_and_louder_last_for_the_visit_alone) {
    person.touch(Role::button, "Listen");
    person.touch(Role::button, "Slower");
    person.touch(Role::button, "Louder");
    EXPECT_EQ(hearing().pace, screens::kFirstPace - 1);
    EXPECT_EQ(hearing().volume, screens::kFirstVolume + 1);
    EXPECT_TRUE(hearing().is_reading());
    kiosk.ask(screens::FinishVisit{});
    EXPECT_EQ(hearing().pace, screens::kFirstPace);
    EXPECT_EQ(hearing().volume, screens::kFirstVolume);
    EXPECT_EQ(kiosk.sound().left_ms(), 0);
    EXPECT_FALSE(kiosk.sound().is_open());
}

TEST_F(ListeningTest, goes_on_from_the_paragraph_that_is_touched) {
    person.touch(Role::button, "Listen");
    const std::string name = [&] {
        int paragraphs = 0;
        for (const ui::Node& node : kiosk.tree().nodes)
            if (node.role == Role::paragraph && node.region != 0 && ++paragraphs == 3)
                return node.name;
        return std::string();
    }();
    ASSERT_FALSE(name.empty());
    person.touch(Role::paragraph, name);
    EXPECT_TRUE(hearing().is_reading());
    EXPECT_TRUE(name.starts_with(hearing().sentence().words)) << name;
}

TEST_F(ListeningTest, what_is_read_is_in_sight) {
    person.touch(Role::button, "Listen");
    while (hearing().is_reading()) {
        const auto node = std::find_if(
            kiosk.tree().nodes.begin(), kiosk.tree().nodes.end(),
            [&](const ui::Node& each) { return each.heard == hearing().sentence().place.node; });
        ASSERT_NE(node, kiosk.tree().nodes.end());
        EXPECT_GE(node->rect.bottom(), 0) << node->name;
        EXPECT_LT(node->rect.y, 1920) << node->name;
        kiosk.ask(screens::SentenceHeard{});
    }
}

TEST_F(ListeningTest, sheet_is_read_as_well) {
    person.touch(Role::button, "Ask staff");
    person.touch(Role::button, "Listen");
    ASSERT_TRUE(hearing().is_reading());
    EXPECT_EQ(hearing().sentences.front().words, "Ask our staff");
    person.touch(Role::button, "Stop listening");
    EXPECT_FALSE(hearing().is_reading());
}

TEST_F(ListeningTest, kiosk_without_sound_offers_none_of_it) {
    const ScratchFolder other;
    HeadlessKiosk deaf(other.path());
    deaf.sound().set_there(false);
    deaf.ask(screens::OpenPack{"prp"});
    deaf.ask(screens::Listen{});
    Person reader(deaf);
    EXPECT_FALSE(deaf.state().visit.hearing.is_reading());
    EXPECT_FALSE(reader.sees(Role::button, "Listen"));
}

TEST_F(KeypadTest, first_key_begins_the_visit_and_says_how_to_go_on) {
    kiosk->press("Right");
    EXPECT_EQ(visit().screen, screens::Screen::home);
    EXPECT_TRUE(visit().hearing.speaks_screen);
    const Said said = kiosk->said();
    EXPECT_TRUE(says(said, "Speech is on")) << all_of(said);
    EXPECT_TRUE(says(said, "What would you like to know?")) << all_of(said);
}

TEST_F(KeypadTest, what_has_the_focus_is_said_with_role_and_place) {
    kiosk->press("Right");
    ASSERT_TRUE(goes_to("Ask staff"));
    static_cast<void>(kiosk->said());
    kiosk->press("Left");
    kiosk->press("Right");
    const Said said = kiosk->said();
    ASSERT_FALSE(said.empty());
    EXPECT_TRUE(said.back().starts_with("Ask staff, button, ")) << said.back();
    EXPECT_NE(said.back().find(" of "), std::string::npos) << said.back();
}

TEST_F(KeypadTest, sheet_is_entered_at_its_heading_and_left_to_where_one_was) {
    kiosk->press("Right");
    selects("Ask staff");
    EXPECT_EQ(visit().sheet.kind, screens::SheetKind::ask_staff);
    EXPECT_TRUE(says(kiosk->said(), "Please go to the front desk"));
    kiosk->press("Escape");
    const Said said = kiosk->said();
    ASSERT_FALSE(said.empty());
    EXPECT_TRUE(said.back().starts_with("Ask staff, button")) << said.back();
}

TEST_F(KeypadTest, what_is_typed_is_not_said_aloud) {
    kiosk->press("Right");
    kiosk->ask(screens::OpenRequest{});
    selects("First name");
    EXPECT_EQ(visit().typing.field, screens::Field::first_name);
    selects("Q,");
    EXPECT_EQ(visit().request.form.first_name.view(), "Q");
    EXPECT_FALSE(says(kiosk->said(), "Q")) << "after it was chosen";
    selects("Done");
    EXPECT_EQ(visit().typing.field, screens::Field::none);
    const Said said = kiosk->said();
    ASSERT_FALSE(said.empty());
    EXPECT_TRUE(said.back().starts_with("First name, text field, 1 character")) << said.back();
}

TEST_F(KeypadTest, other_forms_of_a_key_are_come_to_and_taken) {
    kiosk->press("Right");
    kiosk->ask(screens::OpenRequest{});
    selects("First name");
    ASSERT_TRUE(goes_to("E, button, has other forms"));
    static_cast<void>(kiosk->said());
    kiosk->press("F9");
    Said said = kiosk->said();
    ASSERT_FALSE(said.empty());
    EXPECT_TRUE(said.back().starts_with("È, button")) << said.back();
    kiosk->press("Right");
    kiosk->press("Return");
    EXPECT_EQ(visit().request.form.first_name.view(), "É");
    EXPECT_TRUE(visit().typing.keyboard.accents_of.empty());
    said = kiosk->said();
    ASSERT_FALSE(said.empty());
    EXPECT_TRUE(said.back().starts_with("e, button")) << "back at its key: " << said.back();
}

TEST_F(KeypadTest, other_forms_go_with_back_and_the_field_stays) {
    kiosk->press("Right");
    kiosk->ask(screens::OpenRequest{});
    selects("First name");
    ASSERT_TRUE(goes_to("A, button"));
    kiosk->press("F9");
    ASSERT_EQ(visit().typing.keyboard.accents_of, "a");
    kiosk->press("Escape");
    EXPECT_TRUE(visit().typing.keyboard.accents_of.empty());
    EXPECT_EQ(visit().typing.field, screens::Field::first_name);
    ASSERT_TRUE(goes_to("Q, button"));
    kiosk->press("F9");
    EXPECT_TRUE(visit().typing.keyboard.accents_of.empty()) << "it has none";
}

/// Whatever is heard of a field, of what is around it, and of the screens after it.
TEST_F(KeypadTest, loudspeakers_never_hear_a_word_that_was_typed) {
    constexpr const char* kCanary = "Zzkanarya";
    kiosk->press("Right");
    const auto goes_around = [&](const char* where) {
        Said all;
        const auto listen = [&] {
            for (std::string& each : kiosk->said()) all.push_back(std::move(each));
        };
        for (int presses = 0; presses < 75; ++presses) {
            kiosk->press("Right");
            kiosk->press("F5");
            listen();
        }
        kiosk->ask(screens::Listen{});
        listen();
        EXPECT_FALSE(says(all, kCanary)) << where;
        EXPECT_GT(all.size(), 20U) << where;
    };
    using screens::Field;
    for (const Field field : {Field::first_name, Field::email, Field::own_words}) {
        kiosk->ask(screens::OpenRequest{});
        kiosk->ask(screens::FocusField{field, 0});
        for (const char* letter = kCanary; *letter != '\0'; ++letter)
            kiosk->ask(screens::TypeText{std::string(1, *letter)});
        EXPECT_FALSE(says(kiosk->said(), "Z"));
        goes_around("keys");
        kiosk->ask(screens::FocusField{Field::none, 0});
        goes_around("form");
    }
    kiosk->ask(screens::SendRequest{});
    goes_around("mistakes");
    kiosk->ask(screens::OpenSearch{});
    kiosk->ask(screens::FocusField{Field::search, 0});
    kiosk->ask(screens::TypeText{kCanary});
    goes_around("search");
    EXPECT_EQ(visit().search.words.view(), kCanary);
}

TEST_F(KeypadWithHeadphones, what_is_typed_is_said) {
    kiosk->press("Right");
    kiosk->ask(screens::OpenRequest{});
    selects("First name");
    ASSERT_TRUE(goes_to("Q,"));
    static_cast<void>(kiosk->said());
    kiosk->press("Return");
    EXPECT_TRUE(says(kiosk->said(), "Q"));
}

TEST_F(KeypadTest, mistakes_are_said_when_a_form_is_sent) {
    kiosk->press("Right");
    kiosk->ask(screens::OpenRequest{});
    selects("Send my request");
    const Said said = kiosk->said();
    EXPECT_TRUE(says(said, "Please tell us your first name.")) << all_of(said);
}

TEST_F(KeypadTest, warning_is_said_and_speech_does_not_hold_it_up) {
    kiosk->press("Right");
    for (int waited = 0; waited < 600 && visit().sheet.kind == screens::SheetKind::none; ++waited)
        kiosk->wait(1);
    ASSERT_EQ(visit().sheet.kind, screens::SheetKind::still_here);
    EXPECT_TRUE(says(kiosk->said(), "Are you still there?"));
    kiosk->wait(25);
    EXPECT_EQ(visit().screen, screens::Screen::attract);
    EXPECT_FALSE(visit().hearing.speaks_screen) << "the next person begins anew";
}

TEST_F(KeypadTest, repeats_and_changes_volume_and_darkens_the_screen) {
    kiosk->press("Right");
    kiosk->press("Right");
    const Said once = kiosk->said();
    kiosk->press("F5");
    EXPECT_EQ(kiosk->said(), Said{once.back()});
    kiosk->press("F8");
    EXPECT_EQ(visit().hearing.volume, screens::kFirstVolume + 1);
    EXPECT_TRUE(says(kiosk->said(), "Volume 4 of 5"));
    kiosk->press("F6");
    const auto pixels = kiosk->shown();
    EXPECT_TRUE(std::all_of(pixels.pixels, pixels.pixels + pixels.stride_px * pixels.height,
                            [](std::uint32_t each) { return (each & 0xFFFFFFU) == 0; }));
    EXPECT_TRUE(says(kiosk->said(), "The screen is dark"));
    kiosk->press("F6");
    EXPECT_TRUE(says(kiosk->said(), "The screen is lit"));
}

TEST_F(KeypadTest, key_of_another_kind_is_no_keypad) {
    kiosk->press("F12");
    EXPECT_EQ(visit().screen, screens::Screen::attract);
    EXPECT_FALSE(visit().hearing.keypad);
}

}  // namespace candor::journeys
