#pragma once
#include <memory>
#include <optional>

#include "base/result.h"
#include "text/fonts.h"

namespace candor::kiosk {

/// Fonts that were read while the window was being opened; empty: not yet.
using FontsAhead = std::optional<base::Result<std::unique_ptr<text::Fonts>>>;

/// Reads the fonts, and opens those that the first screen is written in, at the size that they have
/// on a 1080 px wide panel: elsewhere their files are open at least. On any thread; what comes of
/// it is used on one at a time.
FontsAhead read_fonts_ahead();

}  // namespace candor::kiosk
