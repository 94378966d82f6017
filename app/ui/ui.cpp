#include "ui/ui.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/spoken_words.h"

namespace candor::ui {
namespace {

/// Of what is named by its key within a region.
WidgetId combined(Role role, std::string_view key, WidgetId region) {
    constexpr WidgetId kOdd = 0x9e3779b97f4a7c15ULL;
    const WidgetId place = (region + static_cast<WidgetId>(role) + 1) * kOdd;
    const WidgetId id = (std::hash<std::string_view>{}(key) ^ place) * kOdd;
    return id == 0 ? 1 : id;
}

/// All that is laid out stands below what is out of reach, at the size that the whole screen gives
/// it.
Theme theme_of(const Frame& frame) {
    Theme theme({frame.width_px, frame.height_px, frame.scale, frame.pixels_per_mm},
                frame.text_size, frame.contrast, frame.own_colours);
    theme.lower(frame.lowered);
    return theme;
}

constexpr float kAboveRevealed = 40;  // units left above what was scrolled into sight
constexpr float kArtRadius = 12;

/// From right to left an icon that points along the direction of reading is another one.
std::string icon_from_right(std::string_view name) {
    if (name == "back") return "next";
    if (name == "next") return "back";
    constexpr std::string_view kTurned[] = {"backspace", "listen", "send", "list"};
    const bool turned =
        std::find(std::begin(kTurned), std::end(kTurned), name) != std::end(kTurned);
    return std::string(name) + (turned ? "-rtl" : "");
}

paint::ImageRequest request_of(const std::filesystem::path& path, const base::Rect& rect,
                               float radius, paint::Fit fit) {
    return {path,
            static_cast<int>(std::lround(rect.w)),
            static_cast<int>(std::lround(rect.h)),
            fit,
            paint::Channels::colour,
            static_cast<int>(radius)};
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
        if (event.kind == EventKind::wheel) wheel(event);
    }
    touch_.tick(now_ms, gestures_);
    for (const Gesture& gesture : gestures_) apply(gesture);
}

void Ui::wheel(const platform::Event& event) {
    for (auto target = targets_.rbegin(); target != targets_.rend(); ++target)
        if (target->scrolls && target->rect.contains(event.at))
            return scrolls_.wheel(target->id, event.delta_y, event.time_ms);
}

void Ui::apply(const Gesture& gesture) {
    if (gesture.kind == Gesture::Kind::missed) return missed_.add(gesture.time_ms);
    if (scrolls_.take(gesture)) touch_.forget_press();
    WidgetId* told = gesture.kind == Gesture::Kind::tap          ? &tapped_
                     : gesture.kind == Gesture::Kind::slide      ? &slid_
                     : gesture.kind == Gesture::Kind::long_press ? &long_pressed_
                                                                 : nullptr;
    if (told == nullptr) return;
    *told = gesture.id;
    if (told != &long_pressed_) touched_at_ = gesture.at;
}

void Ui::begin_frame(const Frame& frame) {
    frame_ = frame;
    ImGui::SetCurrentContext(imgui_);
    theme_ = theme_of(frame);
    touch_.set_care({theme_.px(22), frame.steady_touch});
    scrolls_.begin_frame(frame.now_ms, theme_.px(kAboveRevealed));
    transitions_.begin_frame(frame.now_ms, frame.reduced_motion);
    focus_.begin_frame();
    heard_.clear();
    spoken_box_ = {};
    marks_itself_ = false;
    if (!frame.spoken) followed_.reset();
    paragraphs_.begin_frame();
    targets_.clear();
    sheet_ = 0;
    tree_ = Tree{};
    tree_.width = frame.width_px;
    tree_.height = frame.height_px;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize =
        ImVec2(static_cast<float>(frame.width_px), static_cast<float>(frame.height_px));
    io.DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
    const auto height = static_cast<float>(frame.height_px);
    canvas_.begin(
        ImGui::GetForegroundDrawList(),
        {static_cast<float>(frame.width_px), height, height - static_cast<float>(theme_.height())},
        frame.strings->right_to_left(), theme_.palette());
}

const ImDrawData& Ui::end_frame() {
    ImGui::SetCurrentContext(imgui_);
    focus_.end_frame();
    draw_spoken();
    draw_focus();
    ImGui::Render();
    tapped_ = 0;
    long_pressed_ = 0;
    slid_ = 0;
    asked_caret_.reset();
    keys_.clear();
    return *ImGui::GetDrawData();
}

text::Style Ui::style(const Type& type) const {
    text::Style style;
    style.size_px = theme_.type(type.size);
    style.weight = type.weight;
    style.colour = colour(type.colour);
    style.letter_spacing_px = type.spacing * style.size_px / type.size;
    return style;
}

text::ParagraphSpec Ui::paragraph_spec(std::string_view words, const Type& type, float width,
                                       text::Align align) const {
    text::ParagraphSpec spec;
    spec.spans.push_back({std::string(words), style(type), -1, {}});
    spec.width_px = width;
    spec.align = align;
    spec.direction =
        right_to_left() ? text::Direction::right_to_left : text::Direction::left_to_right;
    spec.line_height = type.line_height;
    spec.language = strings().language();
    spec.wrap = type.wrap;
    return spec;
}

const text::Paragraph& Ui::shape(std::string_view words, const Type& type, float width,
                                 text::Align align, int max_lines) {
    auto spec = paragraph_spec(words, type, width, align);
    spec.max_lines = max_lines;
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
    const auto spoken = spoken_of_next(role);
    const text::Paragraph& paragraph =
        spoken
            ? shape(with_spoken(*this, paragraph_spec(words, type, width, align), words, *spoken))
            : shape(words, type, width, align);
    if (spoken) draw_spoken_ground(*this, paragraph, {x, y, width, paragraph.height()});
    canvas_.paragraph(paragraph, x, y, width);
    node({role, std::string(words), {}, kNoState, kNoAction, {x, y, width, paragraph.height()}});
    return paragraph.height();
}

void Ui::icon(std::string_view name, const base::Rect& rect, Colour colour) {
    const base::Rect r = canvas_.to_window(rect);
    if (canvas_.muted() || !r.intersects(canvas_.clip())) return;
    const std::string file = right_to_left() ? icon_from_right(name) : std::string(name);
    const auto w = static_cast<int>(std::lround(rect.w)), h = static_cast<int>(std::lround(rect.h));
    const std::string key = file + " " + std::to_string(w) + "x" + std::to_string(h);
    auto found = icons_.find(key);
    if (found == icons_.end()) {
        const paint::ImageRequest request{
            assets_ / "icons" / (file + ".svg"), w, h, paint::Fit::contain,
            paint::Channels::coverage,           0};
        found = icons_.emplace(key, images_.request(request)).first;
    }
    canvas_.icon(found->second, rect, colour);
}

void Ui::picture(const std::filesystem::path& path, const base::Rect& rect, float radius,
                 paint::Fit fit, std::string_view alt, Colour ground) {
    node({Role::img, std::string(alt), {}, kNoState, kNoAction, rect});
    if (canvas_.muted() || !canvas_.visible(rect)) return;
    const int image = images_.request(request_of(path, rect, radius, fit));
    const paint::ImageState state = images_.state(image);
    if (state == paint::ImageState::ready) {
        canvas_.rounded(rect, std::max(radius, px(kArtRadius)), Colour::art);
        return canvas_.picture(image, rect);
    }
    canvas_.rounded(rect, radius, ground);
    if (state != paint::ImageState::failed || alt.empty()) return;
    const float pad = px(32);
    if (widest_word(alt, type::kSmall) > rect.w - 2 * pad) return;  // a word cut off says nothing
    const auto& words = shape(alt, type::kSmall, rect.w - 2 * pad, text::Align::centre);
    canvas_.push_clip(rect);
    canvas_.paragraph(words, rect.x + pad, rect.y + std::max(pad, (rect.h - words.height()) / 2),
                      rect.w - 2 * pad);
    canvas_.pop_clip();
}

void Ui::expect_picture(const std::filesystem::path& path, const base::Rect& rect, float radius,
                        paint::Fit fit) {
    static_cast<void>(images_.request(request_of(path, rect, radius, fit)));
}

void Ui::layer(const Layer& layer) {
    if (canvas_.muted()) return;
    const int image = images_.request({layer.path, layer.largest_w, layer.largest_h,
                                       paint::Fit::contain, paint::Channels::colour, 0});
    if (layer.alpha > 0 && canvas_.visible(layer.rect))
        canvas_.picture(image, layer.rect, layer.alpha);
}

std::optional<std::int64_t> Ui::next_deadline_ms() const {
    const auto touch = touch_.next_deadline_ms(), moment = transitions_.next_deadline_ms();
    if (!touch || !moment) return touch ? touch : moment;
    return std::min(*touch, *moment);
}

float Ui::pixels_per_mm() const {
    constexpr float kUnits = 1080, kMm = 274;  // across that panel
    return frame_.pixels_per_mm > 0 ? frame_.pixels_per_mm : px(kUnits) / kMm;
}

const qr::Code* Ui::code_of(const std::string& text, int most_side) {
    if (code_.text != text || code_.most_side != most_side) {
        const auto code = qr::encode(text, most_side);
        code_ = {text, most_side, code ? std::optional(*code) : std::nullopt};
    }
    return code_.code ? &*code_.code : nullptr;
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
    const base::Rect whole = canvas_.to_window(node.rect);
    node.heard = next_heard(node.role);
    ++heard_[id_of(node.role, {})];
    hear(node, whole);
    if (frame_.keys_reach_all && !node.name.empty() && take_focus(node, whole, {}))
        node.states |= kFocused;
    if (frame_.spoken && !node.name.empty()) {
        targets_.push_back({node.heard, whole.intersection(canvas_.clip())});
        node.actions |= kPress;
        if (touch_.pressed() == node.heard) node.states |= kPressed;
    }
    node.aloud = aloud_;
    node.rect = beyond_edge(whole);
    tree_.nodes.push_back(std::move(node));
}

WidgetId Ui::id_of(Role role, std::string_view key) const {
    return combined(role, key, scrolls_.current() ^ sheet_);
}

/// What happened to it since the last frame.
Touched Ui::touched(WidgetId id) const {
    Touched touched;
    touched.pressed = touch_.pressed() == id;
    touched.tapped = tapped_ == id;
    touched.long_pressed = long_pressed_ == id;
    touched.hovered = frame_.keyboard && hovered_ == id;
    touched.slid = slid_ == id;
    touched.at = layout_point(touched.pressed && !touched.slid ? pointer_ : touched_at_);
    touched.from = layout_point(press_from_);
    return touched;
}

Touched Ui::touchable(Node node, std::string_view key) {
    if (canvas_.muted()) return {};
    Touched out;
    node.id = id_of(node.role, key);
    const base::Rect rect = canvas_.to_window(node.rect);
    const base::Rect seen = rect.intersection(canvas_.clip());
    if (node.actions == kNoAction) node.actions = kPress;
    if ((node.states & kDisabled) == 0) {
        if (seen.w > 0 && seen.h > 0)
            targets_.push_back({node.id, seen, false, (node.actions & kLongPress) != 0,
                                (node.actions & kSlide) != 0, (node.actions & kPull) != 0});
        out = touched(node.id);
        if (out.pressed) node.states |= kPressed;
    }
    // What cannot be used is come to all the same by who has to hear of it.
    const bool stop = (node.states & kDisabled) == 0 ? frame_.keyboard : frame_.keys_reach_all;
    if (stop && take_focus(node, rect, key)) {
        node.states |= kFocused;
        out.focused = (node.states & kDisabled) == 0;
    }
    node.heard = node.id;
    node.aloud = aloud_;
    hear(node, rect);
    node.rect = beyond_edge(rect);
    tree_.nodes.push_back(std::move(node));
    return out;
}

Touched Ui::touchable_around(const Registered& since, Node node, std::string_view key) {
    const auto last_first = [](auto& all, std::size_t from) {
        if (from < all.size())
            std::rotate(all.begin() + static_cast<std::ptrdiff_t>(from), all.end() - 1, all.end());
    };
    const Registered before = registered();
    const Touched touched = touchable(std::move(node), key);
    if (tree_.nodes.size() > before.nodes) last_first(tree_.nodes, since.nodes);
    if (targets_.size() > before.targets) last_first(targets_, since.targets);
    if (focus_.stops() > before.stops) focus_.bring_last_to(since.stops);
    return touched;
}

float Ui::begin_scroll(std::string_view key, const base::Rect& viewport) {
    const float content = scrolls_.begin(key, viewport);
    if (!canvas_.muted())
        targets_.push_back({scrolls_.current(),
                            canvas_.to_window(viewport).intersection(canvas_.clip()), true, false});
    canvas_.push_clip(viewport);
    return content;
}

ScrollRegions::Extent Ui::end_scroll(float content_height) {
    canvas_.pop_clip();
    const ScrollRegions::Extent extent = scrolls_.end(content_height);
    if (!extent.scrolls || canvas_.muted()) return extent;
    // A quiet mark of where one is, never the only way to scroll.
    const base::Rect& view = extent.viewport;
    const float bar = std::max(px(48), view.h * view.h / (content_height + 1));
    const float at = extent.share * (view.h - bar);
    canvas_.rounded({view.right() - px(14), view.y + at, px(6), bar}, px(3), Colour::field);
    return extent;
}

void Ui::reveal_here(std::string_view mark, float y) {
    if (!canvas_.muted()) scrolls_.reveal_here(mark, y);
}

void Ui::bring_into_sight(std::string_view mark, float lead, float top, float bottom) {
    if (!canvas_.muted()) scrolls_.bring_into_sight(mark, lead, top, bottom);
}

void Ui::begin_modal(std::string_view sheet) {
    targets_.clear();
    focus_.forget_stops();
    tree_.nodes.clear();
    heard_.clear();
    spoken_box_ = {};
    tree_.sheet = sheet;
    sheet_ = ScrollRegions::id_of(sheet);
}

void Ui::on_hero(const std::function<void()>& draw) {
    const Palette& around = theme_.palette();
    const Palette dark = around.on_hero();
    theme_.set_palette(dark);
    canvas_.set_palette(dark);
    draw();
    theme_.set_palette(around);
    canvas_.set_palette(around);
}

void Ui::said_aloud(std::string words, const std::function<void()>& draw) {
    std::swap(aloud_, words);
    draw();
    aloud_ = std::move(words);
}

void Ui::measure(const std::function<void()>& draw) {
    canvas_.mute();
    draw();
    canvas_.unmute();
}

void Ui::forget_visit() {
    paragraphs_.clear();
    code_ = {};
    scrolls_.forget_visit();
    transitions_.forget_visit();
    focus_.forget_visit();
    touch_.reset();
    missed_.forget();
    keys_.clear();
    tree_ = Tree{};
}

}  // namespace candor::ui
