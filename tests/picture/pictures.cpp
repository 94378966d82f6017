#include "pictures.h"

#include <stb_image_write.h>

namespace candor::picture {
namespace {

std::vector<std::uint8_t> quartered(int w, int h) {
    std::vector<std::uint8_t> rgb;
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x) {
            const bool red = x < w / 2 && y < h / 2;
            rgb.insert(rgb.end(), {std::uint8_t(red ? 255 : 0), 0, std::uint8_t(red ? 0 : 255)});
        }
    return rgb;
}

void append(void* out, void* data, int size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(data), std::size_t(size));
}

}  // namespace

std::string png_of(int w, int h) {
    std::string out;
    stbi_write_png_to_func(append, &out, w, h, 3, quartered(w, h).data(), w * 3);
    return out;
}

std::string jpeg_of(int w, int h) {
    std::string out;
    stbi_write_jpg_to_func(append, &out, w, h, 3, quartered(w, h).data(), 95);
    return out;
}

std::string exif(int orientation, bool little_endian) {
    const auto number = [&](unsigned value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i)
            out += char(value >> 8 * (little_endian ? i : bytes - 1 - i) & 0xFF);
        return out;
    };
    const std::string tiff = (little_endian ? "II" : "MM") + number(42, 2) + number(8, 4) +
                             number(2, 2) +  // entries: one before it, that means nothing here
                             number(0x0100, 2) + number(4, 2) + number(1, 4) + number(7, 4) +
                             number(0x0112, 2) + number(3, 2) + number(1, 4) +
                             number(unsigned(orientation), 2) + number(0, 2) + number(0, 4);
    return segment(0xE1, std::string("Exif\0\0", 6) + tiff);
}

}  // namespace candor::picture
