#include "ui/transitions.h"

namespace candor::ui {
namespace {

float eased(float t) {
    const float rest = 1.0F - t;
    return 1.0F - rest * rest * rest;
}

/// From now on, unless it was that already.
template <typename Slot>
void put(Slot& slot, std::string_view key, std::int64_t now_ms) {
    if (slot.key == key) return;
    slot.key = key;
    slot.since_ms = now_ms;
}

}  // namespace

void Transitions::begin_frame(std::int64_t now_ms, bool reduced_motion) {
    now_ms_ = now_ms;
    reduced_motion_ = reduced_motion;
    due_ = false;
    wake_ms_.reset();
}

float Transitions::share(std::string_view slot, std::string_view key, float duration_ms) {
    const auto found = slots_.find(slot);
    if (found == slots_.end()) {
        slots_.emplace(slot, Slot{std::string(key), 0});
        return 1;
    }
    Slot& shown = found->second;
    put(shown, key, now_ms_);
    if (reduced_motion_) return 1;
    const auto elapsed = static_cast<float>(now_ms_ - shown.since_ms);
    if (elapsed >= duration_ms) return 1;
    due_ = true;
    return eased(elapsed / duration_ms);
}

Transitions::Turn Transitions::turn(std::string_view slot, std::string_view key, int order) {
    const float shown = share(slot, key);
    Slot& page = slots_.find(slot)->second;
    if (page.order != order) page.from = page.order < order ? 1.0F : -1.0F;
    page.order = order;
    return {shown, shown < 1 ? page.from : 0};
}

bool Transitions::has_stood(std::string_view slot, std::string_view key, std::int64_t duration_ms) {
    const auto found = slots_.find(slot);
    if (found == slots_.end()) {
        slots_.emplace(slot, Slot{std::string(key), now_ms_ - duration_ms});
        return true;
    }
    Slot& stood = found->second;
    put(stood, key, now_ms_);
    if (now_ms_ - stood.since_ms >= duration_ms) return true;
    due_ = true;
    return false;
}

}  // namespace candor::ui
