#include <algorithm>

#include "ui/ui.h"

// Pointer and keyboard: what they are over, and what keys go to.

namespace candor::ui {

base::Point Ui::layout_point(base::Point at) const {
    const base::Rect point = canvas_.to_layout({at.x, at.y, 0, 0});
    return {point.x, point.y};
}

/// Follows the pointer: what it is over, and the focus to what it presses.
void Ui::point(const platform::Event& event) {
    using platform::EventKind;
    if (event.kind != EventKind::pointer_down && event.kind != EventKind::pointer_move &&
        event.kind != EventKind::pointer_up)
        return;
    pointer_ = event.at;
    hovered_ = 0;
    for (auto target = targets_.rbegin(); target != targets_.rend() && hovered_ == 0; ++target)
        if (!target->scrolls && target->rect.contains(event.at)) hovered_ = target->id;
    if (event.kind != EventKind::pointer_down) return;
    press_from_ = event.at;
    if (frame_.keyboard)
        focus_.follow_pointer(hovered_);
    else
        focus_.hide_ring();
}

/// Whether the key was meant for the focus, so that nobody else needs to hear of it.
bool Ui::take_key(const platform::Event& event) {
    using platform::Key;
    if (!frame_.keyboard) return false;
    if (event.key == Key::tab || event.key == Key::back_tab) {
        focus_.move(event.key == Key::tab ? 1 : -1);
        return true;
    }
    if (event.key != Key::enter && event.key != Key::space) return false;
    const auto pressed = focus_.press();
    if (pressed) press(pressed->id, pressed->rect);
    return pressed.has_value();
}

void Ui::press(WidgetId id, const base::Rect& rect) {
    tapped_ = id;
    touched_at_ = {rect.x + rect.w / 2, rect.y + rect.h / 2};
}

void Ui::select_focus() {
    const auto selected = focus_.select();
    if (!selected) return;
    const base::Rect& rect = selected->rect;
    press(selected->id, rect);
    // Who cannot see a caret goes on behind what is there.
    if (selected->edits)
        touched_at_ = {right_to_left() ? rect.x + 1 : rect.right() - 1, rect.bottom() - 1};
}

void Ui::hold_focus() {
    const auto held = focus_.select();
    const auto target = std::find_if(
        targets_.begin(), targets_.end(),
        [&](const TouchTarget& each) { return held && each.id == held->id && each.long_press; });
    if (target != targets_.end()) long_pressed_ = target->id;
}

void Ui::ask(const Asked& asked) {
    const auto node = std::find_if(tree_.nodes.begin(), tree_.nodes.end(), [&](const Node& each) {
        return each.id != 0 && each.id == asked.widget && (each.states & kDisabled) == 0;
    });
    if (node == tree_.nodes.end()) return;
    focus_.bring_to(node->id);
    if (asked.kind == Asked::Kind::press && (node->actions & kPress) != 0)
        press(node->id, node->rect);
    if (asked.kind == Asked::Kind::place_caret) asked_caret_ = asked.at;
    if (asked.kind != Asked::Kind::set_text || !node->typed) return;
    // As somebody types it who has a keyboard.
    platform::Event all, words;
    all.kind = platform::EventKind::key;
    all.key = platform::Key::letter;
    all.text = "a";
    all.control = true;
    words.kind = platform::EventKind::text;
    words.text = asked.text;
    keys_.push_back(std::move(all));
    if (asked.text.empty()) {
        words.kind = platform::EventKind::key;
        words.key = platform::Key::del;
    }
    keys_.push_back(std::move(words));
}

/// Tells the focus of a widget; true: it has it. `whole`: window pixels, also what is out of sight.
bool Ui::take_focus(const Node& node, const base::Rect& whole, std::string_view key) {
    const Focus::Stop stop{node.id != 0 ? node.id : node.heard, whole.intersection(canvas_.clip()),
                           (node.actions & kEdit) != 0, node.role == Role::heading,
                           scrolls_.current()};
    if (!focus_.draw(stop, key, node.tab_stop)) return false;
    if (focus_.take_arrival()) scrolls_.glide_to(whole, px(16));
    return true;
}

/// A ring around it, for those who came by key.
void Ui::draw_focus() {
    const auto text = frame_.keys_reach_all ? Focus::RingText::yes : Focus::RingText::no;
    for (const base::Rect& part : focus_.ringed(text)) {
        const base::Rect ring = canvas_.to_layout(part).inset(-px(3));
        canvas_.ring(ring, px(14), px(2), Colour::card);
        canvas_.ring(ring.inset(px(-2)), px(16), px(3), Colour::amber);
    }
}

}  // namespace candor::ui
