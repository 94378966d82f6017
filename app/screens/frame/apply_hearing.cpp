#include "screens/frame/apply_hearing.h"

#include <algorithm>

namespace candor::screens {

void ApplyHearing::operator()(const Listen&) const {
    Hearing& hearing = state.visit.hearing;
    hearing.stop();
    hearing.wanted = state.can_listen();
}

void ApplyHearing::operator()(const ReadAloud& intent) const {
    Hearing& hearing = state.visit.hearing;
    hearing.stop();
    hearing.sentences = intent.sentences;
    ++hearing.turn;
}

void ApplyHearing::operator()(const ListenFrom& intent) const {
    Hearing& hearing = state.visit.hearing;
    const auto found =
        std::find_if(hearing.sentences.begin(), hearing.sentences.end(),
                     [&](const Sentence& each) { return each.place.node == intent.node; });
    if (found == hearing.sentences.end()) return;
    hearing.at = static_cast<std::size_t>(found - hearing.sentences.begin());
    hearing.paused = false;
    ++hearing.turn;
}

void ApplyHearing::operator()(const PauseListening& intent) const {
    state.visit.hearing.paused = intent.paused && state.visit.hearing.is_reading();
}

void ApplyHearing::operator()(const SayAgain&) const {
    state.visit.hearing.paused = false;
    ++state.visit.hearing.turn;
}

void ApplyHearing::operator()(const SetPace& intent) const {
    Hearing& hearing = state.visit.hearing;
    const int pace = std::clamp(intent.pace, 0, static_cast<int>(kPaces.size()) - 1);
    if (pace == hearing.pace) return;
    hearing.pace = pace;
    (*this)(SayAgain{});
}

void ApplyHearing::operator()(const SetVolume& intent) const {
    state.visit.hearing.volume = std::clamp(intent.volume, 1, kLoudest);
}

void ApplyHearing::operator()(const SentenceHeard&) const {
    Hearing& hearing = state.visit.hearing;
    if (hearing.at + 1 >= hearing.sentences.size()) return hearing.stop();
    ++hearing.at;
}

void ApplyHearing::operator()(const StopListening&) const { state.visit.hearing.stop(); }

void ApplyHearing::operator()(const SpeakScreen& intent) const {
    Hearing& hearing = state.visit.hearing;
    hearing.stop();
    hearing.speaks_screen = intent.on && state.can_listen();
    if (!hearing.speaks_screen) hearing.dark = false;
}

void ApplyHearing::operator()(const UseKeypad&) const {
    state.visit.hearing.keypad = true;
    (*this)(SpeakScreen{true});
}

void ApplyHearing::operator()(const DarkScreen& intent) const {
    state.visit.hearing.dark = intent.on && state.visit.hearing.speaks_screen;
}

}  // namespace candor::screens
