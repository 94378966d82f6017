#include "text/shaper.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>
#include <utility>

#include "base/localized.h"
#include "text/balance.h"
#include "text/direction.h"
#include "text/fonts_impl.h"
#include "text/joined_text.h"
#include "text/kept_numbers.h"
#include "text/limits.h"
#include "text/line_builder.h"
#include "text/long_text.h"

namespace candor::text {
namespace {

int pango_units(float px) { return static_cast<int>(std::lround(px * PANGO_SCALE)); }

DescriptionPtr description_of(const Style& style) {
    DescriptionPtr description(pango_font_description_new());
    pango_font_description_set_family_static(description.get(), kFamilies);
    pango_font_description_set_absolute_size(description.get(),
                                             pango_units(within(style.size_px, 1, kLargestSizePx)));
    pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(style.weight));
    pango_font_description_set_style(description.get(),
                                     style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return description;
}

bool same_font(const Style& a, const Style& b) {
    return a.size_px == b.size_px && a.weight == b.weight && a.italic == b.italic;
}

void insert(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

void insert_box(PangoAttrList* list, base::Size box, std::size_t end) {
    const int width = pango_units(within(box.w, 0, kLargestBoxPx));
    const int height = pango_units(within(box.h, 0, kLargestBoxPx));
    const PangoRectangle extents{0, -height, width, height};
    insert(list, pango_attr_shape_new(&extents, &extents), end - std::strlen("\uFFFC"), end);
}

/// A word broken for want of room gets no hyphen, as in CSS; a soft hyphen (at the end of a range,
/// which Pango leaves alone) still shows.
void forbid_hyphens(PangoAttrList* list, std::string_view text) {
    constexpr std::string_view kSoftHyphen = "\u00AD";
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t hyphen = text.find(kSoftHyphen, begin);
        const std::size_t end = hyphen == text.npos ? text.size() : hyphen + kSoftHyphen.size();
        insert(list, pango_attr_insert_hyphens_new(FALSE), begin, end);
        begin = end;
    }
}

/// What is not kept together for want of room: spans that are boxes, and may start a line; numbers
/// with what belongs to them.
struct Loose {
    std::set<std::size_t> boxes;
    bool numbers = false;
};

bool is_box(const Span& span) { return span.box.w > 0; }

/// No break between the last character of the word before a box and the box.
void keep_boxes(PangoAttrList* list, const ParagraphSpec& spec, const JoinedText& joined,
                const Loose& loose) {
    for (std::size_t i = 0; i < spec.spans.size(); ++i) {
        if (!is_box(spec.spans[i]) || loose.boxes.contains(i)) continue;
        const std::size_t word = joined.end_of_word_before(joined.begin_of(i));
        if (word < joined.begin_of(i)) keep_together(list, word, joined.end_of(i));
    }
}

void keep_numbers(PangoAttrList* list, const JoinedText& joined, const Loose& loose) {
    if (loose.numbers) return;
    for (const Kept& kept : kept_numbers(joined.text())) keep_together(list, kept.begin, kept.end);
}

/// Pango would rather exceed the width than go back and break a word before a box. So where a word
/// with its boxes is too wide, its last box that is not loose yet becomes so; without one, numbers
/// do. False: nothing is kept any more.
bool loosen(PangoLayout* layout, const ParagraphSpec& spec, const JoinedText& joined, float room,
            Loose& loose) {
    bool more = false;
    for (const Word& word : words_of(layout)) {
        if (word.width <= room * PANGO_SCALE) continue;
        for (std::size_t i = spec.spans.size(); i-- > 0;) {
            const std::size_t at = joined.end_of(i);
            if (!is_box(spec.spans[i]) || at <= word.begin || at > word.end) continue;
            if (!loose.boxes.insert(i).second) continue;
            more = true;
            break;
        }
    }
    return more || !std::exchange(loose.numbers, true);
}

/// Colours, marks and underlines are no attributes: those would split words that should be shaped
/// as one. LineBuilder finds them by byte.
AttributesPtr attributes_of(const ParagraphSpec& spec, const JoinedText& joined,
                            const Loose& loose) {
    AttributesPtr list(pango_attr_list_new());
    forbid_hyphens(list.get(), joined.text());
    keep_boxes(list.get(), spec, joined, loose);
    keep_numbers(list.get(), joined, loose);
    for (std::size_t first = 0, next = 0; first < spec.spans.size(); first = next) {
        const Style& style = spec.spans[first].style;
        for (next = first + 1; next < spec.spans.size(); ++next) {
            if (!same_font(spec.spans[next].style, style)) break;
        }
        if (!same_font(style, spec.spans.front().style)) {
            insert(list.get(), pango_attr_font_desc_new(description_of(style).get()),
                   joined.begin_of(first), joined.end_of(next - 1));
        }
    }
    for (std::size_t i = 0; i < spec.spans.size(); ++i) {
        const Span& span = spec.spans[i];
        const std::size_t begin = joined.begin_of(i), end = joined.end_of(i);
        if (begin == end) continue;
        if (span.box.w > 0) insert_box(list.get(), span.box, end);
        const std::string_view text = std::string_view(joined.text()).substr(begin, end - begin);
        if (span.style.letter_spacing_px != 0 && !has_joining_script(text)) {
            const float spacing =
                within(span.style.letter_spacing_px, -kLargestSizePx, kLargestSizePx);
            insert(list.get(), pango_attr_letter_spacing_new(pango_units(spacing)), begin, end);
        }
    }
    // An attribute that changes nothing ends an item. Pango shapes the rest of an item again for
    // every line that it cuts out of a word (minutes for one of 100 kB), and an item wider than
    // two million pixels overflows.
    for (const auto& [begin, end] : pieces_of_long_text(joined.text())) {
        insert(list.get(), pango_attr_fallback_new(TRUE), begin, end);
    }
    return list;
}

void limit(PangoLayout* layout, float width_px, int max_lines) {
    if (width_px > 0 || max_lines > 0) {
        const float width = width_px > 0 ? within(width_px, 1, kWidestPx) : kWidestPx;
        pango_layout_set_width(layout, pango_units(width));
    }
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (max_lines <= 0) return;
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height(layout, -max_lines);
}

}  // namespace

struct Shaper::Impl {
    explicit Impl(Fonts::Impl& f) : fonts(f), context(pango_font_map_create_context(f.map.get())) {
        const OptionsPtr options(cairo_font_options_create());
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options.get());
        pango_context_set_round_glyph_positions(context.get(), FALSE);
    }

    ObjectPtr<PangoLayout> lay_out(const ParagraphSpec& spec, const JoinedText& joined,
                                   Direction direction, int max_lines);
    ObjectPtr<PangoLayout> lay_out(const ParagraphSpec& spec, const JoinedText& joined,
                                   Direction direction, int max_lines, const Loose& loose);
    ObjectPtr<PangoLayout> lay_out_limited(const ParagraphSpec& spec, JoinedText& joined,
                                           Direction direction);
    Paragraph shape(const ParagraphSpec& spec, bool editable);
    float least_width(const ParagraphSpec& spec);

    Fonts::Impl& fonts;
    ObjectPtr<PangoContext> context;
};

ObjectPtr<PangoLayout> Shaper::Impl::lay_out(const ParagraphSpec& spec, const JoinedText& joined,
                                             Direction direction, int max_lines) {
    Loose loose;
    auto layout = lay_out(spec, joined, direction, max_lines, loose);
    const bool boxes = std::any_of(spec.spans.begin(), spec.spans.end(), is_box);
    if (spec.width_px <= 0 || (!boxes && kept_numbers(joined.text()).empty())) return layout;
    const float room = within(spec.width_px, 1, kWidestPx) + 0.5F;
    while (widest_line(layout.get()) > room && loosen(layout.get(), spec, joined, room, loose))
        layout = lay_out(spec, joined, direction, max_lines, loose);
    return layout;
}

ObjectPtr<PangoLayout> Shaper::Impl::lay_out(const ParagraphSpec& spec, const JoinedText& joined,
                                             Direction direction, int max_lines,
                                             const Loose& loose) {
    // Never the process's locale: the same pack must look the same on every machine.
    const char* language = spec.language.empty() ? base::kFallbackLanguage : spec.language.c_str();
    pango_context_set_language(context.get(), pango_language_from_string(language));
    const bool right_to_left = direction == Direction::right_to_left;
    pango_context_set_base_dir(context.get(),
                               right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    ObjectPtr<PangoLayout> layout(pango_layout_new(context.get()));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    const Style style = spec.spans.empty() ? Style{} : spec.spans.front().style;
    pango_layout_set_font_description(layout.get(), description_of(style).get());
    pango_layout_set_attributes(layout.get(), attributes_of(spec, joined, loose).get());
    limit(layout.get(), spec.width_px, max_lines);
    const std::string& text = joined.text();
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

/// Pango counts lines by paragraph. So the paragraphs become lines of one, and what follows the
/// last line's paragraph is cut off first.
ObjectPtr<PangoLayout> Shaper::Impl::lay_out_limited(const ParagraphSpec& spec, JoinedText& joined,
                                                     Direction direction) {
    if (joined.has_line_separators()) {
        const auto layout = lay_out(spec, joined, direction, 0);
        const PangoLayoutLine* last =
            pango_layout_get_line_readonly(layout.get(), spec.max_lines - 1);
        if (last != nullptr) joined.end_after_line_at(last->start_index);
    }
    return lay_out(spec, joined, direction, spec.max_lines);
}

Paragraph Shaper::Impl::shape(const ParagraphSpec& spec, bool editable) {
    const bool limited = spec.max_lines > 0;
    const bool may_turn = spec.direction != Direction::left_to_right;
    JoinedText joined(spec.spans, limited ? Breaks::lines : Breaks::paragraphs,
                      may_turn ? Numbers::isolated : Numbers::as_they_are,
                      editable ? Use::typed : Use::shown);
    const Direction direction = spec.direction == Direction::from_text
                                    ? first_strong_direction(joined.text())
                                    : spec.direction;
    // Words that are not in the page's language keep their own order, at the page's side.
    const bool foreign =
        !editable && direction == Direction::right_to_left && is_left_to_right_alone(joined.text());
    const Direction order = foreign ? Direction::left_to_right : direction;
    const ObjectPtr<PangoLayout> layout =
        limited ? lay_out_limited(spec, joined, order) : lay_out(spec, joined, order, 0);
    if (!limited && spec.width_px > 0) {
        if (spec.wrap == Wrap::balanced) balance(layout.get());
        if (spec.wrap == Wrap::company) give_company(layout.get());
    }
    Paragraph paragraph;
    paragraph.right_to_left_ = direction == Direction::right_to_left;
    LineBuilder builder(fonts, spec, joined, layout.get(), paragraph);
    builder.build_lines();
    if (editable) {
        builder.build_carets();
        // Pango frees its copy of what a person typed without zeroing it.
        char* copy = const_cast<char*>(pango_layout_get_text(layout.get()));
        explicit_bzero(copy, std::strlen(copy));
    }
    return paragraph;
}

float Shaper::Impl::least_width(const ParagraphSpec& spec) {
    JoinedText joined(spec.spans, Breaks::paragraphs);
    const Direction direction = spec.direction == Direction::from_text
                                    ? first_strong_direction(joined.text())
                                    : spec.direction;
    const auto layout = lay_out(spec, joined, direction, 0);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(layout.get(), 1);
    return widest_line(layout.get());
}

Shaper::Shaper(Fonts& fonts) : impl_(std::make_unique<Impl>(fonts.impl())) {}
Shaper::~Shaper() = default;

Paragraph Shaper::shape(const ParagraphSpec& spec) {
    ++laid_out_;
    return impl_->shape(spec, false);
}
float Shaper::least_width(const ParagraphSpec& spec) {
    ++laid_out_;
    return impl_->least_width(spec);
}
Paragraph Shaper::shape_editable(const ParagraphSpec& spec) { return impl_->shape(spec, true); }

}  // namespace candor::text
