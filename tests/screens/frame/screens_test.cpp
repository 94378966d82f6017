#include "screens/frame/screens.h"

#include <gtest/gtest.h>

#include <set>

#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

/// A pack with a citation, a term, a link and questions, as small as can be.
std::shared_ptr<Catalog> linked_catalog() {
    const pack::RichText text{{"Studies differ ", false, false, pack::LinkKind::none, {}},
                              {"", false, false, pack::LinkKind::source, "study"},
                              {" about ", false, false, pack::LinkKind::none, {}},
                              {"platelets", false, false, pack::LinkKind::term, "platelet"},
                              {". More ", false, false, pack::LinkKind::none, {}},
                              {"over there", false, false, pack::LinkKind::page, "a/two"}};
    pack::Steps steps;
    for (const char* title : {"First", "Then"}) steps.steps.push_back({title, {}, plain("Words")});
    const pack::QuickCheck check{"Is it sure?",
                                 {{plain("Yes"), false, plain("Nobody can promise it.")},
                                  {plain("No"), true, plain("Nobody knows yet.")}}};
    const pack::Faq faq{{{"Does it hurt?", plain("A little.")}}};
    auto library = std::make_shared<pack::Library>();
    library->packs.push_back(
        pack_of("a", {page_of("one", {pack::Prose{text}}), page_of("two", {steps}),
                      page_of("three", {check, faq})}));
    pack::Pack& pack = library->packs.front();
    pack.sources.push_back({"study", 1, "Doe, 2020", "", pack::SourceKind::trial, {}, {}});
    pack.terms.push_back({"platelet", english("Platelet"), english("A small part of the blood.")});
    auto catalog = bare_catalog();
    catalog->library = library;
    return catalog;
}

/// A visitor and their display.
class Screens : public testing::Test {
  protected:
    void tap(Role role, const std::string& name) { stage.tap(visitor, role, name); }
    void tap(const std::string& name) { tap(Role::button, name); }
    const Node* find(Role role, const std::string& name) {
        stage.draw(visitor.state);
        return stage.tree().find(role, name);
    }
    std::string words(std::string_view key) { return visitor.state.strings()(key); }
    void shows(std::shared_ptr<const Catalog> catalog) { visitor = Visitor(std::move(catalog)); }
    void feed(platform::EventKind kind, platform::Key key, const std::string& text) {
        platform::Event event;
        event.kind = kind;
        event.key = key;
        event.text = text;
        stage.ui.input(std::vector{event}, 0);
        for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
    }

    Visitor visitor{linked_catalog()};
    Stage stage{1080, 1920, decoder()};
};

TEST_F(Screens, touch_anywhere_starts) {
    tap("Start");
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST_F(Screens, start_button_starts) {
    tap("Touch to start");
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST_F(Screens, pause_pauses_and_does_not_start) {
    tap("Pause the pictures");
    EXPECT_EQ(visitor.screen(), Screen::attract);
    EXPECT_TRUE(visitor.state.attract.paused);
    tap("Play the pictures");
    EXPECT_FALSE(visitor.state.attract.paused);
}

TEST_F(Screens, one_language_offers_no_choice_of_language) {
    visitor.asks(Start{});
    EXPECT_EQ(find(Role::button, "English"), nullptr);
}

TEST_F(Screens, topic_opens_and_leads_through_its_pages) {
    visitor.asks(Start{});
    tap("Pack a");
    EXPECT_EQ(visitor.state.visit.reading.place.page, "one");
    tap("Next: Page two");
    EXPECT_EQ(visitor.state.visit.reading.place.page, "two");
    tap("Step 2: Then");
    tap("Next: Page three");
    tap("Done: back to all topics");
    EXPECT_EQ(visitor.screen(), Screen::home);
    EXPECT_EQ(find(Role::button, "Pack a")->value, "Read");
}

TEST_F(Screens, steps_are_tabs_and_next_names_the_step) {
    visitor.asks(OpenPlace{{"a", "two", 0, -1}});
    ASSERT_NE(find(Role::tab, "1. First"), nullptr);
    EXPECT_EQ(find(Role::tab, "1. First")->states, ui::kSelected | ui::kExpanded);
    tap(Role::tab, "2. Then");
    EXPECT_EQ(visitor.state.visit.reading.place.step, 1);
    tap("Step 1");
    EXPECT_EQ(visitor.state.visit.reading.place.step, 0);
    tap("Step 2: Then");
    EXPECT_EQ(visitor.state.visit.reading.place.step, 1);
}

TEST_F(Screens, citation_opens_its_source_and_ok_closes_it) {
    visitor.asks(OpenPack{"a"});
    tap("Source 1");
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::source);
    EXPECT_EQ(visitor.state.visit.sheet.id, "study");
    EXPECT_NE(find(Role::paragraph, "Doe, 2020"), nullptr);
    EXPECT_EQ(stage.tree().sheet, "source");
    EXPECT_EQ(stage.tree().find(Role::button, "Next: Page two"), nullptr);
    tap("OK");
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::none);
}

TEST_F(Screens, source_shows_its_kind_as_a_badge_in_five_languages) {
    using pack::SourceKind;
    const std::pair<SourceKind, const char*> kinds[] = {
        {SourceKind::clinic, "source.clinic"},
        {SourceKind::maker, "source.maker"},
        {SourceKind::register_, "source.register"},
        {SourceKind::trial, "source.trial"},
        {SourceKind::review, "source.review"},
        {SourceKind::guideline, "source.guideline"},
        {SourceKind::regulator, "source.regulator"},
        {SourceKind::health_service, "source.health-service"},
        {SourceKind::prize, "source.prize"},
        {SourceKind::study, "source.study"},
        {SourceKind::law, "source.law"},
        {SourceKind::society, "source.society"},
        {SourceKind::book, "source.book"},
        {SourceKind::website, "source.website"}};
    for (const char* language : {"en", "tr", "ar", "de", "es"}) {
        std::set<std::string> badges;
        for (const auto& [kind, key] : kinds) {
            const auto catalog = linked_catalog();
            auto library = std::make_shared<pack::Library>(*catalog->library);
            library->packs.front().sources.front().kind = kind;
            catalog->library = library;
            shows(catalog);
            visitor.asks(OpenPack{"a"});
            tap("Source 1");
            visitor.asks(SetLanguage{language});
            visitor.asks(OpenSheet{{SheetKind::source, "a", "study"}});
            EXPECT_NE(find(Role::status, words(key)), nullptr) << language << ' ' << key;
            badges.insert(words(key));
        }
        EXPECT_EQ(badges.size(), std::size(kinds)) << language;
    }
}

TEST_F(Screens, source_of_a_kind_that_is_not_known_shows_no_badge) {
    const auto catalog = linked_catalog();
    auto library = std::make_shared<pack::Library>(*catalog->library);
    library->packs.front().sources.front().kind = pack::SourceKind::unnamed;
    catalog->library = library;
    shows(catalog);
    visitor.asks(OpenPack{"a"});
    tap("Source 1");
    EXPECT_NE(find(Role::paragraph, "Doe, 2020"), nullptr);
    for (const Node& node : stage.tree().nodes) EXPECT_NE(node.role, Role::status) << node.name;
}

TEST_F(Screens, term_tells_what_it_means_and_a_touch_beside_it_closes_it) {
    visitor.asks(OpenPack{"a"});
    tap("platelets");
    EXPECT_NE(find(Role::paragraph, "A small part of the blood."), nullptr);
    EXPECT_NE(stage.tree().find(Role::dialog, "What a word means"), nullptr);
    tap("Close");
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::none);
}

TEST_F(Screens, link_leads_to_its_page_and_back) {
    visitor.asks(OpenPack{"a"});
    tap(Role::link, "over there");
    EXPECT_EQ(visitor.state.visit.reading.place.page, "two");
    stage.draw(visitor.state);
    tap("Back");
    EXPECT_EQ(visitor.state.visit.reading.place.page, "one");
}

TEST_F(Screens, quick_check_says_why) {
    visitor.asks(OpenPlace{{"a", "three", 0, -1}});
    EXPECT_EQ(find(Role::status, "Not quite"), nullptr);
    tap(Role::radio, "Yes");
    EXPECT_NE(find(Role::status, "Not quite"), nullptr);
    EXPECT_NE(stage.tree().find(Role::paragraph, "Nobody can promise it."), nullptr);
    EXPECT_EQ(stage.tree().find(Role::radio, "Yes")->states, unsigned{ui::kChecked});
    tap(Role::radio, "No");
    EXPECT_NE(find(Role::status, "That is right"), nullptr);
}

TEST_F(Screens, question_of_a_faq_opens_its_answer) {
    visitor.asks(OpenPlace{{"a", "three", 0, -1}});
    EXPECT_EQ(find(Role::paragraph, "A little."), nullptr);
    tap("Does it hurt?");
    EXPECT_NE(find(Role::paragraph, "A little."), nullptr);
    EXPECT_EQ(stage.tree().find(Role::button, "Does it hurt?")->states, unsigned{ui::kExpanded});
}

TEST_F(Screens, page_without_this_language_says_so_and_offers_the_others) {
    auto catalog = std::make_shared<Catalog>(*visitor.state.catalog);
    catalog->languages = {{"en", "English"}, {"de", "Deutsch"}};
    const auto file = source_folder() / "assets/strings/de.yaml";
    catalog->strings.emplace("de", ui::Strings::load(file).value());
    visitor.state.catalog = catalog;
    visitor.asks(SetLanguage{"de"}).asks(OpenPack{"a"});
    const std::string title = visitor.state.strings()("reader.other-language.title");
    EXPECT_NE(find(Role::heading, title), nullptr);
    tap(visitor.state.strings()("reader.other-language.choose", {{"language", "English"}}));
    EXPECT_EQ(visitor.state.visit.language, "en");
    EXPECT_NE(find(Role::heading, "Page one"), nullptr);
}

TEST_F(Screens, page_that_is_gone_says_so_and_leads_back) {
    visitor.asks(OpenPlace{{"a", "gone", 0, -1}});
    EXPECT_NE(find(Role::heading, words("reader.missing")), nullptr);
    tap("Topics");
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST_F(Screens, draft_is_called_a_draft_wherever_it_is_read) {
    visitor.asks(Start{});
    EXPECT_NE(find(Role::status, words("review.draft")), nullptr);
    visitor.asks(OpenPack{"a"});
    tap(words("review.draft"));
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::about_pack);
    EXPECT_NE(find(Role::paragraph, words("about.draft")), nullptr);
}

TEST_F(Screens, reviewed_pack_names_its_reviewer) {
    auto catalog = linked_catalog();
    auto library = std::make_shared<pack::Library>(*catalog->library);
    library->packs.front().review = {
        pack::ReviewStatus::reviewed, "dermatologist", "A. Doe", "2026-01-02", {}};
    catalog->library = library;
    shows(catalog);
    visitor.asks(OpenPack{"a"});
    EXPECT_NE(find(Role::button, "Reviewed by A. Doe, dermatologist, on 2 January 2026"), nullptr);
    visitor.asks(Start{});
    EXPECT_EQ(find(Role::status, words("review.draft")), nullptr);
}

TEST_F(Screens, demonstration_is_called_one) {
    for (const Screen screen :
         {Screen::attract, Screen::home, Screen::request, Screen::confirmation}) {
        visitor.state.visit.screen = screen;
        EXPECT_EQ(find(Role::status, "Demonstration"), nullptr) << name_of(screen);
    }
    auto catalog = linked_catalog();
    catalog->demonstration = true;
    shows(catalog);
    for (const Screen screen :
         {Screen::attract, Screen::home, Screen::request, Screen::confirmation}) {
        visitor.state.visit.screen = screen;
        EXPECT_NE(find(Role::status, "Demonstration"), nullptr) << name_of(screen);
    }
}

TEST_F(Screens, staff_can_be_asked_from_every_screen_of_a_visit) {
    shows(shipped_catalog());
    visitor.asks(Start{});
    for (const Intent& open :
         Intents{GoHome{}, OpenPack{visitor.state.catalog->library->packs[0].id}, OpenSearch{},
                 BeginSelfCheck{}, ShowGuidance{}, OpenRequest{}}) {
        visitor.asks(open);
        tap("Ask staff");
        EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::ask_staff)
            << name_of(visitor.screen());
        tap("OK");
    }
}

TEST_F(Screens, text_grows_at_a_touch) {
    visitor.asks(Start{});
    tap("Text and contrast");
    EXPECT_EQ(find(Role::radio, "Normal")->states, unsigned{ui::kChecked});
    tap(Role::radio, "Largest");
    EXPECT_EQ(visitor.state.visit.text_size, ui::TextSize::largest);
    EXPECT_EQ(find(Role::radio, "Largest")->states, unsigned{ui::kChecked});
}

TEST_F(Screens, finish_asks_before_it_erases) {
    visitor.asks(Start{});
    tap("Finish");
    tap("Stay here");
    EXPECT_EQ(visitor.screen(), Screen::home);
    tap("Finish");
    tap("Finish and erase this screen");
    EXPECT_EQ(visitor.screen(), Screen::attract);
    EXPECT_EQ(visitor.services.erased, 1);
}

TEST_F(Screens, warning_is_an_alert_that_wants_an_answer) {
    visitor.asks(Start{}).asks(OpenSheet{{SheetKind::still_here, {}, {}}});
    visitor.state.seconds_left = 1;
    EXPECT_NE(find(Role::alert, visitor.state.strings().plural("idle.text", 1)), nullptr);
    EXPECT_EQ(stage.tree().find(Role::button, "Close"), nullptr);
    tap(words("idle.here"));
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::none);
    visitor.asks(OpenSheet{{SheetKind::still_here, {}, {}}});
    tap("Finish and erase this screen");
    EXPECT_EQ(visitor.screen(), Screen::attract);
}

TEST_F(Screens, search_shows_what_is_found_where_and_opens_it) {
    visitor.asks(Start{});
    tap("Search all topics");
    tap(Role::textbox, "Search all topics");
    EXPECT_EQ(visitor.state.visit.typing.field, Field::search);
    tap("w");
    EXPECT_NE(find(Role::status, "1 place found"), nullptr);
    tap("Done");
    tap(Role::link, "Page one");
    EXPECT_EQ(visitor.screen(), Screen::reader);
    EXPECT_EQ(visitor.state.visit.reading.place.page, "one");
}

TEST_F(Screens, empty_search_offers_what_people_ask) {
    visitor.asks(OpenSearch{});
    EXPECT_NE(find(Role::heading, words("search.people-ask")), nullptr);
    EXPECT_NE(stage.tree().find(Role::button, "Does it hurt?"), nullptr);
}

TEST_F(Screens, question_must_be_answered_or_declined_to_go_on) {
    shows(shipped_catalog());
    visitor.asks(Start{});
    tap("Begin");
    ASSERT_NE(find(Role::button, "Next"), nullptr);
    EXPECT_EQ(stage.tree().find(Role::button, "Next")->states, unsigned{ui::kDisabled});
    tap("Next");
    EXPECT_EQ(visitor.question(), "age");
    tap(Role::radio, "30 to 44");
    EXPECT_EQ(find(Role::radio, "30 to 44")->states, unsigned{ui::kChecked});
    tap("Next");
    EXPECT_EQ(visitor.question(), "pattern");
    tap(Role::radio, words("check.rather-not-say"));
    EXPECT_EQ(find(Role::button, "Next")->states, unsigned{ui::kNoState});
}

TEST_F(Screens, self_check_asks_once_before_it_stops_and_erases) {
    shows(shipped_catalog());
    visitor.asks(BeginSelfCheck{}).answers("age", "30-44");
    tap("Stop and erase");
    EXPECT_FALSE(visitor.state.visit.check.response.empty());
    tap("Stop and erase");
    EXPECT_EQ(visitor.screen(), Screen::home);
    EXPECT_TRUE(visitor.state.visit.check.response.empty());
    EXPECT_NE(find(Role::button, "Begin"), nullptr);
}

TEST_F(Screens, guidance_explains_itself_and_never_diagnoses) {
    shows(shipped_catalog());
    visitor.asks(BeginSelfCheck{}).answers("age", "30-44").answers("onset", "sudden");
    visitor.asks(ShowGuidance{});
    stage.draw(visitor.state);
    const std::string text = ui::to_text(stage.tree(), ui::Rects::without);
    EXPECT_NE(text.find("Because you chose “Suddenly, in days or weeks”"), std::string::npos)
        << text;
    EXPECT_NE(text.find(words("guidance.not-a-diagnosis")), std::string::npos);
    EXPECT_NE(text.find("button \"Source "), std::string::npos);
    tap(words("guidance.ask"));
    EXPECT_EQ(visitor.screen(), Screen::request);
}

TEST_F(Screens, request_is_typed_key_by_key_and_sent) {
    visitor.asks(Start{}).asks(OpenRequest{});
    tap(Role::textbox, "First name");
    tap("A");
    tap("d");
    tap("a");
    EXPECT_EQ(visitor.state.visit.request.form.first_name.view(), "Ada");
    tap("Next field");
    EXPECT_EQ(visitor.state.visit.typing.field, Field::phone);
    for (const char* key : {"5", "3", "2", "4", "1", "5"}) tap(key);
    tap("Done");
    visitor.asks(ToggleAgreed{});
    tap("Send my request");
    EXPECT_EQ(visitor.screen(), Screen::confirmation);
    EXPECT_NE(find(Role::status, "K7Q-4FM-8"), nullptr);
}

TEST_F(Screens, what_is_typed_is_in_no_node) {
    visitor.asks(OpenRequest{}).fills_in_the_form().types_into(Field::email, "elif@example.org");
    visitor.types_into(Field::own_words, "Thinning");
    stage.draw(visitor.state);
    const std::string json = ui::to_json(stage.tree());
    for (const char* typed : {"Elif", "532", "example.org", "Thinning"})
        EXPECT_EQ(json.find(typed), std::string::npos) << typed;
}

TEST_F(Screens, fault_is_told_in_words_and_offers_another_try) {
    visitor.services.fault = base::Fault{base::FaultKind::disk_full, "consult.db", "ENOSPC"};
    visitor.asks(OpenRequest{}).fills_in_the_form().asks(FocusField{}).asks(SendRequest{});
    EXPECT_NE(find(Role::alert, words("fault.disk_full")), nullptr);
    visitor.services.fault.reset();
    tap("Try again");
    EXPECT_EQ(visitor.screen(), Screen::confirmation);
}

TEST_F(Screens, missing_fields_are_marked_and_named) {
    visitor.asks(OpenRequest{}).asks(SendRequest{});
    ASSERT_NE(find(Role::textbox, "First name"), nullptr);
    EXPECT_NE(stage.tree().find(Role::textbox, "First name")->states & ui::kInvalid, 0U);
    EXPECT_NE(stage.tree().find(Role::textbox, "Phone")->states & ui::kInvalid, 0U);
    const auto& nodes = stage.tree().nodes;
    EXPECT_TRUE(std::any_of(nodes.begin(), nodes.end(),
                            [](const Node& n) { return n.role == Role::alert; }));
}

TEST_F(Screens, confirmation_ends_when_somebody_says_so) {
    visitor.state.visit.screen = Screen::confirmation;
    tap("Finish and erase this screen");
    EXPECT_EQ(visitor.screen(), Screen::attract);
}

TEST_F(Screens, out_of_order_sends_people_to_staff_and_takes_a_request) {
    visitor.state.visit.screen = Screen::out_of_order;
    EXPECT_NE(find(Role::heading, "Please ask our staff"), nullptr);
    tap(words("top.ask-staff"));
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::ask_staff);
    visitor.asks(CloseSheet{});
    tap(words("guidance.ask"));
    EXPECT_EQ(visitor.screen(), Screen::request);
    visitor.asks(GoBack{});
    EXPECT_EQ(visitor.screen(), Screen::out_of_order);
}

TEST_F(Screens, nobody_is_asked_to_type_what_cannot_be_stored) {
    visitor.state.kiosk.takes_requests = false;
    for (const Screen screen : {Screen::out_of_order, Screen::request}) {
        visitor.state.visit.screen = screen;
        EXPECT_EQ(find(Role::button, words("guidance.ask")), nullptr);
        EXPECT_EQ(find(Role::textbox, "First name"), nullptr);
        EXPECT_NE(find(Role::heading, "Please ask our staff"), nullptr);
    }
    EXPECT_NE(find(Role::status, words("request.not-now")), nullptr);
    visitor.asks(GoHome{}).asks(OpenSheet{{SheetKind::ask_staff, {}, {}}});
    EXPECT_EQ(find(Role::button, words("guidance.ask")), nullptr);
    EXPECT_NE(find(Role::paragraph, words("staff.text-no-call")), nullptr);
    visitor.state.visit.reading.ticked.insert("a/x");
    visitor.asks(OpenSheet{{SheetKind::questions, {}, {}}});
    EXPECT_EQ(find(Role::button, words("guidance.ask")), nullptr);
    shows(shipped_catalog());
    visitor.state.kiosk.takes_requests = false;
    visitor.asks(BeginSelfCheck{}).answers("age", "30-44").asks(ShowGuidance{});
    EXPECT_EQ(find(Role::button, words("guidance.ask")), nullptr);
    EXPECT_NE(find(Role::status, words("request.not-now")), nullptr);
}

TEST_F(Screens, what_was_typed_stays_when_requests_cannot_be_taken_any_more) {
    visitor.asks(Start{}).asks(OpenRequest{}).types_into(Field::first_name, "Ada");
    visitor.asks(FocusField{Field::none, 0});
    visitor.state.kiosk.takes_requests = false;
    EXPECT_NE(find(Role::textbox, "First name"), nullptr);
    EXPECT_NE(find(Role::button, words("request.send")), nullptr);
}

TEST_F(Screens, real_keyboard_types_and_goes_back) {
    using platform::EventKind;
    using platform::Key;
    visitor.asks(Start{}).asks(OpenRequest{}).asks(FocusField{Field::first_name, 0});
    feed(EventKind::text, Key::none, "Elif");
    feed(EventKind::key, Key::backspace, {});
    feed(EventKind::key, Key::left, {});
    feed(EventKind::text, Key::none, "x");
    EXPECT_EQ(visitor.state.visit.request.form.first_name.view(), "Elxi");
    feed(EventKind::key, Key::escape, {});
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST_F(Screens, tree_names_screen_and_display) {
    visitor.asks(Start{});
    stage.draw(visitor.state);
    EXPECT_EQ(stage.tree().screen, "home");
    EXPECT_EQ(stage.tree().sheet, "");
    EXPECT_EQ(stage.tree().width, 1080);
    EXPECT_EQ(stage.tree().height, 1920);
}

}  // namespace
}  // namespace candor::screens
