#pragma once
#include <zbar.h>

#include <cstdint>
#include <string>
#include <vector>

namespace candor::qr {

/// A picture in shades of grey, row by row: 0 is black.
struct GreyPicture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> shades;

    std::uint8_t at(int x, int y) const { return shades[static_cast<std::size_t>(y * width + x)]; }
};

/// What zbar reads in it; empty: no code, or more than one.
inline std::string read_code(const GreyPicture& picture) {
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::Image image(static_cast<unsigned>(picture.width), static_cast<unsigned>(picture.height),
                      "Y800", picture.shades.data(), picture.shades.size());
    if (scanner.scan(image) != 1) return {};
    return image.symbol_begin()->get_data();
}

/// As a camera sees it that has so many pixels for `width` of these: each the mean of what falls on
/// it.
inline GreyPicture seen_at(const GreyPicture& picture, double scale) {
    GreyPicture seen;
    seen.width = static_cast<int>(picture.width * scale);
    seen.height = static_cast<int>(picture.height * scale);
    constexpr int kParts = 4;  // of a pixel, across and down
    for (int y = 0; y < seen.height; ++y) {
        for (int x = 0; x < seen.width; ++x) {
            int sum = 0;
            for (int part = 0; part < kParts * kParts; ++part) {
                const double fx = x + (part % kParts + 0.5) / kParts;
                const double fy = y + (part / kParts + 0.5) / kParts;
                sum += picture.at(static_cast<int>(fx / scale), static_cast<int>(fy / scale));
            }
            seen.shades.push_back(static_cast<std::uint8_t>(sum / (kParts * kParts)));
        }
    }
    return seen;
}

}  // namespace candor::qr
