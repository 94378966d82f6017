#pragma once
#include <functional>
#include <string>
#include <vector>

#include "visitor.h"

namespace candor::screens {

/// A screen as somebody gets to see it.
struct Scene {
    std::string name;
    std::function<void(Visitor&)> prepare;
    bool layered = false;  ///< something lies over something else on purpose (open accents)
};

inline void answer_everything(Visitor& visitor, bool with_answers) {
    if (visitor.state.catalog->self_check == nullptr) return;
    visitor.asks(BeginSelfCheck{});
    for (int guard = 0; guard < 60 && !visitor.question().empty(); ++guard) {
        const auto& check = visitor.state.catalog->self_check->questionnaire;
        const screening::Item* asked = check.find(visitor.question());
        if (asked == nullptr) return;  // it is gone in newer content
        const screening::Item& item = *asked;
        if (item.link_id == "age")
            visitor.answers("age", "30-44");
        else if (with_answers && !item.options.empty())
            visitor.asks(ChooseAnswer{item.link_id, item.options.front().value});
        else
            visitor.asks(RatherNotSay{item.link_id});
        visitor.asks(NextQuestion{});
    }
}

/// Two and three options picked, the longest among them, and all of what matters said.
inline void add_options(const ReadingPlace& place, const pack::Options& options,
                        std::vector<Scene>& scenes) {
    std::vector<std::string> ids, values;
    for (const auto& option : options.options) ids.push_back(place.pack + "/" + option.id);
    for (const auto& value : options.values) values.push_back(place.pack + "/" + value.id);
    for (const std::size_t count : {2U, 3U})
        scenes.push_back({"options " + place.page + " " + std::to_string(count), [=](Visitor& v) {
                              v.asks(OpenPlace{place});
                              for (const auto& value : values)
                                  v.asks(SetImportance{value, Importance::a_lot});
                              for (std::size_t i = 0; i < count && i < ids.size(); ++i)
                                  v.asks(TogglePick{ids[ids.size() - 1 - i * 11 % ids.size()]});
                          }});
}

inline void add_reading(const Catalog& catalog, std::vector<Scene>& scenes) {
    for (const pack::Pack& pack : catalog.library->packs) {
        for (const pack::Page& page : pack.pages_in("en")) {
            for (int step = 0; step < std::max(1, step_count(page)); ++step) {
                const ReadingPlace place{pack.id, page.id, step, -1};
                const auto open = [place](Visitor& v) { v.asks(OpenPlace{place}); };
                scenes.push_back(
                    {"reader " + pack.id + "/" + page.id + " " + std::to_string(step), open});
            }
            for (std::size_t i = 0; i < page.blocks.size(); ++i) {
                const std::string key = pack.id + "/" + page.id + "/" + std::to_string(i);
                const ReadingPlace place{pack.id, page.id, 0, -1};
                const auto answered = [place, key](Visitor& v) {
                    v.asks(OpenPlace{place})
                        .asks(ChooseQuick{key, 0})
                        .asks(ToggleAnswer{key + "/0"});
                    v.state.visit.reading.look_at_place();  // looked at is the whole page
                };
                const auto& body = page.blocks[i].body;
                if (const auto* options = std::get_if<pack::Options>(&body))
                    add_options(place, *options, scenes);
                if (std::holds_alternative<pack::QuickCheck>(body) ||
                    std::holds_alternative<pack::Faq>(body))
                    scenes.push_back({"answered " + key, answered});
            }
        }
    }
}

inline void add_sheets(const Catalog& catalog, std::vector<Scene>& scenes) {
    const auto add = [&](const std::string& name, const Sheet& sheet) {
        scenes.push_back(
            {"sheet " + name, [sheet](Visitor& v) { v.asks(Start{}).asks(OpenSheet{sheet}); }});
    };
    for (const pack::Pack& pack : catalog.library->packs) {
        if (!pack.terms.empty())
            add("term " + pack.id, {SheetKind::term, pack.id, pack.terms.front().id});
        if (!pack.sources.empty())
            add("source " + pack.id, {SheetKind::source, pack.id, pack.sources.front().id});
        add("about " + pack.id, {SheetKind::about_pack, pack.id, {}});
    }
    for (const SheetKind kind :
         {SheetKind::ask_staff, SheetKind::questions, SheetKind::language, SheetKind::text_size,
          SheetKind::finish, SheetKind::still_here, SheetKind::take_home, SheetKind::stop_check})
        add(name_of(kind), {kind, {}, {}});
    scenes.push_back(
        {"sheet for-the-doctor", [](Visitor& v) {
             answer_everything(v, true);
             v.asks(ShowGuidance{}).asks(OpenSheet{{SheetKind::for_the_doctor, {}, {}}});
         }});
}

/// A page that is being read aloud, with what one does meanwhile.
inline void add_listening(const Catalog& catalog, std::vector<Scene>& scenes) {
    const pack::Pack& pack = catalog.library->packs.front();
    for (const bool paused : {false, true})
        scenes.push_back({std::string("listening") + (paused ? " paused" : ""),
                          [id = pack.id, paused](Visitor& v) {
                              v.state.is_heard = true;
                              v.asks(OpenPack{id});
                              v.asks(ReadAloud{{{{1, {0, 4}}, "Some"}, {{2, {0, 4}}, "Words"}}});
                              v.asks(PauseListening{paused});
                          }});
}

inline void add_self_check(const Catalog& catalog, std::vector<Scene>& scenes) {
    Visitor asked(std::make_shared<const Catalog>(catalog));
    asked.asks(BeginSelfCheck{}).answers("age", "30-44");
    for (const auto* item : screening::questions(asked.state.catalog->self_check->questionnaire,
                                                 asked.state.visit.check.response)) {
        const std::string id = item->link_id;
        scenes.push_back(
            {"question " + id, [id](Visitor& v) {
                 v.asks(BeginSelfCheck{}).answers("age", "30-44").asks(ChangeAnswer{id});
             }});
    }
    for (const bool with_answers : {true, false}) {
        const std::string how = with_answers ? "with answers" : "without answers";
        scenes.push_back(
            {"summary " + how, [=](Visitor& v) { answer_everything(v, with_answers); }});
        scenes.push_back({"guidance " + how, [=](Visitor& v) {
                              answer_everything(v, with_answers);
                              v.asks(ShowGuidance{});
                          }});
    }
    scenes.push_back({"guidance under 18", [](Visitor& v) {
                          v.asks(BeginSelfCheck{}).answers("age", "under-18").asks(ShowGuidance{});
                      }});
}

inline void add_request(std::vector<Scene>& scenes) {
    scenes.push_back({"request", [](Visitor& v) { v.asks(Start{}).asks(OpenRequest{}); }});
    scenes.push_back(
        {"request incomplete", [](Visitor& v) {
             // It leads to the first field that needs something; looked at is the whole form.
             v.asks(OpenRequest{}).asks(SendRequest{}).asks(FocusField{Field::none, 0});
         }});
    scenes.push_back({"request with everything", [](Visitor& v) {
                          for (const pack::Pack& pack : v.state.catalog->library->packs)
                              for (const pack::Page& page : pack.pages_in("en"))
                                  for (const pack::Block& block : page.blocks)
                                      if (const auto* list =
                                              std::get_if<pack::AskList>(&block.body))
                                          for (const auto& item : list->items)
                                              v.asks(ToggleTick{pack.id + "/" + item.id});
                          answer_everything(v, true);
                          v.asks(OpenRequest{}).fills_in_the_form().asks(ToggleSendAnswers{});
                          v.types_into(Field::own_words, std::string(600, 'w')).asks(FocusField{});
                      }});
    scenes.push_back({"request with a fault", [](Visitor& v) {
                          v.services.fault = base::Fault{base::FaultKind::disk_full, {}, {}};
                          v.asks(OpenRequest{}).fills_in_the_form().asks(SendRequest{});
                      }});
    for (const Field field : {Field::first_name, Field::phone, Field::email, Field::own_words})
        scenes.push_back({"typing " + std::to_string(static_cast<int>(field)), [field](Visitor& v) {
                              v.asks(OpenRequest{}).types_into(field, "text");
                          }});
    scenes.push_back({"accents",
                      [](Visitor& v) {
                          v.asks(OpenRequest{}).types_into(Field::own_words, "text");
                          v.presses(ui::KeyboardResult::Kind::accents, "e");
                      },
                      true});
    scenes.push_back({"confirmation", [](Visitor& v) {
                          v.asks(OpenRequest{}).fills_in_the_form().asks(SendRequest{});
                          v.state.seconds_left = 45;
                      }});
}

/// What stands where a request would be asked for, and what staff read of it.
inline void add_without_requests(std::vector<Scene>& scenes) {
    const auto add = [&](const std::string& name, const std::function<void(Visitor&)>& prepare) {
        scenes.push_back({name + " without requests", [prepare](Visitor& v) {
                              prepare(v);
                              v.state.kiosk.takes_requests = false;
                              v.state.kiosk.problem = "staff.kiosk.problem.newer";
                          }});
    };
    add("out of order", [](Visitor& v) { v.state.visit.screen = Screen::out_of_order; });
    add("request", [](Visitor& v) { v.asks(Start{}).asks(OpenRequest{}); });
    add("ask staff", [](Visitor& v) {
        v.asks(Start{}).asks(OpenSheet{{SheetKind::ask_staff, {}, {}}});
    });
    add("guidance", [](Visitor& v) {
        answer_everything(v, true);
        v.asks(ShowGuidance{});
    });
    add("staff", [](Visitor& v) {
        v.state.visit.screen = Screen::staff;
        v.state.kiosk.key = "0123456789abcdef";
        v.state.kiosk.demonstration = true;
        v.state.kiosk.set_aside = {"consult.db.damaged-2026-11-28"};
        v.state.visit.staff.news.stage = Staff::Stage::open;
        v.state.visit.staff.news.wrong_codes = 7;
        v.state.visit.staff.news.clock = ClockDoubt{"2036-01-01", "2026-11-28", true};
    });
    scenes.push_back({"staff code after wrong ones", [](Visitor& v) {
                          v.asks(OpenStaff{});
                          v.state.visit.staff.wait_s = 41;
                      }});
}

/// Every screen and sheet of what ships, in the states that change what is on it.
inline std::vector<Scene> every_scene(const Catalog& catalog) {
    std::vector<Scene> scenes;
    for (int slide = 0; slide < kSlides; ++slide)
        scenes.push_back({"attract " + std::to_string(slide),
                          [slide](Visitor& v) { v.asks(ShowSlide{slide}); }});
    scenes.push_back({"home", [](Visitor& v) { v.asks(Start{}); }});
    scenes.push_back({"home read", [](Visitor& v) {
                          for (const pack::Pack& pack : v.state.catalog->library->packs)
                              for (const pack::Page& page : pack.pages_in("en"))
                                  v.state.visit.reading.read.insert(pack.id + "/" + page.id);
                          v.asks(BeginSelfCheck{}).answers("age", "30-44").asks(GoHome{});
                      }});
    add_reading(catalog, scenes);
    scenes.push_back(
        {"reader after a link", [](Visitor& v) {
             const auto& packs = v.state.catalog->library->packs;
             v.asks(OpenPack{packs.front().id});
             v.asks(OpenPlace{{packs.back().id, packs.back().pages_in("en").back().id, 0, -1}});
         }});
    scenes.push_back(
        {"reader of a page that is gone", [](Visitor& v) {
             v.asks(OpenPlace{{v.state.catalog->library->packs.front().id, "gone", 0, -1}});
         }});
    add_sheets(catalog, scenes);
    add_listening(catalog, scenes);
    scenes.push_back({"search", [](Visitor& v) { v.asks(OpenSearch{}); }});
    for (const char* words : {"p", "platelet", "zzqx"})
        scenes.push_back(
            {std::string("search ") + words, [words](Visitor& v) {
                 v.asks(OpenSearch{}).types_into(Field::search, words).asks(FocusField{});
             }});
    scenes.push_back({"typing a search",
                      [](Visitor& v) { v.asks(OpenSearch{}).types_into(Field::search, "hair"); }});
    add_self_check(catalog, scenes);
    add_request(scenes);
    add_without_requests(scenes);
    scenes.push_back(
        {"out of order", [](Visitor& v) { v.state.visit.screen = Screen::out_of_order; }});
    return scenes;
}

}  // namespace candor::screens
