#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

enum class PictureKind { png, jpeg, svg, unknown };

/// What the bytes of a picture's file tell without decoding it.
struct PictureFacts {
    PictureKind kind = PictureKind::unknown;
    std::uintmax_t bytes = 0;
    std::uint32_t width = 0, height = 0;  ///< pixels; 0 for an SVG
    bool whole = false;  ///< has its size, and its end where the format says that it ends
    std::vector<std::string> outside;  ///< of an SVG: what it asks for from elsewhere
    bool has_text = false;             ///< of an SVG: letters that no one can translate
    bool has_script = false;           ///< of an SVG
};

/// Reads at most 16 MiB. Nothing when the file cannot be read.
std::optional<PictureFacts> facts_of_picture(const std::filesystem::path& file);

}  // namespace candor::pack
