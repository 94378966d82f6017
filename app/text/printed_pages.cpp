#include "text/printed_pages.h"

#include <cairo-pdf.h>

#include <cmath>

#include "base/secret_string.h"
#include "text/fonts_impl.h"

namespace candor::text {
namespace {

constexpr double kWidth = 595.276, kHeight = 841.89;  // A4 in points
constexpr double kMargin = 56, kFoot = 34;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

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
        const ObjectPtr<PangoLayout> layout = lay_out(text);
        PangoLayoutIter* lines = pango_layout_get_iter(layout.get());
        do {
            PangoRectangle extents;
            pango_layout_iter_get_line_extents(lines, nullptr, &extents);
            const double height = static_cast<double>(extents.height) / PANGO_SCALE;
            if (y_ + height > kHeight - kMargin - kFoot) next_page();
            const double baseline =
                static_cast<double>(pango_layout_iter_get_baseline(lines) - extents.y) /
                PANGO_SCALE;
            cairo_move_to(cairo_.get(), kMargin + static_cast<double>(extents.x) / PANGO_SCALE,
                          y_ + baseline);
            pango_cairo_show_layout_line(cairo_.get(), pango_layout_iter_get_line_readonly(lines));
            y_ += height;
        } while (pango_layout_iter_next_line(lines) != FALSE);
        pango_layout_iter_free(lines);
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
    ObjectPtr<PangoLayout> lay_out(const PrintedText& text) {
        ObjectPtr<PangoLayout> layout(pango_layout_new(context_.get()));
        const DescriptionPtr description(pango_font_description_new());
        pango_font_description_set_family_static(description.get(), kFamilies);
        pango_font_description_set_absolute_size(description.get(), pango_units(text.size_pt));
        pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(text.weight));
        pango_layout_set_font_description(layout.get(), description.get());
        pango_layout_set_width(layout.get(), pango_units(kWidth - 2 * kMargin));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(layout.get(), 1.15F);
        std::string words = text.words;
        if (!text.strong.empty()) words += (words.empty() ? "" : " ") + text.strong;
        const AttributesPtr attributes(pango_attr_list_new());
        PangoAttribute* strong = pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD);
        strong->start_index = static_cast<guint>(words.size() - text.strong.size());
        pango_attr_list_insert(attributes.get(), strong);
        if (!text.strong.empty()) pango_layout_set_attributes(layout.get(), attributes.get());
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
        const ObjectPtr<PangoLayout> layout = lay_out(text);
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
