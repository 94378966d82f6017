#include "kiosk/keypad.h"

namespace candor::kiosk {
namespace {

using pack::KeypadAction;

void move(ui::Ui& ui, int by, screens::Intents& intents) {
    intents.emplace_back(screens::StopListening{});
    ui.focus().move(by);
}

void move_row(ui::Ui& ui, int by, screens::Intents& intents) {
    intents.emplace_back(screens::StopListening{});
    ui.focus().move_row(by);
}

}  // namespace

std::optional<KeypadAction> action_of(const std::optional<pack::Keypad>& keypad,
                                      const platform::Event& event) {
    if (!keypad || event.kind != platform::EventKind::key) return {};
    const auto found = keypad->find(event.key_name);
    return found == keypad->end() ? std::nullopt : std::optional(found->second);
}

screens::Intents press(KeypadAction action, const screens::State& state, ui::Ui& ui) {
    const screens::Hearing& hearing = state.visit.hearing;
    screens::Intents intents;
    if (!hearing.keypad) {
        if (state.visit.screen == screens::Screen::attract) intents.emplace_back(screens::Start{});
        intents.emplace_back(screens::UseKeypad{});
        return intents;
    }
    switch (action) {
        case KeypadAction::next:
            move(ui, 1, intents);
            break;
        case KeypadAction::previous:
            move(ui, -1, intents);
            break;
        case KeypadAction::below:
            move_row(ui, 1, intents);
            break;
        case KeypadAction::above:
            move_row(ui, -1, intents);
            break;
        case KeypadAction::select:
            ui.select_focus();
            break;
        case KeypadAction::more:
            ui.hold_focus();
            break;
        case KeypadAction::back:
            intents.emplace_back(screens::GoBack{});
            break;
        case KeypadAction::repeat:
            if (hearing.is_reading()) intents.emplace_back(screens::SayAgain{});
            break;
        case KeypadAction::louder:
            intents.emplace_back(screens::SetVolume{hearing.volume + 1});
            break;
        case KeypadAction::softer:
            intents.emplace_back(screens::SetVolume{hearing.volume - 1});
            break;
        case KeypadAction::dark:
            intents.emplace_back(screens::DarkScreen{!hearing.dark});
            break;
    }
    return intents;
}

}  // namespace candor::kiosk
