#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "paint/image_store.h"
#include "platform/window.h"
#include "text/shaper.h"
#include "ui/accessible.h"
#include "ui/canvas.h"
#include "ui/paragraphs.h"
#include "ui/scroll.h"
#include "ui/strings.h"
#include "ui/theme.h"
#include "ui/touch.h"

struct ImDrawData;
struct ImGuiContext;

namespace candor::ui {

/// How a text looks, in design units (theme.h).
struct Type {
    float size = 38;
    text::Weight weight = text::Weight::regular;
    base::Rgba colour = colour::kInk;
    float line_height = 1.5F;
    float spacing = 0;
    text::Wrap wrap = text::Wrap::full;
};
namespace type {
constexpr text::Wrap kBalanced = text::Wrap::balanced;
inline constexpr Type kHeadline{72, text::Weight::bold, colour::kInk, 1.16F, -1.5F, kBalanced};
inline constexpr Type kSubhead{48, text::Weight::bold, colour::kInk, 1.22F, -0.6F, kBalanced};
inline constexpr Type kTitle{40, text::Weight::semibold, colour::kInk, 1.25F, -0.3F, kBalanced};
inline constexpr Type kBody{38, text::Weight::regular, colour::kInk, 1.5F, 0};
inline constexpr Type kLead{38, text::Weight::regular, colour::kSoftInk, 1.45F, 0};
inline constexpr Type kCard{34, text::Weight::regular, colour::kInk, 1.45F, 0};
inline constexpr Type kOption{34, text::Weight::regular, colour::kInk, 1.45F, 0, kBalanced};
inline constexpr Type kLabel{32, text::Weight::semibold, colour::kInk, 1.3F, 0, kBalanced};
inline constexpr Type kSmall{30, text::Weight::regular, colour::kSoftInk, 1.42F, 0};
inline constexpr Type kButton{38, text::Weight::semibold, colour::kInk, 1.2F, 0, kBalanced};
}  // namespace type

struct Frame {
    int width_px = 0, height_px = 0;
    std::int64_t now_ms = 0;
    TextSize text_size = TextSize::normal;
    const Strings* strings = nullptr;  ///< outlives the frame
    bool reduced_motion = false;
    float scale = 0;        ///< theme.h
    bool keyboard = false;  ///< Tab, Enter and a pointer that hovers: a desk
};

/// What happened to a widget since the last frame.
struct Touched {
    bool pressed = false;  ///< a finger is on it now
    bool tapped = false;
    bool long_pressed = false;
    bool hovered = false;
    bool focused = false;  ///< keys go there
    bool slid = false;     ///< a finger was drawn along it (kSlide)
    base::Point at;        ///< layout coordinates of the tap, or of the finger that presses it
    base::Point from;      ///< where that finger went down
};

/// The immediate-mode context: takes input, shapes and draws, and registers every widget once, as
/// touch target and accessible node together. One frame: input()* begin_frame() draw end_frame().
class Ui {
  public:
    Ui(text::Shaper& shaper, text::GlyphAtlas& atlas, paint::ImageStore& images,
       std::filesystem::path assets);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    /// Feeds events; taps and drags act on what the last frame drew.
    void input(std::span<const platform::Event> events, std::int64_t now_ms);
    void begin_frame(const Frame& frame);
    const ImDrawData& end_frame();

    /// True while something moves, so that the next frame is due at the display's pace.
    bool animating() const { return animating_; }
    /// A time at which input() wants to be called even without events (a long press).
    std::optional<std::int64_t> next_deadline_ms() const { return touch_.next_deadline_ms(); }
    bool finger_down() const { return touch_.finger_down(); }
    const Tree& tree() const { return tree_; }
    Tree& tree() { return tree_; }

    // What a screen draws with.
    const Theme& theme() const { return theme_; }
    float px(float units) const { return theme_.px(units); }
    Canvas& canvas() { return canvas_; }
    const std::filesystem::path& assets() const { return assets_; }
    const Strings& strings() const { return *frame_.strings; }
    std::string tr(std::string_view key, Strings::Fillers fillers = {}) const {
        return (*frame_.strings)(key, fillers);
    }
    bool right_to_left() const { return frame_.strings->right_to_left(); }
    std::int64_t now_ms() const { return frame_.now_ms; }

    /// Shapes a text of one type; `width` 0: one line.
    const text::Paragraph& shape(std::string_view words, const Type& type, float width = 0,
                                 text::Align align = text::Align::start, int max_lines = 0);
    const text::Paragraph& shape(const text::ParagraphSpec& spec) { return paragraphs_.get(spec); }
    /// The width of the longest word: in less room it would be broken.
    float widest_word(std::string_view words, const Type& type);
    /// The same of words with their boxes (text::Shaper::least_width).
    float least_width(const text::ParagraphSpec& spec) { return paragraphs_.least_width(spec); }
    text::Paragraph shape_editable(const text::ParagraphSpec& spec) {
        return paragraphs_.editable(spec);
    }
    text::Style style(const Type& type) const;
    /// Draws a text at x, y and registers it; returns its height.
    float text(float x, float y, float width, std::string_view words, const Type& type,
               Role role = Role::paragraph, text::Align align = text::Align::start);

    void icon(std::string_view name, const base::Rect& rect, base::Rgba colour);
    /// A picture at its rectangle, rounded; while loading a quiet ground, when it fails its alt
    /// text.
    void picture(const std::filesystem::path& path, const base::Rect& rect, float radius,
                 paint::Fit fit, std::string_view alt, base::Rgba ground = colour::kMint);

    /// Registers a node without touch.
    void node(Node node);
    /// Registers a node that can be touched; `rect` in layout coordinates. `key` tells widgets of
    /// one role and name apart.
    Touched touchable(Node node, std::string_view key = {});
    /// The same for what turned out to be around all that was registered since: it comes before it.
    struct Registered {
        std::size_t nodes = 0, targets = 0, stops = 0;
    };
    Registered registered() const { return {tree_.nodes.size(), targets_.size(), stops_.size()}; }
    Touched touchable_around(const Registered& since, Node node, std::string_view key = {});

    /// A vertical scroll region; the return value is the y at which its content starts.
    float begin_scroll(std::string_view key, const base::Rect& viewport);
    void end_scroll(float content_height);
    void scroll_to(std::string_view key, float offset_px);
    void reset_scroll(std::string_view key) { scroll_to(key, 0); }
    /// Scrolls as little as brings the content from `top_px` to `bottom_px` into sight.
    void keep_in_sight(std::string_view key, float top_px, float bottom_px);
    /// Scrolls so that what lies `offset_px` below the content's top is in sight, once for each
    /// `mark` (an open "at the place" must not fight the finger afterwards).
    void reveal(std::string_view key, std::string_view mark, float offset_px);
    /// The same within the region that is being drawn, for what lies at `y`.
    void reveal_here(std::string_view mark, float y);
    /// Once for each `mark`, as little as brings into sight what lies from `top` to `bottom` of the
    /// region that is being drawn, with what leads to it from `lead` on where there is room for
    /// both; not at all where they are in sight.
    void bring_into_sight(std::string_view mark, float lead, float top, float bottom);

    /// From here on only what follows can be touched and is in the tree (an open sheet).
    void begin_modal(std::string_view sheet);
    /// Eased share (0 to 1) of the time since `key` of this slot last changed; 1 the first time.
    float transition(std::string_view slot, std::string_view key, float duration_ms = 200);
    /// True once `key` of this slot has been on the screen for that long; frames go on until then.
    /// No movement: it holds with reduced motion too. True the first time.
    bool has_stood(std::string_view slot, std::string_view key, std::int64_t duration_ms);
    /// Runs `draw` without drawing or registering anything.
    void measure(const std::function<void()>& draw);

    /// Keys and text from a real keyboard since the last frame.
    std::span<const platform::Event> keys() const { return keys_; }
    /// With a keyboard: the focus goes to the widget of that key as soon as it is drawn.
    void focus(std::string_view key) { focus_wanted_ = key; }
    /// Whether keys go into a text.
    bool typing() const;
    /// Whether they go to the widget of that key.
    bool has_focus(std::string_view key) const { return focus_ != 0 && focus_key_ == key; }
    /// As Tab does, and Shift+Tab with -1.
    void move_focus(int by);
    /// What the pointer is over: a frame is due when it changes.
    WidgetId hovered() const { return hovered_; }
    /// Forgets everything that came from the person: paragraphs, scroll places, fingers.
    void forget_visit();

  private:
    struct ScrollRegion {
        Scroll scroll;
        base::Rect viewport;
        float content = 0;  ///< y at which its content starts in this frame
    };
    struct Transition {
        std::string key;
        std::int64_t since_ms = 0;
    };
    struct Stop {
        WidgetId id = 0;
        base::Rect rect;  ///< what is to be seen of it, window pixels
        bool edits = false;
    };
    void apply(const Gesture& gesture);
    bool take_key(const platform::Event& event);
    void point(const platform::Event& event);
    void reveal(WidgetId id, std::string_view mark, float offset_px);
    void stop_here(const Node& node, WidgetId id, const base::Rect& seen, std::string_view key);
    void reveal_focus(const base::Rect& rect);
    void draw_focus();
    base::Point layout_point(base::Point at) const;
    base::Rect beyond_edge(const base::Rect& window_rect) const;

    ImGuiContext* imgui_;
    paint::ImageStore& images_;
    std::filesystem::path assets_;
    Theme theme_{1080, 1920, TextSize::normal};
    Canvas canvas_;
    Paragraphs paragraphs_;
    Touch touch_{24};
    Tree tree_;
    Frame frame_;
    std::vector<TouchTarget> targets_;
    std::vector<Gesture> gestures_;
    std::vector<platform::Event> keys_;
    WidgetId tapped_ = 0, long_pressed_ = 0, slid_ = 0;
    base::Point touched_at_, pointer_, press_from_;
    std::vector<Stop> stops_;  ///< where Tab goes, in reading order
    std::size_t focus_index_ = 0;
    WidgetId focus_ = 0, hovered_ = 0;
    std::string focus_wanted_, focus_key_;
    bool focus_shown_ = false;  ///< it got there by a key
    bool focus_moved_ = false;  ///< it must be scrolled into sight
    std::map<WidgetId, ScrollRegion> scrolls_;
    std::vector<WidgetId> scroll_stack_;
    std::string revealed_;  ///< the mark that reveal() last went to
    std::map<std::string, Transition, std::less<>> transitions_;
    std::map<std::string, int, std::less<>> icons_;
    bool animating_ = false;
};

}  // namespace candor::ui
