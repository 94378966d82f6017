#include "platform/window.h"
#include "screens/frame/screens.h"
#include "screens/self_check/answer_inputs.h"
#include "ui/keyboard.h"

namespace candor::screens {
namespace {

void draw_screen(const State& state, ui::Ui& ui, Intents& intents) {
    switch (state.visit.screen) {
        case Screen::attract:
            return draw_attract(state, ui, intents);
        case Screen::home:
            return draw_home(state, ui, intents);
        case Screen::reader:
            return draw_reader(state, ui, intents);
        case Screen::search:
            return draw_search(state, ui, intents);
        case Screen::self_check:
            return draw_self_check(state, ui, intents);
        case Screen::guidance:
            return draw_guidance(state, ui, intents);
        case Screen::request:
            return draw_request(state, ui, intents);
        case Screen::confirmation:
            return draw_confirmation(state, ui, intents);
        case Screen::staff:
            return draw_staff(state, ui, intents);
        case Screen::out_of_order:
            return draw_out_of_order(state, ui, intents);
    }
}

std::string_view name_key(Field field) {
    switch (field) {
        case Field::first_name:
            return "request.first-name";
        case Field::phone:
            return "request.phone";
        case Field::email:
            return "request.email";
        case Field::own_words:
            return "request.own-words";
        case Field::search:
            return "search.label";
        case Field::staff_code:
            return "staff.code.label";
        case Field::answer:
        case Field::none:
            break;
    }
    return {};
}

std::string name_of_field(const State& state, ui::Ui& ui) {
    if (state.visit.field == Field::answer) return answering_name(state, ui);
    return ui.tr(name_key(state.visit.field));
}

void draw_keyboard(const State& state, ui::Ui& ui, Intents& intents) {
    if (state.visit.field == Field::none) return;
    if (state.on_pad()) return draw_answer_pad(state, ui, intents);
    const auto& all = state.catalog->keyboards;
    auto layouts = all.find(state.visit.language);
    if (layouts == all.end()) layouts = all.find("en");
    if (layouts == all.end()) return;
    const std::string name = name_of_field(state, ui);
    const ui::KeyboardResult key = ui::keyboard(ui, layouts->second, state.visit.keyboard, name);
    if (key.kind != ui::KeyboardResult::Kind::none) intents.push_back(KeyPressed{key});
}

/// A real keyboard does what the one on the screen does.
void take_keys(const State& state, ui::Ui& ui, Intents& intents) {
    for (const platform::Event& event : ui.keys()) {
        if (event.kind == platform::EventKind::text && state.visit.field != Field::none)
            intents.push_back(TypeText{event.text});
        if (event.kind != platform::EventKind::key) continue;
        switch (event.key) {
            case platform::Key::escape:
                intents.push_back(GoBack{});
                break;
            case platform::Key::backspace:
                intents.push_back(EraseBack{});
                break;
            case platform::Key::left:
                intents.push_back(MoveCaret{-1});
                break;
            case platform::Key::right:
                intents.push_back(MoveCaret{1});
                break;
            default:
                break;
        }
    }
}

}  // namespace

void draw(const State& state, ui::Ui& ui, Intents& intents) {
    ui.tree().screen = name_of(state.visit.screen);
    ui.canvas().fill(
        {0, 0, static_cast<float>(ui.theme().width()), static_cast<float>(ui.theme().height())},
        ui::colour::kPaper);
    draw_screen(state, ui, intents);
    draw_keyboard(state, ui, intents);
    draw_sheet(state, ui, intents);
    take_keys(state, ui, intents);
}

}  // namespace candor::screens
