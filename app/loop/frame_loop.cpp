#include "loop/frame_loop.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/log.h"

namespace candor::loop {
namespace {

using platform::Event;
using platform::EventKind;

bool is_input(EventKind kind) {
    return kind <= EventKind::pointer_cancel || kind == EventKind::wheel ||
           kind == EventKind::key || kind == EventKind::text;
}

bool is_typed(const Event& event) {
    return event.kind == EventKind::key || event.kind == EventKind::text;
}

}  // namespace

FrameLoop::FrameLoop(const Setup& setup, platform::Window& window, Clock clock, Program& program,
                     std::unique_ptr<ui::Stage> stage)
    : window_(window),
      clock_(std::move(clock)),
      program_(program),
      stage_(std::move(stage)),
      observer_(setup.observe),
      assistant_(setup.assistant),
      keyboard_(setup.keyboard) {}

base::Result<std::unique_ptr<FrameLoop>> FrameLoop::create(const Setup& setup,
                                                           platform::Window& window, Clock clock,
                                                           Program& program) {
    auto stage = TRY(ui::Stage::create(setup.stage, [&window] { window.wake(); }));
    return std::unique_ptr<FrameLoop>(
        new FrameLoop(setup, window, std::move(clock), program, std::move(stage)));
}

void FrameLoop::turn(const std::vector<Event>& events) {
    // A key may move the focus that the next one is for, and so may a click: each has a frame of
    // its own, however many come in one breath.
    if (keyboard_ && events.size() > 1 && std::any_of(events.begin(), events.end(), is_typed))
        return turn_one_by_one(events);
    update(events);
    if (finished_) {
        pace_.reset();
        program_.end();
    }
    if (!dirty_) return;
    const double now = static_cast<double>(clock_());
    if (!pace_.take(now, window_.frame_ms(), stage_->ui().animating())) return;
    draw();
    if (program_.holds_back()) return show_what_stood();
    show();
}

/// The window's pixels still hold it.
void FrameLoop::show_what_stood() {
    if (!std::exchange(exposed_, false)) return;
    static_cast<void>(
        window_.present(std::array{base::IntRect{0, 0, window_.width(), window_.height()}}));
}

void FrameLoop::turn_one_by_one(const std::vector<Event>& events) {
    for (const Event& event : events) {
        pace_.reset();  // drawn, whatever is moving
        turn({event});
        if (finished_) return;
    }
}

void FrameLoop::update(const std::vector<Event>& arrived) {
    const std::int64_t now = clock_();
    const auto [events, somebody] = presence_.sift(arrived, now);
    for (const Event& event : events) look_at(event);
    ui::Ui& ui = stage_->ui();
    // A long press ripens in input(); then it is no deadline any more.
    if (const auto deadline = ui.next_deadline_ms(); deadline && *deadline <= now) dirty_ = true;
    std::vector<Event> for_widgets;
    std::copy_if(events.begin(), events.end(), std::back_inserter(for_widgets),
                 [this](const Event& event) { return !program_.keeps(event); });
    ui.input(for_widgets, now);
    const bool helped = take_asked();
    if (ui.animating()) dirty_ = true;
    if (stage_->take_pictures()) dirty_ = true;
    if (std::exchange(hovered_, ui.hovered()) != ui.hovered() && keyboard_) dirty_ = true;
    program_.update({events, somebody || helped, now});
}

/// Whether assistive technology did something for somebody, who is there then.
bool FrameLoop::take_asked() {
    if (assistant_ == nullptr) return false;
    if (const auto now = window_.standing(); now != standing_) {
        standing_ = now;
        dirty_ = true;
    }
    const auto asked = assistant_->take_asked();
    for (const ui::Asked& each : asked) stage_->ui().ask(each);
    if (!asked.empty()) dirty_ = true;
    return !asked.empty();
}

void FrameLoop::look_at(const Event& event) {
    // A mouse that merely passes over changes nothing.
    const bool passes = event.kind == EventKind::pointer_move && !stage_->ui().finger_down();
    if (is_input(event.kind) && !passes) dirty_ = true;
    if (event.kind == EventKind::quit) finished_ = true;
    if (event.kind == EventKind::resized || event.kind == EventKind::exposed ||
        event.kind == EventKind::resumed) {
        repaint_ = paint::Repaint::everything;
        dirty_ = exposed_ = true;
    }
}

void FrameLoop::draw() {
    dirty_ = false;
    ui::Frame frame;
    frame.pixels_per_mm = window_.pixels_per_mm();
    frame.width_px = window_.width();
    frame.height_px = window_.height();
    frame.now_ms = clock_();
    frame.keyboard = keyboard_;
    program_.draw(*stage_, frame);
    dirty_ = false;
}

void FrameLoop::show() {
    auto pixels = window_.pixels();
    if (!pixels) {
        repaint_ = paint::Repaint::everything;  // the display is lost; it will be back
        return;
    }
    const auto changed = stage_->paint(*pixels, repaint_);
    if (!changed.empty() && !window_.present(changed)) {
        repaint_ = paint::Repaint::everything;
        return;
    }
    repaint_ = paint::Repaint::damage;
    exposed_ = false;
    if (assistant_ != nullptr) assistant_->show(tree(), standing_);
    if (settled())
        if (const auto told = observer_.settled(tree()); !told) base::log(told.error());
    program_.shown();
}

bool FrameLoop::settled() const {
    return !dirty_ && !stage_->ui().animating() && !program_.is_moving();
}

int FrameLoop::next_timeout_ms() const {
    const std::int64_t now = clock_();
    auto next = program_.next_deadline_ms(now);
    const auto sooner = [&next](std::optional<std::int64_t> at) {
        if (at) next = std::min(next.value_or(*at), *at);
    };
    sooner(stage_->ui().next_deadline_ms());
    sooner(presence_.next_deadline_ms());
    if (!settled()) sooner(pace_.next_ms());
    if (!next) return -1;
    return static_cast<int>(std::clamp<std::int64_t>(*next - now, 0, 3'600'000));
}

}  // namespace candor::loop
