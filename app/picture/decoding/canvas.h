#pragma once
#include <cairo.h>

#include <memory>

#include "base/geometry.h"
#include "picture/request.h"

namespace candor::picture {

struct SurfaceDestroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextDestroy {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDestroy>;
using Context = std::unique_ptr<cairo_t, ContextDestroy>;

/// Where a picture of w × h stands in a box so that it fits as CSS object-fit says.
inline base::Rect placed(double w, double h, int box_w, int box_h, Fit fit) {
    const double x = box_w / w, y = box_h / h;
    const double scale = fit == Fit::cover ? std::max(x, y) : std::min(x, y);
    return {float((box_w - w * scale) / 2), float((box_h - h * scale) / 2), float(w * scale),
            float(h * scale)};
}

}  // namespace candor::picture
