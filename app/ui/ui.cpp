#include "ui/ui.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace candor::ui {
namespace {

WidgetId id_of(Role role, std::string_view name, std::string_view key) {
    const std::hash<std::string_view> hash;
    const WidgetId id = hash(name) * 31 + hash(key) * 7 + static_cast<WidgetId>(role) + 1;
    return id == 0 ? 1 : id;
}

WidgetId scroll_id(std::string_view key) { return id_of(Role::list, "scroll", key); }

constexpr float kAboveRevealed = 40;  // units left above what was scrolled into sight

float ease(float t) {
    const float rest = 1.0F - t;
    return 1.0F - rest * rest * rest;
}

}  // namespace

Ui::Ui(text::Shaper& shaper, text::GlyphAtlas& atlas, paint::ImageStore& images,
       std::filesystem::path assets)
    : imgui_(ImGui::CreateContext()),
      images_(images),
      assets_(std::move(assets)),
      canvas_(atlas, images),
      paragraphs_(shaper) {
    ImGui::SetCurrentContext(imgui_);  // a second Ui has a context of its own
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    // ImGui wants a font to exist; its glyphs are never shown.
    io.Fonts->AddFontDefault();
    io.Fonts->Build();
}

Ui::~Ui() { ImGui::DestroyContext(imgui_); }

void Ui::input(std::span<const platform::Event> events, std::int64_t now_ms) {
    using platform::EventKind;
    gestures_.clear();
    for (const platform::Event& event : events) {
        touch_.handle(event, targets_, gestures_);
        point(event);
        if (event.kind == EventKind::key && take_key(event)) continue;
        if (event.kind == EventKind::key || event.kind == EventKind::text) keys_.push_back(event);
        if (event.kind != EventKind::wheel) continue;
        for (auto target = targets_.rbegin(); target != targets_.rend(); ++target) {
            if (!target->scrolls || !target->rect.contains(event.at)) continue;
            scrolls_[target->id].scroll.wheel(event.delta_y, event.time_ms);
            break;
        }
    }
    touch_.tick(now_ms, gestures_);
    for (const Gesture& gesture : gestures_) apply(gesture);
}

void Ui::apply(const Gesture& gesture) {
    Scroll* scroll = nullptr;
    if (const auto found = scrolls_.find(gesture.id); found != scrolls_.end())
        scroll = &found->second.scroll;
    switch (gesture.kind) {
        case Gesture::Kind::tap:
            tapped_ = gesture.id;
            touched_at_ = gesture.at;
            break;
        case Gesture::Kind::slide:
            slid_ = gesture.id;
            touched_at_ = gesture.at;
            break;
        case Gesture::Kind::long_press:
            long_pressed_ = gesture.id;
            break;
        case Gesture::Kind::touch_down:
            if (scroll != nullptr && scroll->moving()) {
                if (scroll->fast()) touch_.forget_press();
                scroll->finger_down(gesture.time_ms);
                scroll->finger_up(gesture.time_ms);
            }
            break;
        case Gesture::Kind::drag_start:
            if (scroll != nullptr) scroll->finger_down(gesture.time_ms);
            break;
        case Gesture::Kind::drag:
            if (scroll != nullptr) scroll->drag(gesture.dy, gesture.time_ms);
            break;
        case Gesture::Kind::drag_end:
            if (scroll != nullptr) scroll->finger_up(gesture.time_ms);
            break;
        case Gesture::Kind::none:
            break;
    }
}

void Ui::begin_frame(const Frame& frame) {
    frame_ = frame;
    ImGui::SetCurrentContext(imgui_);
    theme_ = Theme(frame.width_px, frame.height_px, frame.text_size, frame.scale);
    touch_.set_slop(theme_.px(22));
    animating_ = false;
    for (auto& [id, region] : scrolls_) animating_ |= region.scroll.step(frame.now_ms);
    paragraphs_.begin_frame();
    targets_.clear();
    stops_.clear();
    tree_ = Tree{};
    tree_.width = frame.width_px;
    tree_.height = frame.height_px;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize =
        ImVec2(static_cast<float>(frame.width_px), static_cast<float>(frame.height_px));
    io.DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
    canvas_.begin(ImGui::GetForegroundDrawList(), static_cast<float>(frame.width_px),
                  static_cast<float>(frame.height_px), frame.strings->right_to_left());
}

const ImDrawData& Ui::end_frame() {
    ImGui::SetCurrentContext(imgui_);
    draw_focus();
    ImGui::Render();
    tapped_ = 0;
    long_pressed_ = 0;
    slid_ = 0;
    keys_.clear();
    return *ImGui::GetDrawData();
}

text::Style Ui::style(const Type& type) const {
    text::Style style;
    style.size_px = theme_.type(type.size);
    style.weight = type.weight;
    style.colour = type.colour;
    style.letter_spacing_px = type.spacing * style.size_px / type.size;
    return style;
}

const text::Paragraph& Ui::shape(std::string_view words, const Type& type, float width,
                                 text::Align align, int max_lines) {
    text::ParagraphSpec spec;
    spec.spans.push_back({std::string(words), style(type), -1, {}});
    spec.width_px = width;
    spec.align = align;
    spec.direction =
        right_to_left() ? text::Direction::right_to_left : text::Direction::left_to_right;
    spec.line_height = type.line_height;
    spec.language = strings().language();
    spec.max_lines = max_lines;
    spec.wrap = type.wrap;
    return paragraphs_.get(spec);
}

float Ui::widest_word(std::string_view words, const Type& type) {
    float widest = 0;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (end > 0) widest = std::max(widest, shape(words.substr(0, end), type).width());
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return std::ceil(widest);
}

float Ui::text(float x, float y, float width, std::string_view words, const Type& type, Role role,
               text::Align align) {
    const text::Paragraph& paragraph = shape(words, type, width, align);
    canvas_.paragraph(paragraph, x, y, width);
    node({role, std::string(words), {}, kNoState, kNoAction, {x, y, width, paragraph.height()}});
    return paragraph.height();
}

void Ui::icon(std::string_view name, const base::Rect& rect, base::Rgba colour) {
    const base::Rect r = canvas_.reflect(rect);
    if (canvas_.muted() || !r.intersects(canvas_.clip())) return;
    std::string_view file = name;
    if (right_to_left() && (name == "back" || name == "next"))
        file = name == "back" ? "next" : "back";
    const auto w = static_cast<int>(std::lround(rect.w)), h = static_cast<int>(std::lround(rect.h));
    const std::string key = std::string(file) + " " + std::to_string(w) + "x" + std::to_string(h);
    auto found = icons_.find(key);
    if (found == icons_.end()) {
        const paint::ImageRequest request{assets_ / "icons" / (std::string(file) + ".svg"),
                                          w,
                                          h,
                                          paint::Fit::contain,
                                          paint::Channels::coverage,
                                          0};
        found = icons_.emplace(key, images_.request(request)).first;
    }
    canvas_.image(found->second, rect, colour);
}

void Ui::picture(const std::filesystem::path& path, const base::Rect& rect, float radius,
                 paint::Fit fit, std::string_view alt, base::Rgba ground) {
    node({Role::img, std::string(alt), {}, kNoState, kNoAction, rect});
    if (canvas_.muted() || !canvas_.visible(rect)) return;
    const int image = images_.request({path, static_cast<int>(std::lround(rect.w)),
                                       static_cast<int>(std::lround(rect.h)), fit,
                                       paint::Channels::colour, static_cast<int>(radius)});
    const paint::ImageState state = images_.state(image);
    if (state == paint::ImageState::ready) return canvas_.image(image, rect);
    if (ground.a > 0) canvas_.rounded(rect, radius, ground);
    if (state != paint::ImageState::failed || alt.empty()) return;
    const float pad = px(32);
    const auto& words = shape(alt, type::kSmall, rect.w - 2 * pad, text::Align::centre);
    canvas_.push_clip(rect);
    canvas_.paragraph(words, rect.x + pad, rect.y + std::max(pad, (rect.h - words.height()) / 2),
                      rect.w - 2 * pad);
    canvas_.pop_clip();
}

base::Rect Ui::beyond_edge(const base::Rect& window_rect) const {
    const base::Rect& clip = canvas_.clip();
    const base::Rect seen = window_rect.intersection(clip);
    if (seen.w > 0 && seen.h > 0) return seen;
    const auto height = static_cast<float>(frame_.height_px);
    if (window_rect.y >= clip.bottom()) return window_rect.moved(0, height - clip.bottom());
    if (window_rect.bottom() <= clip.y) return window_rect.moved(0, -clip.y);
    return window_rect;
}

void Ui::node(Node node) {
    if (canvas_.muted()) return;
    node.rect = beyond_edge(canvas_.reflect(node.rect));
    tree_.nodes.push_back(std::move(node));
}

Touched Ui::touchable(Node node, std::string_view key) {
    Touched touched;
    if (canvas_.muted()) return touched;
    const WidgetId id = id_of(node.role, node.name, key);
    const base::Rect rect = canvas_.reflect(node.rect);
    const base::Rect seen = rect.intersection(canvas_.clip());
    if (node.actions == kNoAction) node.actions = kPress;
    if ((node.states & kDisabled) == 0) {
        if (seen.w > 0 && seen.h > 0)
            targets_.push_back(
                {id, seen, false, (node.actions & kLongPress) != 0, (node.actions & kSlide) != 0});
        touched.pressed = touch_.pressed() == id;
        touched.tapped = tapped_ == id;
        touched.long_pressed = long_pressed_ == id;
        touched.hovered = frame_.keyboard && hovered_ == id;
        touched.slid = slid_ == id;
        touched.at = layout_point(touched.pressed && !touched.slid ? pointer_ : touched_at_);
        touched.from = layout_point(press_from_);
        if (touched.pressed) node.states |= kPressed;
        if (frame_.keyboard) {
            stop_here(node, id, seen, key);
            touched.focused = focus_ == id;
            if (touched.focused) {
                node.states |= kFocused;
                reveal_focus(rect);
            }
        }
    }
    node.rect = beyond_edge(rect);
    tree_.nodes.push_back(std::move(node));
    return touched;
}

Touched Ui::touchable_around(const Registered& since, Node node, std::string_view key) {
    const auto last_first = [](auto& all, std::size_t from) {
        if (from < all.size()) std::rotate(all.begin() + from, all.end() - 1, all.end());
    };
    const Registered before = registered();
    const Touched touched = touchable(std::move(node), key);
    if (tree_.nodes.size() > before.nodes) last_first(tree_.nodes, since.nodes);
    if (targets_.size() > before.targets) last_first(targets_, since.targets);
    if (stops_.size() > before.stops) {
        last_first(stops_, since.stops);
        if (touched.focused) focus_index_ = since.stops;
    }
    return touched;
}

float Ui::begin_scroll(std::string_view key, const base::Rect& viewport) {
    const WidgetId id = scroll_id(key);
    ScrollRegion& region = scrolls_[id];
    region.viewport = viewport;
    scroll_stack_.push_back(id);
    if (!canvas_.muted())
        targets_.push_back(
            {id, canvas_.reflect(viewport).intersection(canvas_.clip()), true, false});
    canvas_.push_clip(viewport);
    region.content = viewport.y - std::round(region.scroll.offset());
    return region.content;
}

void Ui::end_scroll(float content_height) {
    ScrollRegion& region = scrolls_[scroll_stack_.back()];
    scroll_stack_.pop_back();
    canvas_.pop_clip();
    const float drawn_at = region.scroll.offset();
    region.scroll.set_extent(content_height, region.viewport.h);
    // The content became shorter, or a keyboard gave its room back: this frame lies too far up.
    if (region.scroll.offset() != drawn_at) animating_ = true;
    const float limit = region.scroll.limit();
    if (limit <= 0 || canvas_.muted()) return;
    // A quiet mark of where one is, never the only way to scroll.
    const base::Rect& view = region.viewport;
    const float bar = std::max(px(48), view.h * view.h / (content_height + 1));
    const float at = std::clamp(region.scroll.offset() / limit, 0.0F, 1.0F) * (view.h - bar);
    canvas_.rounded({view.right() - px(14), view.y + at, px(6), bar}, px(3), colour::kField);
}

void Ui::scroll_to(std::string_view key, float offset_px) {
    if (offset_px <= 0) revealed_.clear();
    scrolls_[scroll_id(key)].scroll.jump_to(offset_px);
}

void Ui::keep_in_sight(std::string_view key, float top_px, float bottom_px) {
    const auto found = scrolls_.find(scroll_id(key));
    if (found == scrolls_.end()) return;
    Scroll& scroll = found->second.scroll;
    const float height = found->second.viewport.h;
    if (top_px < scroll.offset()) return scroll.jump_to(top_px);
    if (bottom_px > scroll.offset() + height) scroll.jump_to(bottom_px - height);
}

void Ui::reveal(WidgetId id, std::string_view mark, float offset_px) {
    if (canvas_.muted() || revealed_ == mark) return;
    scrolls_[id].scroll.jump_to(std::max(0.0F, offset_px - px(kAboveRevealed)));
    revealed_ = mark;
    animating_ = true;  // drawn at its place in the next frame
}

void Ui::reveal(std::string_view key, std::string_view mark, float offset_px) {
    reveal(scroll_id(key), mark, offset_px);
}

void Ui::reveal_here(std::string_view mark, float y) {
    if (scroll_stack_.empty()) return;
    reveal(scroll_stack_.back(), mark, y - scrolls_[scroll_stack_.back()].content);
}

void Ui::bring_into_sight(std::string_view mark, float lead, float top, float bottom) {
    if (scroll_stack_.empty()) return;
    const base::Rect& view = scrolls_[scroll_stack_.back()].viewport;
    const float margin = px(kAboveRevealed);
    const bool both = bottom - lead + 2 * margin <= view.h;
    const float start = both ? lead : top;
    const bool seen = start >= view.y && bottom + margin <= view.bottom();
    reveal_here(mark, seen ? view.y + margin : start);
}

void Ui::begin_modal(std::string_view sheet) {
    targets_.clear();
    stops_.clear();
    tree_.nodes.clear();
    tree_.sheet = sheet;
}

float Ui::transition(std::string_view slot, std::string_view key, float duration_ms) {
    const auto found = transitions_.find(slot);
    if (found == transitions_.end()) {
        transitions_.emplace(slot, Transition{std::string(key), 0});
        return 1;
    }
    Transition& transition = found->second;
    if (transition.key != key) transition = {std::string(key), frame_.now_ms};
    if (frame_.reduced_motion) return 1;
    const auto elapsed = static_cast<float>(frame_.now_ms - transition.since_ms);
    if (elapsed >= duration_ms) return 1;
    animating_ = true;
    return ease(elapsed / duration_ms);
}

bool Ui::has_stood(std::string_view slot, std::string_view key, std::int64_t duration_ms) {
    const auto found = transitions_.find(slot);
    if (found == transitions_.end()) {
        transitions_.emplace(slot, Transition{std::string(key), frame_.now_ms - duration_ms});
        return true;
    }
    Transition& stood = found->second;
    if (stood.key != key) stood = {std::string(key), frame_.now_ms};
    if (frame_.now_ms - stood.since_ms >= duration_ms) return true;
    animating_ = true;
    return false;
}

void Ui::measure(const std::function<void()>& draw) {
    canvas_.mute();
    draw();
    canvas_.unmute();
}

void Ui::forget_visit() {
    paragraphs_.clear();
    scrolls_.clear();
    transitions_.clear();
    touch_.reset();
    keys_.clear();
    stops_.clear();
    focus_ = 0;
    tree_ = Tree{};
}

}  // namespace candor::ui
