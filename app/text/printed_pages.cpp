#include "text/printed_pages.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>

#include "base/secret_string.h"
#include "text/direction.h"
#include "text/fonts_impl.h"

namespace candor::text {
namespace {

constexpr double kWidth = 595.276, kHeight = 841.89;  // A4 in points
constexpr double kMargin = 56, kFoot = 34, kBetween = 22;
constexpr double kIndent = 1.9;  // of a mark, in its sizes

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

    base::Result<void> finish() {
        foot();
        cairo_show_page(cairo_.get());
        cairo_surface_finish(surface_.get());
        const cairo_status_t status = cairo_surface_status(surface_.get());
        if (status == CAIRO_STATUS_SUCCESS) return {};
        return base::fail(base::FaultKind::internal, "cairo", cairo_status_to_string(status));
    }

  private:
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

base::Result<std::string> printed_pages(Fonts& fonts, const std::vector<PrintedText>& texts,
                                        Direction direction, const std::string& foot) {
    std::string out;
    Pages pages(fonts, direction, foot, out);
    for (const PrintedText& text : texts) pages.add(text);
    TRY(pages.finish());
    return out;
}

}  // namespace candor::text
