#pragma once
#include <pixman.h>

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "base/geometry.h"
#include "paint/draw_item.h"

namespace candor::paint {

struct PixmanUnref {
    void operator()(pixman_image_t* image) const { pixman_image_unref(image); }
};
using PixmanImage = std::unique_ptr<pixman_image_t, PixmanUnref>;

/// Composites items onto opaque x8r8g8b8 pixels with pixman. Every pixel comes out the same
/// whichever area it is painted with.
class Compositor {
  public:
    /// Everything painted until the next begin() goes to `target` and takes its textures from
    /// `frame`; both must stay alive.
    void begin(base::PixelView target, const DrawFrame& frame);
    /// Black, for what no item covers.
    void clear(const base::IntRect& area);
    /// The part of `item` that lies in `area`.
    void paint(const DrawItem& item, const base::IntRect& area);

  private:
    struct Cut {
        base::IntRect box;
        int u, v;
    };
    struct Wrapped {
        Texture texture;
        PixmanImage image;
    };
    pixman_image_t* solid(std::uint32_t colour);
    pixman_image_t* wrapped(int texture);
    std::uint8_t* scratch(int width, int height, int bytes_a_pixel, int& stride);
    void over(pixman_image_t* source, pixman_image_t* mask, const Cut& cut, int sx, int sy, int mx,
              int my);
    void fill(const Cut& cut, std::uint32_t colour);
    void coverage(const DrawItem& item, const Cut& cut);
    void colour(const DrawItem& item, const Cut& cut);
    void spread_rows(const DrawItem& item, const Cut& cut);
    void scaled(const DrawItem& item, const Cut& cut);
    void mesh(const DrawItem& item, const Cut& cut);

    base::PixelView target_;
    const DrawFrame* frame_ = nullptr;
    PixmanImage destination_;
    std::unordered_map<std::uint32_t, PixmanImage> solids_;
    std::uint32_t last_colour_ = 0;
    pixman_image_t* last_solid_ = nullptr;
    std::unordered_map<std::intptr_t, Wrapped> wrapped_;  ///< by texture number
    std::vector<pixman_image_t*> of_frame_;               ///< by index into the frame's textures
    std::vector<std::uint32_t> scratch_;
};

}  // namespace candor::paint
