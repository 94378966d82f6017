#include "text/printed_pages.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "base/secret_string.h"
#include "text/direction.h"
#include "text/fonts_impl.h"

namespace candor::text {
namespace {

constexpr double kWidth = 595.276, kHeight = 841.89;       // A4 in points
constexpr double kMargin = 42, kFoot = 24, kBetween = 22;  // 15 mm: what any printer reaches
constexpr double kIndent = 1.9;                            // of a mark, in its sizes

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

double in_points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

int pango_units(double pt) { return static_cast<int>(std::lround(pt * PANGO_SCALE)); }

class Pages {
  public:
    Pages(Fonts& fonts, Direction direction, const std::string& foot, std::string& out)
        : rtl_(direction == Direction::right_to_left),
          foot_(foot),
          surface_(cairo_pdf_surface_create_for_stream(append, &out, kWidth, kHeight)),
          cairo_(cairo_create(surface_.get())),
          context_(pango_font_map_create_context(fonts.impl().map.get())) {
        const OptionsPtr options(cairo_font_options_create());
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context_.get(), options.get());
        pango_cairo_context_set_resolution(context_.get(), 72);
        pango_context_set_base_dir(context_.get(),
                                   rtl_ ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    }

    void add(const std::vector<PrintedText>& texts) {
        for (std::size_t i = 0; i < texts.size();) {
            std::size_t end = i;
            while (end < texts.size() && texts[end].in_columns) ++end;
            if (end > i)
                add_in_columns({texts.data() + i, end - i});
            else
                add(texts[end++]);
            i = end;
        }
    }

    int count() const { return page_; }

    base::Result<void> finish() {
        foot();
        cairo_show_page(cairo_.get());
        cairo_surface_finish(surface_.get());
        const cairo_status_t status = cairo_surface_status(surface_.get());
        if (status == CAIRO_STATUS_SUCCESS) return {};
        return base::fail(base::FaultKind::internal, "cairo", cairo_status_to_string(status));
    }

  private:
    void add(const PrintedText& text) {
        if (y_ > kMargin) y_ += text.space_before_pt;
        if (text.rule_before) rule();
        std::vector<Column> columns;
        if (!text.two_columns) {
            columns.push_back(column(text, text.words, text.strong, kMargin, kWidth - 2 * kMargin));
        } else {
            const double width = (kWidth - 2 * kMargin - kBetween) / 2;
            const double left = kMargin, right = kMargin + width + kBetween;
            columns.push_back(column(text, text.words, text.strong, rtl_ ? right : left, width));
            columns.push_back(column(text, text.beside, {}, rtl_ ? left : right, width));
        }
        draw(columns);
    }

    struct PlacedLine {
        PangoLayoutLine* line;
        double x, height, baseline;
    };
    /// A paragraph in its column, and what hangs before it.
    struct Column {
        ObjectPtr<PangoLayout> words, mark;
        double mark_x = 0;
        std::vector<PlacedLine> lines;
    };

    Column column(const PrintedText& text, const std::string& words, const std::string& strong,
                  double x, double width) {
        Column out;
        if (words.empty() && strong.empty()) return out;
        const double indent = text.mark.empty() ? 0 : text.size_pt * kIndent;
        out.words = lay_out(text, words, strong, width - indent);
        const auto page = rtl_ ? Direction::right_to_left : Direction::left_to_right;
        const bool rightwards = first_strong_direction(words, page) == Direction::left_to_right;
        if (indent > 0) {
            out.mark = lay_out(text, text.mark, {}, indent);
            pango_layout_set_auto_dir(out.mark.get(), FALSE);
            pango_layout_set_alignment(out.mark.get(),
                                       rightwards ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
            out.mark_x = rightwards ? x : x + width - indent;
        }
        place_lines(out, rightwards ? x + indent : x);
        return out;
    }

    static void place_lines(Column& column, double x) {
        PangoLayoutIter* at = pango_layout_get_iter(column.words.get());
        do {
            PangoRectangle extents;
            pango_layout_iter_get_line_extents(at, nullptr, &extents);
            column.lines.push_back({pango_layout_iter_get_line_readonly(at),
                                    x + in_points(extents.x), in_points(extents.height),
                                    in_points(pango_layout_iter_get_baseline(at) - extents.y)});
        } while (pango_layout_iter_next_line(at) != FALSE);
        pango_layout_iter_free(at);
    }

    /// How high a paragraph is, with the room over it.
    static double height_of(const Column& column, double above) {
        double height = above;
        for (const PlacedLine& line : column.lines) height += line.height;
        return height;
    }

    /// How many of them from `first` on stand below each other in `room`.
    static std::size_t filled(const std::vector<double>& heights, std::size_t first, double room) {
        std::size_t end = first;
        while (end < heights.size() && (room -= heights[end]) >= 0) ++end;
        return end;
    }

    /// As low as two columns can be that hold all from `first` on; at most `room`.
    static double height_of_columns(const std::vector<double>& heights, std::size_t first,
                                    double room) {
        constexpr double kStep = 4;
        double height = std::accumulate(heights.begin() + static_cast<std::ptrdiff_t>(first),
                                        heights.end(), 0.0) /
                        2;
        while (height < room &&
               filled(heights, filled(heights, first, height), height) < heights.size())
            height += kStep;
        return std::min(height, room);
    }

    void add_in_columns(std::span<const PrintedText> texts) {
        const double width = (kWidth - 2 * kMargin - kBetween) / 2;
        const double left = kMargin, right = kMargin + width + kBetween;
        std::vector<double> heights;
        for (const PrintedText& text : texts)
            heights.push_back(
                height_of(column(text, text.words, text.strong, 0, width), text.space_before_pt));
        for (std::size_t next = 0; next < texts.size();) {
            const double room = kHeight - kMargin - kFoot - y_;
            const double height = height_of_columns(heights, next, room), top = y_;
            double lowest = y_;
            const std::size_t before = next;
            for (const double x : {rtl_ ? right : left, rtl_ ? left : right}) {
                y_ = top;
                for (const std::size_t end = filled(heights, next, height); next < end; ++next) {
                    y_ += texts[next].space_before_pt;
                    draw_one(column(texts[next], texts[next].words, texts[next].strong, x, width));
                }
                lowest = std::max(lowest, y_);
            }
            y_ = lowest;
            if (next == texts.size()) return;
            if (next == before && top <= kMargin) return add(texts[next]);  // higher than a page
            next_page();
        }
    }

    /// Row by row: the lines of all columns that stand beside each other.
    void draw(const std::vector<Column>& columns) {
        for (std::size_t row = 0;; ++row) {
            double height = 0;
            for (const Column& column : columns)
                if (row < column.lines.size()) height = std::max(height, column.lines[row].height);
            if (height == 0) return;
            if (y_ + height > kHeight - kMargin - kFoot) next_page();
            for (const Column& column : columns)
                if (row < column.lines.size()) draw(column, row);
            y_ += height;
        }
    }

    void draw_one(Column column) {
        std::vector<Column> columns;
        columns.push_back(std::move(column));
        draw(columns);
    }

    void draw(const Column& column, std::size_t row) {
        const PlacedLine& line = column.lines[row];
        if (row == 0 && column.mark) {
            cairo_move_to(cairo_.get(), column.mark_x, y_);
            pango_cairo_show_layout(cairo_.get(), column.mark.get());
        }
        cairo_move_to(cairo_.get(), line.x, y_ + line.baseline);
        pango_cairo_show_layout_line(cairo_.get(), line.line);
    }

    ObjectPtr<PangoLayout> lay_out(const PrintedText& text, std::string words,
                                   const std::string& strong, double width) {
        ObjectPtr<PangoLayout> layout(pango_layout_new(context_.get()));
        const DescriptionPtr description(pango_font_description_new());
        pango_font_description_set_family_static(description.get(), kFamilies);
        pango_font_description_set_absolute_size(description.get(), pango_units(text.size_pt));
        pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(text.weight));
        pango_layout_set_font_description(layout.get(), description.get());
        pango_layout_set_width(layout.get(), pango_units(width));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(layout.get(), 1.15F);
        // Of the page's direction; Pango turns it round for a paragraph of the other one.
        pango_layout_set_alignment(layout.get(), rtl_ ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        if (!strong.empty()) words += (words.empty() ? "" : " ") + strong;
        const AttributesPtr attributes(pango_attr_list_new());
        PangoAttribute* bold = pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD);
        bold->start_index = static_cast<guint>(words.size() - strong.size());
        pango_attr_list_insert(attributes.get(), bold);
        if (!strong.empty()) pango_layout_set_attributes(layout.get(), attributes.get());
        pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
        base::wipe(words);
        return layout;
    }

    void rule() {
        cairo_set_source_rgb(cairo_.get(), 0.75, 0.75, 0.72);
        cairo_rectangle(cairo_.get(), kMargin, y_, kWidth - 2 * kMargin, 0.6);
        cairo_fill(cairo_.get());
        cairo_set_source_rgb(cairo_.get(), 0, 0, 0);
        y_ += 6;
    }

    void foot() {
        PrintedText text;
        text.words = foot_ + " · " + std::to_string(page_);
        text.size_pt = 8.5F;
        const ObjectPtr<PangoLayout> layout = lay_out(text, text.words, {}, kWidth - 2 * kMargin);
        cairo_move_to(cairo_.get(), kMargin, kHeight - kMargin + 8);
        pango_cairo_show_layout(cairo_.get(), layout.get());
    }

    void next_page() {
        foot();
        cairo_show_page(cairo_.get());
        ++page_;
        y_ = kMargin;
    }

    bool rtl_;
    const std::string& foot_;
    SurfacePtr surface_;
    CairoPtr cairo_;
    ObjectPtr<PangoContext> context_;
    double y_ = kMargin;
    int page_ = 1;
};

}  // namespace

namespace {

std::vector<PrintedText> smaller(std::vector<PrintedText> texts, float by) {
    for (PrintedText& text : texts) {
        text.size_pt *= by;
        text.space_before_pt *= by;
    }
    return texts;
}

void wipe(std::vector<PrintedText>& texts) {
    for (PrintedText& text : texts)
        for (std::string* words : {&text.words, &text.strong, &text.beside}) base::wipe(*words);
}

}  // namespace

base::Result<std::string> printed_pages(Fonts& fonts, const std::vector<PrintedText>& texts,
                                        Direction direction, const std::string& foot, Fit fit) {
    std::string whole;
    for (const float by : {1.0F, 0.95F, 0.9F, 0.86F}) {
        std::string out;
        auto sized = smaller(texts, by);
        Pages pages(fonts, direction, foot, out);
        pages.add(sized);
        wipe(sized);
        TRY(pages.finish());
        const bool fits = fit == Fit::as_it_is || pages.count() == 1;
        if (fits || whole.empty()) std::swap(out, whole);
        base::wipe(out);
        if (fits) return whole;
    }
    return whole;
}

}  // namespace candor::text
