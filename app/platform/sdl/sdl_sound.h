#pragma once
#include <memory>

#include "platform/sound.h"

namespace candor::platform {

/// The machine's sound through SDL2, which is started with the first open() or is_there() and ended
/// with each close(). SDL's own hints choose the device (SDL_AUDIODRIVER).
std::unique_ptr<Sound> create_sdl_sound();

}  // namespace candor::platform
