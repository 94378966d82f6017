#include "kiosk/session.h"

#include <algorithm>

#include "pack/page/page.h"

namespace candor::kiosk {
namespace {

using screens::Screen;
using screens::SheetKind;

constexpr std::int64_t kIdleMs = 60'000;
constexpr std::int64_t kMostReadingMs = 180'000, kMostReadingOfSomebodyMs = 90'000;
constexpr std::int64_t kWarningMs = 20'000;
constexpr std::int64_t kSlideMs = 12'000;
constexpr std::int64_t kNextIsNearMs = 10'500;  // a picture is decoded in a fraction of the rest
constexpr std::int64_t kLingerMs = 100;  // a touched warning stays until its buttons have answered
constexpr int kWordsAMinute = 110;       // slow readers, in a second language

int seconds_until(std::int64_t deadline_ms, std::int64_t now_ms) {
    return static_cast<int>(std::max<std::int64_t>(0, (deadline_ms - now_ms + 999) / 1000));
}

/// Screens and sheets on which people read, rather than look around or answer; of a warning, what
/// it covers.
bool is_for_reading(const screens::Visit& visit) {
    const bool warned = visit.sheet.kind == SheetKind::still_here;
    switch (warned ? visit.sheet_below.kind : visit.sheet.kind) {
        case SheetKind::none:
            return visit.screen == Screen::guidance || visit.screen == Screen::request ||
                   visit.screen == Screen::confirmation;
        case SheetKind::term:
        case SheetKind::source:
        case SheetKind::questions:
        case SheetKind::about_pack:
        case SheetKind::for_the_doctor:
        case SheetKind::take_home:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::int64_t Session::idle_limit_ms(const screens::State& state) const {
    // Whoever comes next must not find another person's answers.
    const auto most = state.visit.holds_something() ? kMostReadingOfSomebodyMs : kMostReadingMs;
    if (state.visit.more_time) return most;
    const pack::Page* page = state.visit.screen == Screen::reader ? state.current_page() : nullptr;
    const int shown = is_for_reading(state.visit) ? words_ : 0;
    const int words = std::max(shown, page == nullptr ? 0 : page->words);
    const std::int64_t reading = words * 60'000LL / kWordsAMinute;
    return std::clamp(reading, kIdleMs, most);
}

screens::Intents Session::tick(screens::State& state, std::int64_t now_ms, bool finger_down) {
    screens::Intents intents;
    finger_down_ = finger_down;
    const Screen screen = state.visit.screen;
    if (screen != Screen::attract || state.attract.paused) slide_since_ms_ = now_ms;
    if (now_ms - slide_since_ms_ >= kSlideMs) {
        slide_since_ms_ = now_ms;
        intents.push_back(screens::ShowSlide{(state.attract.slide + 1) % screens::kSlides});
    }
    state.attract.next_is_near = now_ms - slide_since_ms_ >= kNextIsNearMs;
    if (state.at_rest()) {
        last_touch_ms_ = now_ms;
        warned_ = false;
        return intents;
    }
    const std::int64_t limit = idle_limit_ms(state), idle = now_ms - last_touch_ms_;
    if (idle >= limit + kWarningMs) {
        intents.push_back(screens::FinishVisit{});
        warned_ = false;
        return intents;
    }
    if (idle < limit) {
        if (state.visit.sheet.kind != SheetKind::still_here) warned_ = false;
        if (!warned_ || finger_down || idle < kLingerMs) return intents;
        intents.push_back(screens::StillHere{});
        warned_ = false;
        return intents;
    }
    state.seconds_left = seconds_until(last_touch_ms_ + limit + kWarningMs, now_ms);
    if (!warned_) intents.push_back(screens::OpenSheet{{SheetKind::still_here, {}, {}}});
    warned_ = true;
    return intents;
}

std::optional<std::int64_t> Session::next_deadline_ms(const screens::State& state,
                                                      std::int64_t now_ms) const {
    const Screen screen = state.visit.screen;
    if (screen == Screen::attract) {
        if (state.attract.paused) return std::nullopt;
        const auto wait = state.attract.next_is_near ? kSlideMs : kNextIsNearMs;
        return std::max(now_ms, slide_since_ms_ + wait);
    }
    if (state.at_rest()) return std::nullopt;
    const std::int64_t warning = last_touch_ms_ + idle_limit_ms(state);
    if (now_ms < warning)
        return warned_ && !finger_down_ ? std::max(now_ms, last_touch_ms_ + kLingerMs) : warning;
    // Count down: at the next whole second before the end.
    const std::int64_t end = warning + kWarningMs;
    if (seconds_until(end, now_ms) != state.seconds_left) return now_ms;
    const std::int64_t left = std::max<std::int64_t>(0, end - now_ms);
    return now_ms + (left % 1000 == 0 ? std::min<std::int64_t>(left, 1000) : left % 1000);
}

}  // namespace candor::kiosk
