#pragma once
#include <fontconfig/fontconfig.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"

namespace candor::text {

/// The families in the order in which they are tried.
constexpr const char* kFamilies = "Inter,Noto Naskh Arabic,Noto Sans,Noto Color Emoji";

struct DestroyConfig {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using ConfigPtr = std::unique_ptr<FcConfig, DestroyConfig>;

/// A fontconfig configuration that knows our font files under `root` and nothing else.
/// Faults: not_found names the first file that is missing and the Debian package that has it.
base::Result<ConfigPtr> private_config(const std::filesystem::path& root);

/// Where the files of the font set lie, whether they are there or not.
std::vector<std::filesystem::path> font_paths(const std::filesystem::path& root);

/// Inter's vertical measures as shares of the font size, y up from the baseline.
struct Proportions {
    float ascent = 0, descent = 0, x_height = 0;
    float underline_position = 0, underline_thickness = 0;
};
Proportions read_proportions(const std::filesystem::path& root);

}  // namespace candor::text
