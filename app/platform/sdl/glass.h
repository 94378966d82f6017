#pragma once
#include <SDL.h>

#include <span>
#include <thread>
#include <vector>

#include "base/result.h"
#include "platform/rotation.h"

namespace candor::platform {

/// The pixels of an SDL window, and the picture on them. The picture is the window's own surface
/// if nothing is turned and the surface is x8r8g8b8; else it is a buffer that present() turns and
/// converts. `window` must outlive it.
class Glass {
  public:
    Glass(SDL_Window* window, Rotation rotation);
    ~Glass();
    Glass(const Glass&) = delete;
    Glass& operator=(const Glass&) = delete;

    /// Starts to page in the surface beside other work: 8 MB of first touches cost a start 8 ms.
    void warm_up();
    base::Result<base::PixelView> pixels();
    base::Result<void> present(std::span<const base::IntRect> changed);
    /// In pixels; of the window and of the picture.
    Extent glass() const;
    Extent picture() const { return turned(glass(), rotation_); }

  private:
    base::Result<SDL_Surface*> surface();
    bool is_direct(const SDL_Surface& surface) const;
    base::PixelView fitted(std::vector<std::uint32_t>& buffer, Extent extent) const;
    void carry(base::IntRect in_picture, base::IntRect on_glass, SDL_Surface& surface);

    SDL_Window* window_;
    Rotation rotation_;
    std::vector<std::uint32_t> picture_;  ///< as people see it
    std::vector<std::uint32_t> turned_;   ///< as the glass lies, for surfaces of another format
    std::thread warm_up_;
};

}  // namespace candor::platform
