#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "paint/image_store.h"
#include "platform/window.h"
#include "qr/code.h"
#include "text/sentences.h"
#include "text/shaper.h"
#include "ui/accessible.h"
#include "ui/assistant.h"
#include "ui/canvas.h"
#include "ui/focus.h"
#include "ui/missed_touches.h"
#include "ui/paragraphs.h"
#include "ui/scroll_regions.h"
#include "ui/strings.h"
#include "ui/theme.h"
#include "ui/touch.h"
#include "ui/transitions.h"
#include "ui/types.h"

struct ImDrawData;
struct ImGuiContext;

namespace candor::ui {

/// A part of what is on the screen, as it is being read aloud: its node (Node::heard), and the
/// bytes of that node's name.
struct Spoken {
    WidgetId node = 0;
    text::Range words;
    bool operator==(const Spoken&) const = default;
};

struct Frame {
    int width_px = 0, height_px = 0;
    std::int64_t now_ms = 0;
    TextSize text_size = TextSize::normal;
    const Strings* strings = nullptr;  ///< outlives the frame
    bool reduced_motion = false;
    float scale = 0;          ///< theme.h
    float pixels_per_mm = 0;  ///< of the panel; 0: unknown
    bool keyboard = false;    ///< Tab, Enter and a pointer that hovers: a desk
    Contrast contrast = Contrast::standard;
    const Palette* own_colours = nullptr;  ///< a clinic's, in place of the standard ones
    float lowered = 0;  ///< the share of the screen, from its top, that nothing is touched in
    bool steady_touch = false;     ///< touch.h
    bool keys_reach_all = false;   ///< a keypad: texts are stops of the focus, too
    std::optional<Spoken> spoken;  ///< what is being read aloud
};

/// A picture that may grow and shrink: it is decoded once, at its largest.
struct Layer {
    const std::filesystem::path& path;
    base::Rect rect;
    int largest_w = 0, largest_h = 0;  ///< px
    float alpha = 1;                   ///< 0: only decoded, so that it is there when it is due
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
    /// The same for what was asked for by assistive technology: of a widget that is not there any
    /// more nothing comes.
    void ask(const Asked& asked);
    void begin_frame(const Frame& frame);
    const ImDrawData& end_frame();

    /// True while something moves, so that the next frame is due at the display's pace.
    bool animating() const { return scrolls_.due() || transitions_.due() || focus_.due(); }
    /// A time at which a frame is due even without events (a long press, a picture that goes on).
    std::optional<std::int64_t> next_deadline_ms() const;
    bool finger_down() const { return touch_.finger_down(); }
    /// Touching is hard for somebody.
    bool touches_miss() const { return missed_.noticed(); }
    const Tree& tree() const { return tree_; }
    Tree& tree() { return tree_; }

    // What a screen draws with.
    const Theme& theme() const { return theme_; }
    base::Rgba colour(Colour role) const { return theme_.palette()[role]; }
    float px(float units) const { return theme_.px(units); }
    /// What lies above y 0, where nothing can be touched (Frame::lowered).
    float lowered_px() const { return static_cast<float>(frame_.height_px - theme_.height()); }
    /// Of the panel; where it is unknown, as on the 22-inch panel that designs are for.
    float pixels_per_mm() const;
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
    text::ParagraphSpec paragraph_spec(std::string_view words, const Type& type, float width,
                                       text::Align align = text::Align::start) const;
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

    void icon(std::string_view name, const base::Rect& rect, Colour colour);
    /// A picture at its rectangle, rounded; while loading a quiet ground, when it fails its alt
    /// text.
    void picture(const std::filesystem::path& path, const base::Rect& rect, float radius,
                 paint::Fit fit, std::string_view alt, Colour ground = Colour::mint);
    /// Starts to decode what picture() will show soon.
    void expect_picture(const std::filesystem::path& path, const base::Rect& rect, float radius,
                        paint::Fit fit);
    /// A picture over another one, without a node; nothing while it loads.
    void layer(const Layer& layer);

    /// The code of a text, with at most that many squares a side; nullptr: the text is too long.
    /// The last one is kept.
    const qr::Code* code_of(const std::string& text, int most_side);

    /// Registers a node without touch.
    void node(Node node);
    /// What of the next such node's name is being read aloud: whoever asks marks it, and says where
    /// it was drawn (layout pixels).
    std::optional<text::Range> spoken_of_next(Role role);
    void mark_spoken(std::span<const base::Rect> parts);
    /// While something is read aloud: the text that was touched (Node::heard); 0: none.
    WidgetId touched_text() const { return frame_.spoken ? tapped_ : 0; }
    /// Registers a node that can be touched; `rect` in layout coordinates. Its identity is its role
    /// and `key`, which no other of its role has in its scroll region or sheet: it stays itself
    /// when its name changes, in another language for example.
    Touched touchable(Node node, std::string_view key);
    /// The same for what turned out to be around all that was registered since: it comes before it.
    struct Registered {
        std::size_t nodes = 0, targets = 0, stops = 0;
    };
    Registered registered() const { return {tree_.nodes.size(), targets_.size(), focus_.stops()}; }
    Touched touchable_around(const Registered& since, Node node, std::string_view key);

    /// A vertical scroll region; the return value is the y at which its content starts.
    float begin_scroll(std::string_view key, const base::Rect& viewport);
    ScrollRegions::Extent end_scroll(float content_height);
    ScrollRegions& scrolls() { return scrolls_; }
    /// ScrollRegions::reveal_here and bring_into_sight, and nothing where it is only measured.
    void reveal_here(std::string_view mark, float y);
    void bring_into_sight(std::string_view mark, float lead, float top, float bottom);

    /// From here on only what follows can be touched and is in the tree (an open sheet).
    void begin_modal(std::string_view sheet);
    Transitions& transitions() { return transitions_; }
    /// Runs `draw` with the colours of a dark ground (Palette::on_hero).
    void on_hero(const std::function<void()>& draw);
    /// Runs `draw`, whose nodes tell what a person typed: where others hear them, `words` are said.
    void said_aloud(std::string words, const std::function<void()>& draw);
    /// Runs `draw` without drawing or registering anything.
    void measure(const std::function<void()>& draw);

    /// Keys and text from a real keyboard since the last frame.
    std::span<const platform::Event> keys() const { return keys_; }
    Focus& focus() { return focus_; }
    /// Presses what has the focus, as a keypad's key does.
    void select_focus();
    /// Holds what has the focus until it offers more, as a finger that rests on it does; nothing
    /// where it has no more.
    void hold_focus();
    const Focus& focus() const { return focus_; }
    /// Where assistive technology wants the caret of the field that has the focus: a byte.
    std::optional<std::size_t> asked_caret() const { return asked_caret_; }
    /// What the pointer is over: a frame is due when it changes.
    WidgetId hovered() const { return hovered_; }
    /// Forgets everything that came from the person: paragraphs, scroll places, fingers.
    void forget_visit();

  private:
    void apply(const Gesture& gesture);
    bool take_key(const platform::Event& event);
    void point(const platform::Event& event);
    void press(WidgetId id, const base::Rect& rect);
    void wheel(const platform::Event& event);
    WidgetId id_of(Role role, std::string_view key) const;
    Touched touched(WidgetId id) const;
    bool take_focus(const Node& node, const base::Rect& whole, std::string_view key);
    void draw_focus();
    WidgetId next_heard(Role role) const;
    void hear(Node& node, const base::Rect& whole);
    void follow_spoken(const base::Rect& whole);
    void draw_spoken();
    base::Point layout_point(base::Point at) const;
    base::Rect beyond_edge(const base::Rect& window_rect) const;

    ImGuiContext* imgui_;
    paint::ImageStore& images_;
    std::filesystem::path assets_;
    Theme theme_{{1080, 1920}, TextSize::normal};
    Canvas canvas_;
    Paragraphs paragraphs_;
    Touch touch_{24};
    MissedTouches missed_;
    Tree tree_;
    Frame frame_;
    std::vector<TouchTarget> targets_;
    std::vector<Gesture> gestures_;
    std::vector<platform::Event> keys_;
    WidgetId tapped_ = 0, long_pressed_ = 0, slid_ = 0;
    base::Point touched_at_, pointer_, press_from_;
    std::optional<std::size_t> asked_caret_;
    WidgetId hovered_ = 0, sheet_ = 0;
    std::map<WidgetId, int> heard_;   ///< how many texts of a role a region has so far
    std::optional<Spoken> followed_;  ///< what was last brought into sight
    base::Rect spoken_box_;           ///< of what is read aloud and marks no words of its own
    bool marks_itself_ = false;
    Focus focus_;
    ScrollRegions scrolls_;
    Transitions transitions_;
    std::string aloud_;  ///< of the nodes that are registered now
    std::map<std::string, int, std::less<>> icons_;
    struct KeptCode {
        std::string text;
        int most_side = 0;
        std::optional<qr::Code> code;
    };
    KeptCode code_;
};

}  // namespace candor::ui
