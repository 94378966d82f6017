#include <gtest/gtest.h>

#include <algorithm>

#include "../packs/fragile_packs.h"
#include "headless_kiosk.h"
#include "person.h"
#include "pixels.h"
#include "scratch_folder.h"

// Files that break, go and come back while they are shown.

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;
using namespace screens;
using testing_packs::Damage;
using testing_packs::FragilePacks;

using Place = std::vector<Intent>;  ///< what leads there, from home

std::vector<Place> places_among_words() {
    return {{},
            {OpenPack{"words"}},
            {OpenPack{"words"}, NextPage{}, NextPage{}},
            {OpenPack{"words"}, OpenSheet{{SheetKind::term, "words", "dummy"}}},
            {OpenPack{"words"}, OpenSheet{{SheetKind::about_pack, "words", {}}}},
            {OpenSearch{}, FocusField{Field::search, 0}, TypeText{"help"}},
            {OpenSheet{{SheetKind::questions, {}, {}}}},
            {OpenRequest{}}};
}

std::vector<Place> places_among_questions() {
    const auto at = [](const char* key) { return Place{BeginSelfCheck{}, ChangeAnswer{key}}; };
    std::vector<Place> places{{BeginSelfCheck{}}, {BeginSelfCheck{}, ShowGuidance{}}};
    for (const char* key : {"weeks", "born", "products", "medicine", "habits"})
        places.push_back(at(key));
    places[2].emplace_back(EnterAnswer{"weeks", Part::number, 0});
    places[3].emplace_back(EnterAnswer{"born", Part::month, 0});
    places[4].emplace_back(EnterAnswer{"products", Part::words, 0});
    places[6].emplace_back(OpenList{"home"});
    return places;
}

/// What a person goes on to touch.
void go_on(HeadlessKiosk& kiosk) {
    for (const Intent& touch : Place{NextQuestion{}, NextPage{}, TypeText{"3"}, CloseSheet{},
                                     RatherNotSay{"weeks"}, PreviousQuestion{}, GoBack{}})
        kiosk.ask(touch);
}

void break_and_mend(const fs::path& pack, const std::vector<Place>& places) {
    const ScratchFolder state;
    const auto kiosk = HeadlessKiosk::preview(state.path(), pack);
    std::size_t turn = 0;
    for (const fs::path& file : FragilePacks::files_in(pack)) {
        for (const Damage damage : {Damage::removed, Damage::half}) {
            SCOPED_TRACE(file.filename().string() + " is " + name_of(damage));
            kiosk->ask(GoHome{});
            for (const Intent& step : places[turn++ % places.size()]) kiosk->ask(step);
            auto before = kiosk->state().catalog;
            {
                const FragilePacks::Broken broken(file, damage);
                ASSERT_TRUE(kiosk->await_other_content(before));
                before = kiosk->state().catalog;
                go_on(*kiosk);
            }
            ASSERT_TRUE(kiosk->await_other_content(before));
            go_on(*kiosk);
        }
    }
}

std::size_t colours_in(base::PixelView view, const base::Rect& rect) {
    auto pixels = pixels_in(view, rect);
    std::sort(pixels.begin(), pixels.end());
    return static_cast<std::size_t>(std::unique(pixels.begin(), pixels.end()) - pixels.begin());
}

}  // namespace

TEST(ContentGone, preview_of_words_outlives_every_file_that_breaks_and_is_mended) {
    const FragilePacks packs;
    break_and_mend(packs.words(), places_among_words());
}

TEST(ContentGone, preview_of_questions_outlives_every_file_that_breaks_and_is_mended) {
    const FragilePacks packs;
    break_and_mend(packs.questions(), places_among_questions());
}

TEST(ContentGone, picture_that_is_saved_anew_is_drawn_anew_in_a_preview) {
    const FragilePacks packs;
    const ScratchFolder state;
    const auto kiosk = HeadlessKiosk::preview(state.path(), packs.words());
    const fs::path picture = packs.words() / "images/page.svg";
    constexpr const char* kAlt = "A page with a picture, three lines of words and a box";
    const ui::Node* drawn = kiosk->tree().find(Role::img, kAlt);
    ASSERT_NE(drawn, nullptr);
    const base::Rect place = drawn->rect;
    const auto good = pixels_in(kiosk->shown(), place);
    const auto shows_good = [&](const ui::Tree&) {
        return pixels_in(kiosk->shown(), place) == good;
    };
    {
        const FragilePacks::Broken broken(picture, Damage::half);
        EXPECT_TRUE(kiosk->await_news([&](const ui::Tree& tree) { return !shows_good(tree); }));
    }
    EXPECT_TRUE(kiosk->await_news(shows_good));
}

TEST(ContentGone, visit_keeps_what_it_began_with_while_the_disk_loses_it) {
    const FragilePacks packs;
    const ScratchFolder state;
    HeadlessKiosk kiosk(state.path(), packs.folder());
    Person person(kiosk);
    person.touch(Role::button, "Touch to start");
    kiosk.ask(BeginSelfCheck{});
    const auto began_with = kiosk.state().catalog;
    // Something is installed meanwhile, so that the folders are read again.
    fs::remove_all(packs.words());
    fs::remove_all(packs.questions());
    fs::create_directories(state / "packs/something");
    for (const auto& places : {places_among_words(), places_among_questions()}) {
        for (const Place& place : places) {
            kiosk.ask(GoHome{});
            for (const Intent& step : place) kiosk.ask(step);
            go_on(kiosk);
        }
    }
    EXPECT_EQ(kiosk.state().catalog, began_with);
    kiosk.ask(FinishVisit{});
    EXPECT_TRUE(kiosk.await_news(
        [](const ui::Tree& tree) { return tree.screen == std::string_view("out-of-order"); }));
}

TEST(ContentGone, self_check_alone_is_shown) {
    const FragilePacks packs;
    fs::remove_all(packs.words());
    const ScratchFolder state;
    HeadlessKiosk kiosk(state.path(), packs.folder());
    Person person(kiosk);
    person.touch(Role::button, "Touch to start");
    EXPECT_TRUE(person.is_on("home"));
    person.touch(Role::button, "Begin");
    EXPECT_TRUE(person.is_on("self-check"));
    kiosk.ask(FinishVisit{});
    EXPECT_TRUE(person.is_on("attract"));
}

TEST(ContentGone, icons_of_the_keyboard_are_there_after_every_page_was_read_at_4k) {
    const ScratchFolder state;
    HeadlessKiosk kiosk(state.path(), 2160, 3840);
    kiosk.ask(Start{});
    kiosk.ask(OpenSearch{});
    kiosk.ask(FocusField{Field::search, 0});
    const auto colours_of = [&](const char* key) {
        const ui::Node* node = kiosk.tree().find(Role::button, key);
        return node == nullptr ? 0 : colours_in(kiosk.shown(), node->rect);
    };
    const auto shift = colours_of("Capital letter"), backspace = colours_of("Delete");
    ASSERT_GT(shift, 0U);
    const auto library = kiosk.state().catalog->library;
    for (const pack::Pack& pack : library->packs) {
        kiosk.ask(OpenPack{pack.id});
        while (kiosk.state().visit.screen == Screen::reader) kiosk.ask(NextPage{});
    }
    kiosk.ask(OpenSearch{});
    kiosk.ask(FocusField{Field::search, 0});
    EXPECT_EQ(colours_of("Capital letter"), shift);
    EXPECT_EQ(colours_of("Delete"), backspace);
}

}  // namespace candor::journeys
