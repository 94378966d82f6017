#include "text/fonts.h"

#include <pango/pangofc-fontmap.h>

#include "text/fonts_impl.h"
#include "text/rasterise.h"

namespace candor::text {

FontId Fonts::Impl::id_of(PangoFont* font) {
    const auto [it, is_new] = ids.try_emplace(font, static_cast<FontId>(fonts.size()));
    if (is_new) fonts.emplace_back(static_cast<PangoFont*>(g_object_ref(font)));
    return it->second;
}

Fonts::Fonts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Fonts::~Fonts() = default;

base::Result<std::unique_ptr<Fonts>> Fonts::create(const std::filesystem::path& root) {
    auto config = TRY(private_config(root));
    auto impl = std::make_unique<Impl>();
    impl->config = std::move(config);
    // Before the font map, whose constructor starts a thread that would load the system's fonts.
    FcConfigSetCurrent(impl->config.get());
    impl->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (!impl->map) {
        return base::fail(base::FaultKind::internal, "pango", "built without FreeType support");
    }
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(impl->map.get()), impl->config.get());
    impl->proportions = read_proportions(root);
    return std::unique_ptr<Fonts>(new Fonts(std::move(impl)));
}

GlyphBitmap Fonts::rasterise(FontId font, std::uint32_t glyph, int quarter) const {
    PangoFont* pango_font = impl_->font(font);
    return pango_font != nullptr ? text::rasterise(pango_font, glyph, quarter) : GlyphBitmap{};
}

float Fonts::size_px(FontId font) const {
    PangoFont* pango_font = impl_->font(font);
    if (pango_font == nullptr) return 0;
    const DescriptionPtr description(pango_font_describe_with_absolute_size(pango_font));
    return static_cast<float>(pango_font_description_get_size(description.get())) / PANGO_SCALE;
}

}  // namespace candor::text
