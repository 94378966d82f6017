// A picture's file: what candor-decode does with it, without its confinement, and what packs read
// of its head.
#include <cmath>

#include "input.h"
#include "pack/page/picture_size.h"
#include "picture/decoding/decode.h"
#include "picture/decoding/look.h"
#include "picture/wire.h"

namespace candor::fuzz {
namespace {

using namespace picture;

void draw(const std::string& bytes, const ImageRequest& request) {
    ImageLimits limits;
    limits.max_pixels = 1'000'000;
    const auto image = decode(bytes, request, limits);
    if (!image) return;
    must(image->bytes.size() == std::size_t(stride_of(request.width_px, request.channels)) *
                                    std::size_t(request.height_px),
         "a picture is as large as was asked for");
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace candor;
    static const fuzz::Scratch scratch("picture");
    const std::string bytes(fuzz::text_of(data, size));
    scratch.write("picture", bytes);
    const auto file = scratch.folder() / "picture";
    fuzz::draw(bytes, {file, 48, 32, picture::Fit::contain, picture::Channels::colour, 4});
    if (size % 8 == 0)
        fuzz::draw(bytes, {file, 31, 48, picture::Fit::cover, picture::Channels::coverage, 0});
    if (const auto aspect = pack::aspect_of_picture(file))
        fuzz::must(std::isfinite(*aspect) && *aspect > 0, "a picture's shape is a number");
    picture::ImageLimits limits;
    limits.max_pixels = 1'000'000;
    if (const auto facts = picture::look(bytes, limits))
        fuzz::must(picture::read_facts(picture::to_text(*facts)).has_value(),
                   "facts survive the wire");
    return 0;
}
