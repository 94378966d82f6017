#include <gtest/gtest.h>

#include <set>

#include "../packs/fragile_packs.h"
#include "content/catalog_files.h"
#include "control_scenes.h"
#include "stage.h"

// Content that changes, breaks, goes and comes back under somebody's hands, at every screen and
// sheet: nothing that the visit holds is followed blindly.

namespace candor::screens {
namespace {

namespace fs = std::filesystem;
using testing_packs::Damage;
using testing_packs::FragilePacks;
using ui::Role;

std::shared_ptr<Catalog> with_words(std::shared_ptr<const pack::Library> library) {
    auto catalog = std::make_shared<Catalog>(*shipped_catalog());
    catalog->library = std::move(library);
    catalog->self_check = content::load_self_check(
        *catalog->library, {[](const base::Fault&) {}, [](const base::Finding&) {}});
    return catalog;
}

std::shared_ptr<const Catalog> read(const fs::path& folder) {
    return with_words(pack::load_library(folder));
}

/// What a preview has of one pack.
std::shared_ptr<const Catalog> read_preview(const fs::path& pack) {
    auto catalog = with_words(pack::load_preview(pack));
    catalog->preview = true;
    return catalog;
}

/// Damages that leave the same content are looked at once.
std::string what_is_left(const Catalog& catalog) {
    std::string left;
    for (const pack::Pack& pack : catalog.library->packs) {
        left += pack.id + " " + std::to_string(pack.terms.size()) + " " +
                std::to_string(pack.sources.size());
        for (const pack::Page& page : pack.pages_in("en"))
            left += " " + page.id + " " + std::to_string(page.blocks.size());
    }
    const auto& check = catalog.self_check;
    return left + (check ? " " + std::to_string(check->outline.places().size()) : " unasked");
}

bool is_picture(const fs::path& file) { return file.extension() == ".svg"; }

/// Somebody at the end of their visit, and at each of its places.
std::vector<Scene> places_of(const Catalog& catalog) {
    std::vector<Scene> scenes = control_scenes();
    add_reading(catalog, scenes);
    add_sheets(catalog, scenes);
    scenes.push_back({"attract", [](Visitor&) {}});
    scenes.push_back({"home", [](Visitor& v) { v.asks(Start{}); }});
    scenes.push_back({"last step of many", [](Visitor& v) {
                          v.asks(OpenPlace{{"words", "020-blocks", 1, 2}}).asks(NextPage{});
                          v.asks(OpenPlace{{"words", "020-blocks", 1, 2}});
                      }});
    scenes.push_back({"search", [](Visitor& v) {
                          v.asks(OpenSearch{}).types_into(Field::search, "hair");
                          v.state.visit.search.hits = {
                              {"words", "020-blocks", 3, "Blocks", "words", {}},
                              {"words", "030-in-short", 0, "In short", "", {}}};
                      }});
    scenes.push_back({"guidance", [](Visitor& v) {
                          answer_controls(v);
                          v.asks(ShowGuidance{});
                      }});
    scenes.push_back({"request", [](Visitor& v) {
                          answer_controls(v);
                          v.asks(ToggleTick{"words/risks"}).asks(OpenRequest{});
                          v.fills_in_the_form().asks(ToggleSendAnswers{});
                      }});
    scenes.push_back({"confirmation", [](Visitor& v) {
                          v.asks(ToggleTick{"words/risks"}).asks(OpenRequest{});
                          v.fills_in_the_form().asks(SendRequest{});
                      }});
    scenes.push_back({"staff", [](Visitor& v) { v.asks(OpenStaff{}).types("12"); }});
    scenes.push_back(
        {"out of order", [](Visitor& v) { v.state.visit.screen = Screen::out_of_order; }});
    return scenes;
}

/// Whatever could have been touched a moment ago, in the words of the content that was.
std::vector<Intent> touches() {
    const screening::Value yes = true;
    std::vector<Intent> all{NextQuestion{},
                            PreviousQuestion{},
                            ShowGuidance{},
                            BeginSelfCheck{},
                            StopSelfCheck{},
                            NextPage{},
                            PreviousPage{},
                            ShowStep{1},
                            ShowStep{7},
                            GoBack{},
                            GoHome{},
                            Start{},
                            OpenSearch{},
                            OpenRequest{},
                            SendRequest{},
                            CloseSheet{},
                            TypeText{"7"},
                            TypeText{"-"},
                            EraseBack{},
                            MoveCaret{1},
                            SetLanguage{"ar"},
                            FocusField{Field::answer, 3},
                            FocusField{Field::none, 0},
                            KeyPressed{{ui::KeyboardResult::Kind::done, {}}},
                            KeyPressed{{ui::KeyboardResult::Kind::backspace, {}}},
                            OpenPack{"words"},
                            OpenPlace{{"words", "020-blocks", 1, 5}},
                            ToggleTick{"words/risks"},
                            ToggleAnswer{"words/030-in-short/1/0"},
                            ChooseQuick{"words/030-in-short/2", 1},
                            OpenList{"home"},
                            ShowWholeList{},
                            OpenSheet{{SheetKind::term, "words", "dummy"}}};
    for (const char* key : {"bother", "weeks", "born", "products", "hopes", "home", "medicine"}) {
        all.insert(all.end(), {ChooseAnswer{key, yes}, RatherNotSay{key}, SetNumber{key, "3"},
                               EnterAnswer{key, Part::words, 0}, PickPart{key, Part::month, 3},
                               StepPart{key, Part::year, 1}, ChooseUnit{key, 1}, AddAnswer{key},
                               RemoveAnswer{key, 0}, ChangeAnswer{key}});
    }
    for (const char* group : {"medicines", "family"})
        all.insert(all.end(),
                   {AddRepetition{group}, ChangeRepetition{group, 0}, RemoveRepetition{group, 0}});
    return all;
}

/// A visitor who is there when the content is exchanged.
class Gone : public testing::Test {
  protected:
    Gone() : good(read(packs.folder())), scenes(places_of(*good)) {}

    void be_there(const Scene& scene, const std::shared_ptr<const Catalog>& bad) {
        SCOPED_TRACE(scene.name);
        {
            Visitor visitor(good);
            scene.prepare(visitor);
            look(visitor);
            renew(visitor.state, bad);
            look(visitor);
            renew(visitor.state, good);
            look(visitor);
        }
        for (const Intent& touch : touches()) {
            Visitor visitor(good);
            scene.prepare(visitor);
            renew(visitor.state, bad);
            visitor.asks(touch);
            renew(visitor.state, good);
            visitor.asks(touch);
        }
    }

    /// Somebody sees words, and no key that stands for them.
    void look(Visitor& visitor) {
        for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
        EXPECT_FALSE(stage.tree().nodes.empty());
    }

    bool sees(Visitor& visitor, Role role, const std::string& name) {
        stage.draw(visitor.state);
        return stage.tree().find(role, name) != nullptr;
    }

    FragilePacks packs;
    std::shared_ptr<const Catalog> good;
    std::vector<Scene> scenes;
    Stage stage{1080, 1920, decoder()};
};

TEST_F(Gone, every_file_breaks_at_every_screen_and_is_mended) {
    ASSERT_EQ(good->library->packs.size(), 1U);
    ASSERT_NE(good->self_check, nullptr);
    std::set<std::string> seen;
    for (const fs::path& file : packs.files()) {
        if (is_picture(file)) continue;
        for (const Damage damage : testing_packs::kDamages) {
            SCOPED_TRACE(file.filename().string() + " is " + name_of(damage));
            std::shared_ptr<const Catalog> bad;
            {
                const FragilePacks::Broken broken(file, damage);
                bad = read(packs.folder());
            }
            if (!seen.insert(what_is_left(*bad)).second) continue;
            for (const Scene& scene : scenes) be_there(scene, bad);
        }
    }
    EXPECT_GT(seen.size(), 6U);
}

TEST_F(Gone, every_pack_goes_at_every_screen_and_comes_back) {
    auto nothing = std::make_shared<Catalog>(*good);
    nothing->library = std::make_shared<pack::Library>();
    nothing->self_check = nullptr;
    auto preview = std::make_shared<Catalog>(*nothing);
    preview->preview = true;
    for (const auto& bad : {nothing, preview})
        for (const Scene& scene : scenes) be_there(scene, bad);
}

TEST_F(Gone, other_questions_of_the_same_names_take_no_answer_that_does_not_fit) {
    // Every question becomes a text, and every option another one.
    const fs::path form = packs.questions() / "questionnaire.yaml";
    std::string text = base::read_file(form, 4U << 20).value();
    for (const std::string from : {"type: choice", "type: integer", "type: decimal", "type: date"})
        for (auto at = text.find(from + "\n"); at != std::string::npos; at = text.find(from + "\n"))
            text.replace(at, from.size(), "type: string");
    const FragilePacks::Broken mended_afterwards(form, Damage::half);
    std::ofstream(form, std::ios::trunc) << text;
    const auto other = read(packs.folder());
    for (const Scene& scene : scenes) be_there(scene, other);
}

TEST_F(Gone, questions_that_are_gone_say_so_in_every_language_and_lead_home) {
    for (const auto& [language, strings] : good->strings) {
        Visitor visitor(good);
        visitor.asks(Start{}).asks(SetLanguage{language}).asks(BeginSelfCheck{});
        auto bad = std::make_shared<Catalog>(*good);
        bad->self_check = nullptr;
        renew(visitor.state, bad);
        EXPECT_TRUE(sees(visitor, Role::heading, strings("gone.questions"))) << language;
        EXPECT_TRUE(sees(visitor, Role::paragraph, strings("gone.questions-text"))) << language;
        stage.tap(visitor, Role::button, strings("gone.home"));
        EXPECT_EQ(visitor.screen(), Screen::home) << language;
    }
}

TEST_F(Gone, answers_are_there_again_when_the_questions_are) {
    Visitor visitor(good);
    go_to(visitor, "bother");
    visitor.asks(SetNumber{"bother", "7"});
    auto bad = std::make_shared<Catalog>(*good);
    bad->self_check = nullptr;
    renew(visitor.state, bad);
    renew(visitor.state, read(packs.folder()));
    EXPECT_EQ(visitor.question(), "bother");
    EXPECT_EQ(visitor.state.visit.check.response.values("bother").size(), 1U);
}

TEST_F(Gone, sheet_of_what_is_gone_says_so) {
    Visitor visitor(good);
    visitor.asks(OpenSheet{{SheetKind::term, "words", "dummy"}});
    auto bad = std::make_shared<Catalog>(*good);
    bad->library = std::make_shared<pack::Library>();
    renew(visitor.state, bad);
    EXPECT_TRUE(sees(visitor, Role::paragraph, visitor.state.strings()("gone.sheet")));
    stage.tap(visitor, Role::button, "OK");
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::none);
}

TEST_F(Gone, page_that_is_gone_leads_home) {
    Visitor visitor(good);
    visitor.asks(Start{}).asks(OpenPlace{{"words", "020-blocks", 0, -1}});
    auto bad = std::make_shared<Catalog>(*good);
    bad->library = std::make_shared<pack::Library>();
    renew(visitor.state, bad);
    EXPECT_TRUE(sees(visitor, Role::heading, visitor.state.strings()("reader.missing")));
    stage.tap(visitor, Role::button, visitor.state.strings()("gone.home"));
    EXPECT_EQ(visitor.screen(), Screen::home);
}

TEST_F(Gone, preview_says_what_is_wrong_and_goes_on_where_it_was_once_that_is_mended) {
    const fs::path page = packs.words() / "en/020-blocks.md";
    Visitor visitor(read_preview(packs.words()));
    open_preview(visitor.state, visitor.services);
    visitor.asks(NextPage{});
    ASSERT_EQ(visitor.state.visit.reading.place.page, "020-blocks");
    {
        const FragilePacks::Broken broken(page, Damage::garbled);
        renew(visitor.state, read_preview(packs.words()));
        open_preview(visitor.state, visitor.services);
        EXPECT_TRUE(sees(visitor, Role::heading, visitor.state.strings()("preview.broken")));
        const auto& nodes = stage.tree().nodes;
        EXPECT_TRUE(std::any_of(nodes.begin(), nodes.end(),
                                [](const ui::Node& node) { return node.role == Role::alert; }));
    }
    renew(visitor.state, read_preview(packs.words()));
    open_preview(visitor.state, visitor.services);
    EXPECT_TRUE(sees(visitor, Role::heading, "Blocks for steps, times and numbers"));
}

TEST_F(Gone, preview_of_what_was_broken_from_the_start_begins_once_it_is_mended) {
    for (const fs::path& pack : {packs.words(), packs.questions()}) {
        Visitor visitor(good);
        {
            const FragilePacks::Broken broken(pack / "pack.yaml", Damage::garbled);
            renew(visitor.state, read_preview(pack));
            open_preview(visitor.state, visitor.services);
            EXPECT_TRUE(sees(visitor, Role::heading, visitor.state.strings()("preview.broken")));
        }
        renew(visitor.state, read_preview(pack));
        open_preview(visitor.state, visitor.services);
        EXPECT_NE(visitor.state.visit.reading.place.pack.empty(), visitor.question().empty());
    }
}

TEST_F(Gone, self_check_alone_can_be_begun_and_asks_to_touch_no_topic) {
    auto alone = std::make_shared<Catalog>(*good);
    auto library = std::make_shared<pack::Library>(*good->library);
    library->packs.clear();
    alone->library = library;
    alone->self_check = content::load_self_check(
        *library, {[](const base::Fault&) {}, [](const base::Finding&) {}});
    Visitor visitor(alone);
    visitor.asks(Start{});
    ASSERT_EQ(visitor.screen(), Screen::home);
    EXPECT_FALSE(sees(visitor, Role::paragraph, visitor.state.strings()("home.lead")));
    stage.tap(visitor, Role::button, visitor.state.strings()("home.begin"));
    EXPECT_EQ(visitor.screen(), Screen::self_check);
}

}  // namespace
}  // namespace candor::screens
