#include "kiosk/narrator.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/secret_string.h"
#include "base/utf8.h"
#include "ui/key_face.h"
#include "ui/spoken_node.h"

namespace candor::kiosk {
namespace {

using screens::Field;
using screens::Hearing;
using screens::SheetKind;

/// Each step about as much louder as the one before.
constexpr std::array<float, screens::kLoudest> kShares{0.12F, 0.22F, 0.4F, 0.65F, 1.0F};

const ui::Node* focused_node(const ui::Tree& tree, const ui::Focus& focus) {
    if (focus.widget() == 0) return nullptr;
    const auto found =
        std::find_if(tree.nodes.begin(), tree.nodes.end(),
                     [&](const ui::Node& node) { return node.heard == focus.widget(); });
    return found == tree.nodes.end() ? nullptr : &*found;
}

/// What a person typed is nobody else's to hear.
ui::Node told(const screens::State& state, const ui::Node& node) {
    return state.headphones ? node : ui::without_typed(node);
}

/// From its first heading on, and then what stands before that.
std::vector<std::string> whole_screen(const ui::Tree& tree, const screens::State& state) {
    std::vector<std::string> texts;
    std::size_t before = 0;
    bool headed = false;
    for (const ui::Node& node : tree.nodes) {
        if (node.name.empty() || node.in_text) continue;
        headed = headed || node.role == ui::Role::heading;
        if (!headed) ++before;
        texts.push_back(ui::spoken_words_of(told(state, node), state.strings()));
    }
    if (headed)
        std::rotate(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(before),
                    texts.end());
    return texts;
}

/// A message that counts is one message.
std::string without_digits(std::string text) {
    std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text;
}

void wipe_all(std::vector<speech::Words>& words) {
    for (speech::Words& each : words) base::wipe(each.text);
    words.clear();
}

}  // namespace

void Narrator::look() {
    if (speaker_) speaker_->look();
}

bool Narrator::can_be_heard() const {
    return speaker_ && speaker_->ability() == speech::Speaker::Ability::able;
}

Narrator::Reading Narrator::reading_of(const screens::State& state) {
    return {state.visit.hearing.at, state.visit.hearing.turn};
}

screens::Intents Narrator::follow(const screens::State& state) {
    if (!speaker_) return {};
    const Hearing& hearing = state.visit.hearing;
    if (std::exchange(volume_, hearing.volume) != hearing.volume)
        speaker_->set_volume(kShares[static_cast<std::size_t>(hearing.volume - 1)]);
    if (!hearing.is_reading()) {
        if (std::exchange(reading_, std::nullopt)) speaker_->hush();
        return {};
    }
    if (!can_be_heard()) return {screens::StopListening{}};
    if (reading_ != reading_of(state)) {
        reading_ = reading_of(state);
        paused_ = false;
        say_sentence(state);
    }
    if (std::exchange(paused_, hearing.paused) != hearing.paused) speaker_->pause(hearing.paused);
    if (hearing.paused || speaker_->is_speaking()) return {};
    return {screens::SentenceHeard{}};
}

void Narrator::say(const screens::State& state, std::vector<std::string> texts) {
    const std::string& voice = state.strings().rules().voice;
    if (!can_be_heard() || voice.empty() || texts.empty()) return;
    wipe_all(last_);
    const int pace = screens::kPaces[static_cast<std::size_t>(state.visit.hearing.pace)];
    for (std::string& text : texts) last_.push_back({std::move(text), voice, pace});
    speaker_->say(last_);
}

/// In the voice that recorded it, at the pace that it has: slower and faster are the synthesiser's.
void Narrator::say_sentence(const screens::State& state) {
    const Hearing& hearing = state.visit.hearing;
    const auto& recorded = hearing.sentence().recorded;
    if (!recorded || hearing.pace != screens::kFirstPace || !can_be_heard())
        return say(state, {hearing.sentence().words});
    wipe_all(last_);
    last_.push_back({hearing.sentence().words, state.strings().rules().voice,
                     screens::kPaces[static_cast<std::size_t>(hearing.pace)],
                     speech::Recorded{recorded->file, recorded->begin_ms, recorded->end_ms}});
    speaker_->say(last_);
}

void Narrator::repeat() {
    if (can_be_heard() && !last_.empty()) speaker_->say(last_);
}

Narrator::Place Narrator::place_of(const screens::State& state) {
    const screens::Visit& visit = state.visit;
    Place place{visit.screen,
                visit.sheet.kind,
                visit.sheet.id,
                visit.language,
                visit.check.question,
                {},
                visit.hearing.speaks_screen};
    if (visit.screen == screens::Screen::reader) place.page = visit.reading.place;
    place.page.block = place.page.item = -1;
    return place;
}

bool Narrator::tell(const screens::State& state, ui::Ui& ui) {
    const Hearing& hearing = state.visit.hearing;
    if (!hearing.keypad && !hearing.speaks_screen) {
        place_ = {};
        return false;
    }
    const Place place = place_of(state);
    if (place != place_) return enter(state, ui, place);
    const bool moved = follow_forms(state, ui) || follow_typing(state, ui);
    tell_news(state, ui);
    return moved;
}

/// Another screen or sheet is read as a whole. The focus begins at its heading; under a sheet that
/// was closed it is where it was.
bool Narrator::enter(const screens::State& state, ui::Ui& ui, const Place& place) {
    const Place before = std::exchange(place_, place);
    const ui::Strings& strings = state.strings();
    auto texts = whole_screen(ui.tree(), state);
    if (!before.spoken && place.spoken) {
        if (state.visit.hearing.keypad) texts.insert(texts.begin(), strings("spoken.keys"));
        texts.insert(texts.begin(), strings("spoken.on"));
    }
    messages_.clear();
    new_messages(state, ui.tree());
    static_cast<void>(changed_settings(state));
    field_ = state.visit.typing.field;
    static_cast<void>(typed_letter(state));
    quiet_focus_ = true;
    const bool same_below = before.screen == place.screen && before.page == place.page &&
                            before.question == place.question;
    if (before.sheet == SheetKind::none && place.sheet != SheetKind::none)
        before_sheet_ = ui.focus().widget();
    if (before.sheet != SheetKind::none && place.sheet == SheetKind::none && same_below &&
        before_sheet_ != 0) {
        quiet_focus_ = false;
        ui.focus().bring_to(std::exchange(before_sheet_, 0));
        return true;
    }
    say(state, std::move(texts));
    ui.focus().start_over();
    return true;
}

/// To the keys when they come, and back to their field when they go.
bool Narrator::follow_typing(const screens::State& state, ui::Ui& ui) {
    const Field now = state.visit.typing.field, before = std::exchange(field_, now);
    if (now == before) return false;
    const base::SecretString* text = state.edited();
    typed_ = text == nullptr ? 0 : text->size();
    if (before == Field::none) {
        before_typing_ = ui.focus().widget();
        ui.focus().want(ui::kKeyPanel);
        return true;
    }
    if (now != Field::none || before_typing_ == 0) return false;
    ui.focus().bring_to(std::exchange(before_typing_, 0));
    return true;
}

/// To the other forms of a key when they come, and back to their key when one was taken.
bool Narrator::follow_forms(const screens::State& state, ui::Ui& ui) {
    const std::string& now = state.visit.typing.keyboard.accents_of;
    if (now == forms_of_) return false;
    const std::string before = std::exchange(forms_of_, now);
    if (!now.empty()) {
        const auto* keys = state.keyboard();
        if (before.empty()) before_forms_ = ui.focus().widget();
        if (keys != nullptr) ui.focus().want(ui::first_form_of(*keys, now));
        return true;
    }
    const bool on_a_form = focused_node(ui.tree(), ui.focus()) == nullptr;
    if (!on_a_form || before_forms_ == 0) return false;
    ui.focus().bring_to(std::exchange(before_forms_, 0));
    return true;
}

void Narrator::tell_news(const screens::State& state, const ui::Ui& ui) {
    if (state.visit.hearing.is_reading()) return;
    std::vector<std::string> texts = changed_settings(state);
    for (std::string& message : new_messages(state, ui.tree())) texts.push_back(std::move(message));
    if (std::string letter = typed_letter(state); !letter.empty())
        texts.push_back(std::move(letter));
    const ui::Node* node = focused_node(ui.tree(), ui.focus());
    std::string focused = node == nullptr ? ""
                                          : ui::spoken_node(told(state, *node),
                                                            ui.focus().position(), state.strings());
    const bool quiet = std::exchange(quiet_focus_, false);
    if (focused != focused_) {
        focused_ = focused;
        if (!quiet && !focused.empty()) texts.push_back(std::move(focused));
    }
    say(state, std::move(texts));
}

std::string Narrator::typed_letter(const screens::State& state) {
    const base::SecretString* text = state.edited();
    const std::size_t size = text == nullptr ? 0 : text->size();
    const std::size_t before = std::exchange(typed_, size);
    if (!state.headphones || size <= before) return {};
    const std::size_t end = std::min(state.visit.typing.caret, size);
    const std::size_t begin = base::letter_before(text->view(), end);
    return std::string(text->view().substr(begin, end - begin));
}

std::vector<std::string> Narrator::changed_settings(const screens::State& state) {
    const Hearing& hearing = state.visit.hearing;
    std::vector<std::string> texts;
    if (std::exchange(told_volume_, hearing.volume) != hearing.volume)
        texts.push_back(state.strings()(
            "listen.volume",
            {{"n", std::to_string(hearing.volume)}, {"of", std::to_string(screens::kLoudest)}}));
    if (std::exchange(told_dark_, hearing.dark) != hearing.dark)
        texts.push_back(state.strings()(hearing.dark ? "spoken.dark" : "spoken.light"));
    return texts;
}

/// Warnings, mistakes and notes that were not there before.
std::vector<std::string> Narrator::new_messages(const screens::State& state, const ui::Tree& tree) {
    std::set<std::string> now;
    std::vector<std::string> fresh;
    for (const ui::Node& node : tree.nodes) {
        if (node.role != ui::Role::alert && node.role != ui::Role::status) continue;
        std::string message = without_digits(node.name);
        if (!messages_.contains(message) && !now.contains(message))
            fresh.push_back(told(state, node).name);
        now.insert(std::move(message));
    }
    messages_ = std::move(now);
    return fresh;
}

void Narrator::forget() {
    if (speaker_) speaker_->forget();
    reading_.reset();
    paused_ = false;
    place_ = {};
    field_ = Field::none;
    typed_ = 0;
    base::wipe(focused_);
    messages_.clear();
    forms_of_.clear();
    before_sheet_ = before_typing_ = before_forms_ = 0;
    wipe_all(last_);
}

bool Narrator::is_speaking() const { return speaker_ && !paused_ && speaker_->is_speaking(); }

std::optional<std::int64_t> Narrator::next_deadline_ms(const screens::State& state,
                                                       std::int64_t now_ms) const {
    if (!speaker_) return {};
    const Hearing& hearing = state.visit.hearing;
    if (const auto left = speaker_->left_ms()) return now_ms + *left;
    const bool due = hearing.is_reading() && !hearing.paused && !speaker_->is_speaking();
    return due ? std::optional(now_ms) : std::nullopt;
}

void Narrator::wait_until_ready() {
    if (speaker_) speaker_->wait_until_ready();
}

}  // namespace candor::kiosk
