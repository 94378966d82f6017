#include "ui/spoken_words.h"
#include "ui/ui.h"

// What is read aloud: where it stands, and that it is seen.

namespace candor::ui {

/// Texts have no keys: they are told apart by their order in their region.
WidgetId Ui::next_heard(Role role) const {
    const auto so_far = heard_.find(id_of(role, {}));
    const int number = so_far == heard_.end() ? 0 : so_far->second;
    return id_of(role, "text " + std::to_string(number));
}

void Ui::hear(Node& node, const base::Rect& whole) {
    node.region = scrolls_.current();
    const bool marked = std::exchange(marks_itself_, false);
    if (!frame_.spoken || frame_.spoken->node != node.heard || marked) return;
    spoken_box_ = whole.intersection(canvas_.clip());
    follow_spoken(whole);
}

std::optional<text::Range> Ui::spoken_of_next(Role role) {
    if (canvas_.muted() || !frame_.spoken || frame_.spoken->node != next_heard(role)) return {};
    marks_itself_ = true;
    return frame_.spoken->words;
}

void Ui::mark_spoken(std::span<const base::Rect> parts) {
    if (parts.empty()) return;
    base::Rect whole = parts.front();
    for (const base::Rect& part : parts) {
        canvas_.rounded(part, px(10), Colour::spoken);
        whole.w = std::max(whole.right(), part.right()) - std::min(whole.x, part.x);
        whole.x = std::min(whole.x, part.x);
        whole.h = std::max(whole.bottom(), part.bottom()) - std::min(whole.y, part.y);
        whole.y = std::min(whole.y, part.y);
    }
    follow_spoken(canvas_.to_window(whole));
}

/// Once for each sentence, so that it does not fight the finger afterwards.
void Ui::follow_spoken(const base::Rect& whole) {
    if (followed_ == frame_.spoken) return;
    followed_ = frame_.spoken;
    scrolls_.glide_to(whole, px(64));
}

void Ui::draw_spoken() {
    if (spoken_box_.w <= 0 || spoken_box_.h <= 0) return;
    canvas_.ring(canvas_.to_layout(spoken_box_).inset(-px(6)), px(24), px(6), Colour::spoken_edge);
}

}  // namespace candor::ui
