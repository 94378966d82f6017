#pragma once
#include <pango/pangocairo.h>

#include <memory>

namespace candor::text {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using ObjectPtr = std::unique_ptr<T, Unref>;

struct FreeDescription {
    void operator()(PangoFontDescription* it) const { pango_font_description_free(it); }
};
using DescriptionPtr = std::unique_ptr<PangoFontDescription, FreeDescription>;

struct UnrefAttributes {
    void operator()(PangoAttrList* it) const { pango_attr_list_unref(it); }
};
using AttributesPtr = std::unique_ptr<PangoAttrList, UnrefAttributes>;

struct DestroyOptions {
    void operator()(cairo_font_options_t* it) const { cairo_font_options_destroy(it); }
};
using OptionsPtr = std::unique_ptr<cairo_font_options_t, DestroyOptions>;

struct DestroySurface {
    void operator()(cairo_surface_t* it) const { cairo_surface_destroy(it); }
};
using SurfacePtr = std::unique_ptr<cairo_surface_t, DestroySurface>;

struct DestroyCairo {
    void operator()(cairo_t* it) const { cairo_destroy(it); }
};
using CairoPtr = std::unique_ptr<cairo_t, DestroyCairo>;

}  // namespace candor::text
