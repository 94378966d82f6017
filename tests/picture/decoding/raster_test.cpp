#include "picture/decoding/raster.h"

#include <gtest/gtest.h>

#include <string>

namespace candor::picture {
namespace {

std::string chunk(const std::string& length, const std::string& type, const std::string& data) {
    return length + type + data + "crc!";
}

std::string detail_of(const std::string& png) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 8, 8));
    const Context canvas(cairo_create(surface.get()));
    const auto drawn = draw_raster(png, {"a.png", 8, 8, {}, {}, 0}, {}, canvas.get());
    return drawn ? "" : drawn.error().detail;
}

}  // namespace

TEST(Raster, png_chunk_longer_than_its_file_takes_no_memory) {
    const std::string start("\x89PNG\r\n\x1A\n", 8);
    const auto head = chunk(std::string("\0\0\0\x0D", 4), "IHDR",
                            std::string("\0\0\0\x09\0\0\0\x02\x01\0\0\0\0", 13));
    EXPECT_EQ(detail_of(start + head + chunk("url(", "IDAT", "x")),
              "a chunk that is longer than the file");
    EXPECT_NE(detail_of(start + head + chunk(std::string("\0\0\0\1", 4), "IDAT", "x")),
              "a chunk that is longer than the file");
}

TEST(Raster, last_png_chunk_without_its_check_takes_no_memory_either) {
    const std::string start("\x89PNG\r\n\x1A\n", 8);
    const auto head = chunk(std::string("\0\0\0\x0D", 4), "IHDR",
                            std::string("\0\0\0\4\0\0\0\3\x08\6\0\0\0", 13));
    EXPECT_EQ(detail_of(start + head + "tRNS" + "IDAT" + "x"),
              "a chunk that is longer than the file");
}

}  // namespace candor::picture
