#include "ui/scroll.h"

#include <algorithm>
#include <cmath>

namespace candor::ui {
namespace {

constexpr float kGlideDecayMs = 325.0F;  // time constant of the glide
constexpr float kStopVelocity = 0.02F;   // px a ms: invisible
constexpr float kMaxVelocity = 8.0F;
constexpr float kSpringMs = 260.0F;
constexpr float kGive = 0.55F;         // of the first pixel pulled past an end
constexpr std::int64_t kStaleMs = 60;  // a finger that rested this long does not fling

/// Past an end the content follows ever more slowly, up to `room`: what a pull of the finger shows,
/// and the pull that shows it.
float shown_of(float pull, float room) {
    return std::copysign(room * (1.0F - 1.0F / (std::fabs(pull) / room * kGive + 1.0F)), pull);
}
float pull_of(float shown, float room) {
    const float share = std::min(std::fabs(shown) / room, 0.99F);
    return std::copysign((1.0F / (1.0F - share) - 1.0F) * room / kGive, shown);
}

float ease_out(float t) {
    const float rest = 1.0F - t;
    return 1.0F - rest * rest * rest;
}

}  // namespace

float Scroll::limit() const { return std::max(0.0F, content_ - viewport_); }

float Scroll::clamped(float offset) const { return std::clamp(offset, 0.0F, limit()); }

float Scroll::room() const { return std::max(1.0F, viewport_ / 3.0F); }

void Scroll::set_extent(float content_px, float viewport_px) {
    content_ = content_px;
    viewport_ = viewport_px;
    if (mode_ == Mode::rest) offset_ = clamped(offset_);
}

bool Scroll::fast() const { return mode_ == Mode::glide && std::fabs(velocity_) > 0.3F; }

void Scroll::finger_down(std::int64_t now_ms) {
    mode_ = Mode::held;
    velocity_ = 0;
    pull_ = pull_of(offset_ - clamped(offset_), room());
    last_move_ms_ = now_ms;
}

void Scroll::drag(float dy_px, std::int64_t now_ms) {
    if (mode_ != Mode::held) finger_down(now_ms);
    const float inside = clamped(offset_);
    const float wanted = inside + pull_ - dy_px;
    const float next = clamped(wanted);
    pull_ = wanted - next;
    offset_ = next + shown_of(pull_, room());
    const auto elapsed = static_cast<float>(std::max<std::int64_t>(1, now_ms - last_move_ms_));
    const float sample = std::clamp(-dy_px / elapsed, -kMaxVelocity, kMaxVelocity);
    velocity_ = velocity_ * 0.6F + sample * 0.4F;
    last_move_ms_ = now_ms;
}

void Scroll::finger_up(std::int64_t now_ms) {
    if (mode_ != Mode::held) return;
    if (offset_ != clamped(offset_)) return start_spring(clamped(offset_), now_ms);
    if (now_ms - last_move_ms_ > kStaleMs || std::fabs(velocity_) < kStopVelocity) {
        mode_ = Mode::rest;
        offset_ = std::round(offset_);
        return;
    }
    mode_ = Mode::glide;
    since_ms_ = now_ms;
}

void Scroll::wheel(float dy_px, std::int64_t now_ms) {
    const float target = mode_ == Mode::spring ? spring_to_ : offset_;
    start_spring(clamped(target - dy_px), now_ms);
}

void Scroll::jump_to(float offset_px) {
    mode_ = Mode::rest;
    offset_ = std::max(0.0F, offset_px);
}

void Scroll::glide_to(float offset_px, std::int64_t now_ms) {
    start_spring(clamped(offset_px), now_ms);
}

void Scroll::start_spring(float target, std::int64_t now_ms) {
    if (target == offset_) {
        mode_ = Mode::rest;
        return;
    }
    mode_ = Mode::spring;
    spring_from_ = offset_;
    spring_to_ = target;
    since_ms_ = now_ms;
}

bool Scroll::step(std::int64_t now_ms) {
    const auto elapsed = static_cast<float>(now_ms - since_ms_);
    if (mode_ == Mode::glide) {
        const float decay = std::exp(-elapsed / kGlideDecayMs);
        offset_ += velocity_ * kGlideDecayMs * (1.0F - decay);
        velocity_ *= decay;
        since_ms_ = now_ms;
        if (offset_ < 0 || offset_ > limit()) {
            // Carry a little of the speed past the end, then come back.
            const float over = std::clamp(velocity_ * 30.0F, -viewport_ / 8, viewport_ / 8);
            offset_ = clamped(offset_) + over;
            start_spring(clamped(offset_), now_ms);
        } else if (std::fabs(velocity_) < kStopVelocity) {
            offset_ = std::round(offset_);
            mode_ = Mode::rest;
        }
    } else if (mode_ == Mode::spring) {
        const float t = std::min(1.0F, elapsed / kSpringMs);
        offset_ = spring_from_ + (spring_to_ - spring_from_) * ease_out(t);
        if (t >= 1.0F) {
            offset_ = std::round(clamped(spring_to_));
            mode_ = Mode::rest;
        }
    }
    return mode_ == Mode::glide || mode_ == Mode::spring;
}

}  // namespace candor::ui
