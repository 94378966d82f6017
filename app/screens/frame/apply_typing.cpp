#include "screens/frame/apply_typing.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "screens/reader/apply_reading.h"
#include "screens/self_check/drafts.h"

namespace candor::screens {
namespace {

bool is_digits(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

const char* layout_of(Field field) {
    if (field == Field::phone || field == Field::staff_code) return "phone";
    if (field == Field::email) return "email";
    return "letters";
}

/// Sentences and names begin with a capital; addresses do not.
bool begins_with_capital(Field field) {
    return field == Field::first_name || field == Field::own_words;
}

Field next_field(Field field) {
    switch (field) {
        case Field::first_name:
            return Field::phone;
        case Field::phone:
            return Field::email;
        case Field::email:
            return Field::own_words;
        default:
            return Field::none;
    }
}

}  // namespace

void ApplyTyping::edited_changed() const {
    Visit& visit = state.visit;
    if (visit.typing.field == Field::answer) answer_typed(state);
    if (visit.screen == Screen::request) visit.request.keep_unmended(visit.typing.field);
    if (visit.screen == Screen::search) search_again(state, services);
}

void ApplyTyping::operator()(const FocusField& intent) const {
    Visit& visit = state.visit;
    if (intent.field == Field::answer) {
        const std::string key =
            visit.check.answering.empty() ? visit.check.question : visit.check.answering;
        const screening::Item* item = asked_item(state, key);
        const bool number = item != nullptr && entry_of(*item) == Entry::number;
        return ask(EnterAnswer{key, number ? Part::number : Part::words, intent.caret});
    }
    leave_answer(state, {});
    if (visit.typing.field != intent.field) visit.request.keep_unmended();
    const bool other = visit.typing.field != intent.field;
    visit.typing.field = intent.field;
    const base::SecretString* text = state.edited();
    visit.typing.caret = text == nullptr ? 0 : std::min(intent.caret, text->size());
    if (!other) return;
    if (intent.field == Field::answer_filter)
        visit.check.turn_to(visit.check.listed.empty() ? visit.check.question : visit.check.listed);
    visit.typing.keyboard = {};
    visit.typing.keyboard.layout = layout_of(intent.field);
    visit.typing.keyboard.last_field = next_field(intent.field) == Field::none;
    if (text != nullptr && text->empty() && begins_with_capital(intent.field))
        visit.typing.keyboard.shift = ui::Shift::once;
}

void ApplyTyping::operator()(const TypeText& intent) const {
    base::SecretString* text = state.edited();
    if (state.visit.typing.field == Field::staff_code && !is_digits(intent.text)) return;
    if (state.on_pad()) {
        if (type_digits(state, intent.text)) edited_changed();
        return;
    }
    if (text == nullptr) return;
    const auto fits = base::letters_within(intent.text, text->capacity() - text->size());
    if (fits.empty() || !text->insert(state.visit.typing.caret, fits)) return;
    state.visit.typing.caret += fits.size();
    edited_changed();
}

void ApplyTyping::operator()(const EraseBack&) const {
    base::SecretString* text = state.edited();
    if (text == nullptr || state.visit.typing.caret == 0) return;
    const bool digits =
        state.visit.check.part == Part::number || state.visit.check.part == Part::year;
    if (state.on_pad() && !digits) return;
    const std::size_t start = base::letter_before(text->view(), state.visit.typing.caret);
    text->erase(start, state.visit.typing.caret - start);
    state.visit.typing.caret = start;
    edited_changed();
}

void ApplyTyping::operator()(const MoveCaret& intent) const {
    const base::SecretString* text = state.edited();
    if (text == nullptr || state.on_pad()) return;
    state.visit.typing.caret = intent.by < 0
                                   ? base::letter_before(text->view(), state.visit.typing.caret)
                                   : base::letter_after(text->view(), state.visit.typing.caret);
}

void ApplyTyping::operator()(const KeyPressed& intent) const {
    using Kind = ui::KeyboardResult::Kind;
    ui::KeyboardState& keyboard = state.visit.typing.keyboard;
    const ui::KeyboardResult& key = intent.key;
    if (key.kind != Kind::accents) keyboard.accents_of.clear();
    switch (key.kind) {
        case Kind::typed:
            (*this)(TypeText{key.text});
            if (keyboard.shift == ui::Shift::once) keyboard.shift = ui::Shift::off;
            break;
        case Kind::backspace:
            (*this)(EraseBack{});
            break;
        case Kind::shift:
            keyboard.shift = keyboard.shift == ui::Shift::off    ? ui::Shift::once
                             : keyboard.shift == ui::Shift::once ? ui::Shift::locked
                                                                 : ui::Shift::off;
            break;
        case Kind::layout:
            // From the signs back to what the field is typed with.
            keyboard.layout = key.text == "letters" && keyboard.layout == "symbols"
                                  ? layout_of(state.visit.typing.field)
                                  : key.text;
            break;
        case Kind::accents:
            keyboard.accents_of = key.text;
            break;
        case Kind::next:
            return press_next();
        case Kind::done:
            return press_done();
        case Kind::none:
            break;
    }
}

void ApplyTyping::press_next() const {
    const Visit& visit = state.visit;
    const Field next = next_field(visit.typing.field);
    if (next == Field::none) return press_done();
    const consult::ContactForm& form = visit.request.form;
    const std::size_t end = next == Field::phone   ? form.phone.size()
                            : next == Field::email ? form.email.size()
                                                   : form.own_words.size();
    (*this)(FocusField{next, end});
}

void ApplyTyping::press_done() const {
    if (state.visit.typing.field == Field::staff_code) return ask(EnterStaffCode{});
    (*this)(FocusField{Field::none, 0});
}

}  // namespace candor::screens
