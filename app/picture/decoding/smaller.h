#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "picture/request.h"

namespace candor::picture {

/// The same picture, a PNG or JPEG as it was, upright and with `longest_px` on its longer side; the
/// same bytes for the same bytes. Faults: those of decode(); unsupported (a drawing).
base::Result<std::string> smaller(std::string_view bytes, int longest_px,
                                  const ImageLimits& limits);

}  // namespace candor::picture
