#include "pack/package/shrunk_pictures.h"

#include <vector>

#include "base/files.h"
#include "base/places.h"
#include "pack/folder/folder.h"
#include "pack/page/picture_size.h"
#include "picture/decoder_process.h"

namespace candor::pack {
namespace {

/// Twice the pixels of a 4K display's longer side would not be seen.
constexpr int kLongestSide = 4096;
bool is_large(const picture::Head& head) {
    return !head.is_drawing && is_shrunk(std::int64_t(head.width), std::int64_t(head.height));
}

}  // namespace

base::Result<std::map<std::string, ShrunkPicture>> shrink_pictures(
    const std::filesystem::path& folder, const std::vector<PackageFile>& files) {
    std::map<std::string, ShrunkPicture> shrunk;
    picture::DecoderProcess decoder(base::default_places().decoder, -1, base::open_file);
    picture::ImageLimits limits;
    limits.max_pixels = kMostPixelsToShrink;
    limits.max_time = std::chrono::minutes(1);
    for (const auto& file : files) {
        const auto path = folder / file.path;
        if (!is_picture_name(file.path)) continue;
        const auto before = head_of_picture(path);
        if (!before || !is_large(*before)) continue;
        auto bytes = TRY(decoder.smaller(path, kLongestSide, limits));
        const auto after = picture::read_head(bytes);
        if (!after)
            return base::fail(base::FaultKind::internal, file.path, "it cannot be made smaller");
        shrunk[file.path] = {std::move(bytes), int(before->width), int(before->height),
                             int(after->width), int(after->height)};
    }
    return shrunk;
}

}  // namespace candor::pack
