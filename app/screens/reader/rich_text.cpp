#include "screens/reader/rich_text.h"

#include <algorithm>
#include <cmath>

#include "screens/reader/source_words.h"
#include "ui/spoken_words.h"

namespace candor::screens {
namespace {

/// What stands in a citation's pill.
struct Cited {
    std::string number = "?";
    StrengthMark mark = {};
};

Cited cited(const pack::Pack& pack, const pack::Run& run) {
    const pack::Source* source = pack.source(run.target);
    if (source == nullptr) return {};
    return {std::to_string(source->number), strength_mark(*source)};
}

ui::Type pill_type(const ui::Type& around, ui::Colour ink = ui::Colour::cited_ink) {
    return {around.size * 0.62F, text::Weight::bold, ink, 1.2F, 0};
}

/// Where the mark stands beside the number in a pill of that height; nothing where there is none.
struct MarkRoom {
    float gap = 0, size = 0;
    MarkRoom(const StrengthMark& mark, float height) {
        if (!mark.icon.empty()) gap = std::round(height * 0.16F), size = std::round(height * 0.5F);
    }
};

base::Size pill_size(ui::Ui& ui, const ui::Type& around, const Cited& cited) {
    const float height = std::round(ui.theme().type(around.size) * 1.08F);
    const auto& digits = ui.shape(cited.number, pill_type(around));
    const MarkRoom mark(cited.mark, height);
    const float inside = std::ceil(digits.width()) + mark.gap + mark.size;
    return {std::max(height, inside + height * 0.56F), height};
}

text::Span span_of(ui::Ui& ui, const TextPlace& place, const pack::Run& run, const ui::Type& type,
                   int mark) {
    text::Span span{run.text, ui.style(type), mark, {}};
    if (run.bold) span.style.weight = text::Weight::bold;
    span.style.italic = run.italic;
    switch (run.link) {
        case pack::LinkKind::none:
            span.mark = -1;
            break;
        case pack::LinkKind::source:
            span.text = cited(place.pack, run).number;
            span.box = pill_size(ui, type, cited(place.pack, run));
            break;
        case pack::LinkKind::term:
            span.style.underline = text::Underline::dotted;
            span.style.weight = text::Weight::semibold;
            span.style.colour = ui.colour(ui::Colour::deep_teal);
            break;
        case pack::LinkKind::page:
            span.style.underline = text::Underline::solid;
            span.style.weight = text::Weight::semibold;
            span.style.colour = ui.colour(ui::Colour::teal);
            break;
    }
    return span;
}

Intent intent_of(const TextPlace& place, const pack::Run& run) {
    if (run.link == pack::LinkKind::source)
        return OpenSheet{{SheetKind::source, place.pack.id, run.target}};
    if (run.link == pack::LinkKind::term)
        return OpenSheet{{SheetKind::term, place.pack.id, run.target}};
    const auto slash = run.target.find('/');
    return OpenPlace{{run.target.substr(0, slash),
                      slash == std::string::npos ? "" : run.target.substr(slash + 1), 0, -1}};
}

std::string name_of_link(ui::Ui& ui, const TextPlace& place, const pack::Run& run) {
    if (run.link != pack::LinkKind::source) return run.text;
    return ui.tr("reader.source-number", {{"n", cited(place.pack, run).number}});
}

/// How strong a citation's proof is, for who cannot see its mark.
std::string value_of_link(ui::Ui& ui, const TextPlace& place, const pack::Run& run) {
    if (run.link != pack::LinkKind::source) return {};
    const char* key = cited(place.pack, run).mark.key;
    return key == nullptr ? std::string() : ui.tr(key);
}

void draw_pill(ui::Ui& ui, const ui::Type& around, const base::Rect& box, const Cited& cited,
               bool pressed) {
    ui.canvas().rounded(box, box.h / 2, pressed ? ui::Colour::mint : ui::Colour::cited);
    const ui::Colour ink = pressed ? ui::Colour::blue : ui::Colour::cited_ink;
    const auto& digits = ui.shape(cited.number, pill_type(around, ink));
    const MarkRoom mark(cited.mark, box.h);
    const float x = box.x + (box.w - digits.width() - mark.gap - mark.size) / 2;
    ui.canvas().paragraph(digits, x, box.y + (box.h - digits.height()) / 2, digits.width());
    if (mark.size > 0)
        ui.icon(cited.mark.icon,
                {x + digits.width() + mark.gap, box.y + std::round((box.h - mark.size) / 2),
                 mark.size, mark.size},
                ink);
}

/// A finger's reach around an exact rectangle, without reaching far into the neighbouring lines.
base::Rect reachable(ui::Ui& ui, const base::Rect& exact) {
    const float want = ui.px(96);
    const float dx = std::max(0.0F, (want - exact.w) / 2),
                dy = std::max(0.0F, (want - exact.h) / 2);
    return {exact.x - dx, exact.y - dy, exact.w + 2 * dx, exact.h + 2 * dy};
}

}  // namespace

namespace {

text::ParagraphSpec spec_of(ui::Ui& ui, const TextPlace& place, const pack::RichText& text,
                            const ui::Type& type, float width) {
    text::ParagraphSpec spec;
    spec.width_px = width;
    spec.line_height = type.line_height;
    spec.language = ui.strings().language();
    spec.direction =
        ui.right_to_left() ? text::Direction::right_to_left : text::Direction::left_to_right;
    spec.wrap = type.wrap;
    int mark = 0;
    for (const pack::Run& run : text) spec.spans.push_back(span_of(ui, place, run, type, mark++));
    return spec;
}

}  // namespace

const text::Paragraph& shape_rich(ui::Ui& ui, const TextPlace& place, const pack::RichText& text,
                                  const ui::Type& type, float width, text::Align align) {
    auto spec = spec_of(ui, place, text, type, width);
    spec.align = align;
    return ui.shape(spec);
}

float least_width(ui::Ui& ui, const TextPlace& place, const pack::RichText& text,
                  const ui::Type& type) {
    return std::ceil(ui.least_width(spec_of(ui, place, text, type, 0)));
}

namespace {

/// A link in its rectangle (window pixels): where it is touched, and what shows that.
void draw_link(const Drawing& at, const TextPlace& place, const pack::Run& run,
               const ui::Type& type, const base::Rect& rect, const std::string& key) {
    ui::Ui& ui = at.ui;
    const base::Rect exact = ui.canvas().to_layout(rect);
    const ui::Role role = run.link == pack::LinkKind::page ? ui::Role::link : ui::Role::button;
    ui::Node node{
        role,       name_of_link(ui, place, run), value_of_link(ui, place, run), ui::kNoState,
        ui::kPress, reachable(ui, exact)};
    node.in_text = true;
    const ui::Touched touched = ui.touchable(std::move(node), key);
    if (touched.tapped) at.emit(intent_of(place, run));
    if (run.link == pack::LinkKind::source)
        draw_pill(ui, type, exact, cited(place.pack, run), touched.pressed);
    else if (touched.pressed)
        ui.canvas().rounded(exact, ui.px(8), ui::Colour::mint);
}

}  // namespace

void draw_rich(const Drawing& at, ui::Flow& flow, const TextPlace& place,
               const pack::RichText& text, const ui::Type& type, text::Align align, ui::Role role) {
    ui::Ui& ui = at.ui;
    const std::string words = pack::plain_text(text);
    auto spec = spec_of(ui, place, text, type, flow.width());
    spec.align = align;
    if (const auto spoken = ui.spoken_of_next(role))
        spec = ui::with_spoken(ui, std::move(spec), words, *spoken);
    const text::Paragraph& paragraph = ui.shape(spec);
    const base::Rect whole = flow.take(paragraph.height());
    ui::draw_spoken_ground(ui, paragraph, whole);
    ui.node({role, words, {}, ui::kNoState, ui::kNoAction, whole});
    if (ui.canvas().muted()) return;
    const base::Rect window = ui.canvas().to_window(whole);  // marks are in its pixels from here
    int mark = -1, index = 0;
    for (const pack::Run& run : text) {
        ++mark;
        if (run.link == pack::LinkKind::none) continue;
        const std::string key = place.key + " " + std::to_string(++index);
        for (const base::Rect& rect : ui::rects_of(paragraph, mark))
            draw_link(at, place, run, type, rect.moved(window.x, window.y), key);
    }
    ui.canvas().paragraph(paragraph, whole.x, whole.y, whole.w);
}

}  // namespace candor::screens
