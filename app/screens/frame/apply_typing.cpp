#include <string_view>

#include "base/utf8.h"
#include "screens/frame/apply.h"

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

base::SecretString* Apply::edited() const {
    return const_cast<base::SecretString*>(std::as_const(state).edited());
}

void Apply::edited_changed() const {
    Visit& visit = state.visit;
    visit.request.sending.problems.clear();
    if (visit.typing.field == Field::answer) answer_typed();
    if (visit.screen != Screen::search) return;
    visit.search.hits = services.search(visit.language, visit.search.words.view());
    services.reset_scroll("main");
}

void Apply::operator()(const FocusField& intent) const {
    Visit& visit = state.visit;
    if (intent.field == Field::answer) {
        const std::string key =
            visit.check.answering.empty() ? visit.check.question : visit.check.answering;
        const screening::Item* item = asked_item(key);
        const bool number = item != nullptr && entry_of(*item) == Entry::number;
        return (*this)(EnterAnswer{key, number ? Part::number : Part::words, intent.caret});
    }
    leave_answer({});
    const bool other = visit.typing.field != intent.field;
    visit.typing.field = intent.field;
    const base::SecretString* text = state.edited();
    visit.typing.caret = text == nullptr ? 0 : std::min(intent.caret, text->size());
    if (!other) return;
    visit.typing.keyboard = {};
    visit.typing.keyboard.layout = layout_of(intent.field);
    visit.typing.keyboard.last_field = next_field(intent.field) == Field::none;
    if (text != nullptr && text->empty() && begins_with_capital(intent.field))
        visit.typing.keyboard.shift = ui::Shift::once;
}

void Apply::operator()(const TypeText& intent) const {
    base::SecretString* text = edited();
    if (state.visit.typing.field == Field::staff_code && !is_digits(intent.text)) return;
    if (state.on_pad()) {
        if (type_digits(intent.text)) edited_changed();
        return;
    }
    if (text == nullptr || !text->insert(state.visit.typing.caret, intent.text)) return;
    state.visit.typing.caret += intent.text.size();
    edited_changed();
}

/// Into a number or a year, whose end is where one types; a second minus takes the first back.
bool Apply::type_digits(const std::string& typed) const {
    constexpr std::size_t kYearDigits = 4, kMostDigits = 18;
    Visit& visit = state.visit;
    const screening::Item* item = asked_item(visit.check.answering);
    base::SecretString* draft = edited();
    if (item == nullptr || draft == nullptr) return false;
    if (visit.check.part != Part::number && visit.check.part != Part::year) return false;
    base::SecretString& text = *draft;
    const std::string sign = number_sign(*item, typed);
    const bool digit = !sign.empty() && is_digits(sign);
    if (sign.empty() || (visit.check.part == Part::year && !digit)) return false;
    if (sign == "-") {
        if (text.view().starts_with('-'))
            text.erase(0, 1);
        else
            text.insert(0, sign);
    } else {
        const bool second = sign == "." && text.view().find('.') != std::string_view::npos;
        const std::size_t most = visit.check.part == Part::year ? kYearDigits : kMostDigits;
        if (second || text.size() >= most || !text.insert(text.size(), sign)) return false;
    }
    visit.typing.caret = text.size();
    return true;
}

void Apply::operator()(const EraseBack&) const {
    base::SecretString* text = edited();
    if (text == nullptr || state.visit.typing.caret == 0) return;
    const bool digits =
        state.visit.check.part == Part::number || state.visit.check.part == Part::year;
    if (state.on_pad() && !digits) return;
    const std::size_t start = base::letter_before(text->view(), state.visit.typing.caret);
    text->erase(start, state.visit.typing.caret - start);
    state.visit.typing.caret = start;
    edited_changed();
}

void Apply::operator()(const MoveCaret& intent) const {
    const base::SecretString* text = state.edited();
    if (text == nullptr || state.on_pad()) return;
    state.visit.typing.caret = intent.by < 0
                                   ? base::letter_before(text->view(), state.visit.typing.caret)
                                   : base::letter_after(text->view(), state.visit.typing.caret);
}

void Apply::operator()(const KeyPressed& intent) const {
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
            keyboard.layout = key.text;
            break;
        case Kind::accents:
            keyboard.accents_of = key.text;
            break;
        case Kind::next: {
            if (state.visit.typing.field == Field::staff_code) return (*this)(EnterStaffCode{});
            const Field next = next_field(state.visit.typing.field);
            if (next == Field::none) return (*this)(FocusField{Field::none, 0});
            const Visit& visit = state.visit;
            const std::size_t end = next == Field::phone   ? visit.request.form.phone.size()
                                    : next == Field::email ? visit.request.form.email.size()
                                                           : visit.request.form.own_words.size();
            return (*this)(FocusField{next, end});
        }
        case Kind::done:
            if (state.visit.typing.field == Field::staff_code) return (*this)(EnterStaffCode{});
            return (*this)(FocusField{Field::none, 0});
        case Kind::none:
            break;
    }
}

}  // namespace candor::screens
