#pragma once
#include "forms.h"
#include "scenes.h"
#include "screens/self_check/steps.h"

namespace candor::screens {

/// Goes to that question of the controls' self-check.
inline void go_to(Visitor& visitor, const std::string& link_id) {
    visitor.asks(Start{}).asks(BeginSelfCheck{}).asks(ChangeAnswer{link_id});
}

inline void add_entering(std::vector<Scene>& scenes) {
    const std::vector<std::pair<std::string, Part>> parts{
        {"weeks", Part::number}, {"change", Part::number}, {"height", Part::number},
        {"born", Part::day},     {"born", Part::month},    {"born", Part::year},
        {"visit", Part::hour},   {"wake", Part::minute},   {"products", Part::words},
        {"site", Part::words},   {"story", Part::words}};
    for (const auto& [id, part] : parts)
        scenes.push_back({"entering " + id + " " + std::to_string(static_cast<int>(part)),
                          [id = id, part = part](Visitor& v) {
                              go_to(v, id);
                              v.asks(EnterAnswer{id, part, 0});
                          }});
}

/// Some answers of every kind.
inline void answer_controls(Visitor& v) {
    go_to(v, "bother");
    v.asks(SetNumber{"bother", "7"}).asks(ChangeAnswer{"weeks"});
    v.asks(EnterAnswer{"weeks", Part::number, 0}).types("1").types("6");
    v.asks(ChangeAnswer{"change"}).asks(EnterAnswer{"change", Part::number, 0});
    type_number(v, "-2.5");
    v.asks(NextQuestion{}).asks(ChangeAnswer{"born"}).asks(PickPart{"born", Part::day, 9});
    v.asks(PickPart{"born", Part::month, 9}).asks(EnterAnswer{"born", Part::year, 0});
    type_number(v, "1980");
    v.asks(NextQuestion{}).asks(ChangeAnswer{"products"});
    for (const char* product : {"Oil", "Soap without any scent"})
        v.asks(EnterAnswer{"products", Part::words, 0}).types(product).asks(AddAnswer{"products"});
    v.answers("town", "elsewhere").answers("hopes", "thicker").answers("hopes", "slower");
    v.answers("look", "temples").asks(RatherNotSay{"wake"}).asks(ChooseAnswer{"smoke", true});
    v.answers("home", "elsewhere").asks(SetNumber{"rest", "35"});
}

/// Enters those words as the whole answer.
inline void enter_words(Visitor& v, const std::string& key, const std::string& words) {
    v.asks(EnterAnswer{key, Part::words, 0}).types(words);
}

/// Two medicines, the second with several times a day; at the step where one adds another.
inline void add_medicines(Visitor& v) {
    using screening::key_of;
    go_to(v, "medicine");
    v.state.visit.check.from_summary = false;
    enter_words(v, "medicine", "Finasteride");
    v.asks(NextQuestion{}).asks(ChooseAnswer{"daily", false}).asks(NextQuestion{});
    v.asks(AddRepetition{"medicines"});
    enter_words(v, key_of("medicine", 1), "Something with a very long name that a doctor gave me");
    v.asks(NextQuestion{}).asks(ChooseAnswer{key_of("daily", 1), true}).asks(NextQuestion{});
    v.asks(PickPart{key_of("dose", 1), Part::hour, 8});
    v.asks(PickPart{key_of("dose", 1), Part::minute, 30}).asks(NextQuestion{});
    v.asks(AddRepetition{key_of("doses", 1)});
    v.asks(PickPart{key_of("dose", 2), Part::hour, 21});
    v.asks(PickPart{key_of("dose", 2), Part::minute, 0}).asks(NextQuestion{}).asks(NextQuestion{});
}

/// As many medicines as the group takes, and three relatives on the page.
inline void add_all(Visitor& v) {
    add_medicines(v);
    v.asks(AddRepetition{"medicines"});
    go_to(v, "habits");
    enter_words(v, "relative", "My mother");
    v.asks(AddRepetition{"family"}).asks(AddRepetition{"family"});
    v.asks(EnterAnswer{"since", Part::number, 0}).types("3").types("5");
}

inline void add_repetitions(std::vector<Scene>& scenes) {
    scenes.push_back({"one repetition", [](Visitor& v) { go_to(v, more_id("medicines")); }});
    scenes.push_back({"two repetitions", [](Visitor& v) { add_medicines(v); }});
    scenes.push_back({"inner repetitions", [](Visitor& v) {
                          add_medicines(v);
                          v.asks(ChangeAnswer{more_id(screening::key_of("doses", 1))});
                      }});
    scenes.push_back({"question of a repetition", [](Visitor& v) {
                          add_medicines(v);
                          v.asks(ChangeAnswer{screening::key_of("medicine", 1)});
                      }});
    scenes.push_back({"all repetitions", [](Visitor& v) {
                          add_all(v);
                          v.asks(ChangeAnswer{more_id("medicines")});
                      }});
    scenes.push_back({"repetitions on a page", [](Visitor& v) {
                          add_all(v);
                          v.asks(ChangeAnswer{screening::key_of("since", 4)});
                      }});
    scenes.push_back({"review of repetitions", [](Visitor& v) {
                          add_all(v);
                          v.asks(BeginSelfCheck{});
                      }});
}

inline void add_complaints(std::vector<Scene>& scenes) {
    scenes.push_back({"complaint number", [](Visitor& v) {
                          go_to(v, "weeks");
                          v.asks(EnterAnswer{"weeks", Part::number, 0});
                          type_number(v, "99999");
                          v.asks(NextQuestion{});
                      }});
    scenes.push_back({"complaint unit", [](Visitor& v) {
                          go_to(v, "height");
                          v.asks(EnterAnswer{"height", Part::number, 0}).types("1");
                          v.asks(NextQuestion{});
                      }});
    scenes.push_back({"complaint date", [](Visitor& v) {
                          go_to(v, "visit");
                          v.asks(PickPart{"visit", Part::day, 31}).asks(NextQuestion{});
                      }});
    scenes.push_back({"complaint choices", [](Visitor& v) {
                          go_to(v, "hopes");
                          v.answers("hopes", "slower").asks(NextQuestion{});
                      }});
}

/// Every control of tests/screens/forms/controls: untouched, being entered, answered, wrong.
inline std::vector<Scene> control_scenes() {
    std::vector<Scene> scenes;
    const auto catalog = controls_catalog();
    for (const FormStep& step : steps(catalog->self_check->questionnaire, {}))
        scenes.push_back({"control " + step.id, [id = step.id](Visitor& v) { go_to(v, id); }});
    add_entering(scenes);
    add_complaints(scenes);
    add_repetitions(scenes);
    for (const char* id :
         {"bother", "change", "born", "products", "town", "hopes", "look", "habits"})
        scenes.push_back({std::string("answered ") + id, [id = std::string(id)](Visitor& v) {
                              answer_controls(v);
                              v.asks(ChangeAnswer{id});
                          }});
    scenes.push_back(
        {"page with its pad", [](Visitor& v) {
             answer_controls(v);
             v.asks(ChangeAnswer{"habits"}).asks(EnterAnswer{"packs", Part::number, 0});
         }});
    scenes.push_back({"list of a page", [](Visitor& v) {
                          go_to(v, "habits");
                          v.asks(OpenList{"home"});
                      }});
    scenes.push_back({"review", [](Visitor& v) {
                          answer_controls(v);
                          v.asks(BeginSelfCheck{});
                      }});
    return scenes;
}

}  // namespace candor::screens
