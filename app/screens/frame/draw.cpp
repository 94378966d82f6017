#include <cmath>

#include "base/localized.h"
#include "platform/window.h"
#include "screens/frame/clinic_facts.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/self_check/answer_inputs.h"
#include "text/direction.h"
#include "ui/keyboard.h"

namespace candor::screens {
namespace {

void draw_screen(const Drawing& at) {
    switch (at.visit().screen) {
        case Screen::attract:
            return draw_attract(at);
        case Screen::home:
            return draw_home(at);
        case Screen::reader:
            return draw_reader(at);
        case Screen::search:
            return draw_search(at);
        case Screen::self_check:
            return draw_self_check(at);
        case Screen::guidance:
            return draw_guidance(at);
        case Screen::request:
            return draw_request(at);
        case Screen::confirmation:
            return draw_confirmation(at);
        case Screen::staff:
            return draw_staff(at);
        case Screen::out_of_order:
            return draw_out_of_order(at);
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
        case Field::answer_filter:
            return "check.find-answer";
        case Field::answer:
        case Field::none:
            break;
    }
    return {};
}

std::string name_of_field(const Drawing& at) {
    if (at.visit().typing.field == Field::answer) return answering_name(at.state, at.ui);
    return at.tr(name_key(at.visit().typing.field));
}

void draw_keyboard(const Drawing& at) {
    if (at.visit().typing.field == Field::none) return;
    if (at.state.on_pad()) return draw_answer_pad(at);
    const ui::KeyboardLayouts* layouts = at.state.keyboard();
    if (layouts == nullptr) return;
    const std::string name = name_of_field(at);
    const bool staff = at.visit().typing.field == Field::staff_code;
    const ui::KeyboardResult key =
        ui::keyboard(at.ui, staff ? ui::whole_width(at.ui) : key_room(at.ui), *layouts,
                     at.visit().typing.keyboard, name);
    if (key.kind != ui::KeyboardResult::Kind::none) at.emit(KeyPressed{key});
}

bool writes_rightwards(const Drawing& at) {
    const base::SecretString* text = at.state.edited();
    const Field field = at.visit().typing.field;
    if (text == nullptr || field == Field::phone || field == Field::email) return true;
    const auto otherwise =
        at.ui.right_to_left() ? text::Direction::right_to_left : text::Direction::left_to_right;
    return text::first_strong_direction(text->view(), otherwise) == text::Direction::left_to_right;
}

/// A real keyboard does what the one on the screen does.
void take_keys(const Drawing& at) {
    for (const platform::Event& event : at.ui.keys()) {
        if (event.kind == platform::EventKind::text && at.visit().typing.field != Field::none)
            at.emit(TypeText{event.text});
        if (event.kind != platform::EventKind::key) continue;
        switch (event.key) {
            case platform::Key::escape:
                at.emit(GoBack{});
                break;
            case platform::Key::backspace:
                at.emit(EraseBack{});
                break;
            case platform::Key::left:
            case platform::Key::right:
                at.emit(MoveCaret{
                    (event.key == platform::Key::right) == writes_rightwards(at) ? 1 : -1});
                break;
            default:
                break;
        }
    }
}

/// What stands where nothing is touched, while all else was brought down: calm, and why.
void draw_above_reach(const Drawing& at) {
    ui::Ui& ui = at.ui;
    const float height = ui.lowered_px();
    if (height <= 0) return;
    const auto width = static_cast<float>(ui.theme().width());
    ui.canvas().fill({0, -height, width, height}, ui::Colour::hero);
    const Column column = content_column(ui);
    enum class Says { all, least, how };
    const auto words = [&](ui::Flow& flow, Says says) {
        const bool all = says == Says::all;
        if (all) flow.text(brand_of(at), ui::type::kTitle);
        flow.gap(all ? 40 : 0);
        if (says != Says::how)
            flow.text(at.tr("reach.words"), all ? ui::type::kSubhead : ui::type::kTitle);
        flow.gap(all ? 16 : 8);
        flow.text(at.tr("reach.how", {{"button", at.tr("top.text-size")}}),
                  all ? ui::type::kLead : ui::type::kSmall);
    };
    const auto height_of = [&](Says says) {
        ui::Flow measured(ui, column.x, 0, column.width);
        ui.measure([&] { words(measured, says); });
        return measured.height();
    };
    const auto fits = [&](Says says) { return height_of(says) + ui.px(16) <= height; };
    Says says = height < ui.px(480) ? Says::least : Says::all;
    if (says == Says::all && !fits(says)) says = Says::least;
    if (!fits(says)) says = Says::how;
    ui.on_hero([&] {
        ui::Flow shown(ui, column.x, std::round((height - height_of(says)) / 2) - height,
                       column.width);
        words(shown, says);
    });
}

/// A page that somebody read aloud is heard in their voice, sentence by sentence.
std::vector<Sentence> narrated(const State& state, std::vector<Sentence> sentences) {
    const bool page = state.visit.screen == Screen::reader &&
                      state.visit.sheet.kind == SheetKind::none && state.current_page() != nullptr;
    if (!page || !state.current_page()->narration) return sentences;
    for (Sentence& each : sentences)
        each.recorded = state.current_page()->narration->part_of(each.words);
    return sentences;
}

/// What is read aloud is what was drawn, and goes on from a text that is touched.
void hear(const Drawing& at) {
    const Hearing& hearing = at.visit().hearing;
    ui::Ui& ui = at.ui;
    const bool sheet = at.visit().sheet.kind != SheetKind::none;
    const Hearers hearers = at.state.headphones ? Hearers::one : Hearers::everybody;
    if (hearing.wanted)
        at.emit(ReadAloud{narrated(
            at.state, sentences_in(ui.tree(), sheet ? "sheet" : "main", at.language(), hearers))});
    if (const ui::WidgetId text = ui.touched_text(); text != 0) at.emit(ListenFrom{text});
    if (!hearing.dark) return;
    ui.focus().hide_ring();
    ui.canvas().fill(
        {0, 0, static_cast<float>(ui.theme().width()), static_cast<float>(ui.theme().height())},
        ui::Colour::curtain);
}

/// Quietly, in the bar: no sheet comes over what somebody tries to touch, and nothing else moves.
void offer_steady_touch(const Drawing& at) {
    const Visit& visit = at.visit();
    const bool busy = visit.screen == Screen::attract || visit.hearing.is_reading();
    if (at.ui.touches_miss() && !busy && visit.steady_offer == Offer::none && !visit.steady_touch)
        at.emit(OfferSteadyTouch{});
}

}  // namespace

ui::Frame with_state(ui::Frame frame, const State& state) {
    const Hearing& hearing = state.visit.hearing;
    frame.text_size = state.visit.text_size;
    frame.contrast = state.visit.contrast;
    frame.strings = &state.strings();
    frame.keyboard = frame.keys_reach_all = hearing.keypad || hearing.speaks_screen;
    frame.lowered = lowered_share(state, frame.width_px, frame.height_px);
    frame.steady_touch = state.visit.steady_touch;
    if (const int height_mm = state.catalog->around.stand.height_mm; height_mm > 0)
        frame.pixels_per_mm = static_cast<float>(frame.height_px) / static_cast<float>(height_mm);
    frame.spoken.reset();
    if (hearing.is_reading()) frame.spoken = hearing.sentence().place;
    return frame;
}

void draw(const State& state, ui::Ui& ui, Intents& intents) {
    ui.tree().screen = name_of(state.visit.screen);
    ui.canvas().fill(
        {0, 0, static_cast<float>(ui.theme().width()), static_cast<float>(ui.theme().height())},
        ui::Colour::paper);
    const Drawing at{state, ui, intents};
    draw_above_reach(at);
    draw_screen(at);
    draw_keyboard(at);
    draw_sheet(at);
    hear(at);
    take_keys(at);
    offer_steady_touch(at);
}

}  // namespace candor::screens
