#include "picture/head.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "picture/svg_head.h"

namespace candor::picture {
namespace {

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1A\n";

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

enum class Order { big, little };

/// 0 where the bytes end before.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count,
                     Order order = Order::big) {
    if (at > bytes.size() || bytes.size() - at < count) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | byte_at(bytes, at + (order == Order::big ? i : count - 1 - i));
    return value;
}

/// Of a TIFF header with its first directory.
int orientation_of(std::string_view tiff) {
    constexpr std::uint32_t kOrientation = 0x0112;
    if (tiff.size() < 8) return 1;
    const Order order = tiff.starts_with("II") ? Order::little : Order::big;
    const std::size_t start = number(tiff, 4, 4, order);
    const std::size_t count = number(tiff, start, 2, order);
    for (std::size_t i = 0; i < count && start + 2 + 12 * i < tiff.size(); ++i) {
        const std::size_t entry = start + 2 + 12 * i;
        if (number(tiff, entry, 2, order) != kOrientation) continue;
        const auto value = static_cast<int>(number(tiff, entry + 8, 2, order));
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

std::optional<Head> turned(Head head) {
    if (!(head.width > 0) || !(head.height > 0)) return std::nullopt;
    if (lies_on_its_side(head.orientation)) std::swap(head.width, head.height);
    return head;
}

std::optional<Head> head_of_png(std::string_view bytes) {
    if (bytes.size() < 24) return std::nullopt;
    Head head{double(number(bytes, 16, 4)), double(number(bytes, 20, 4)), 1,
              bytes.size() > 24 ? int(byte_at(bytes, 24)) : 8};
    for (std::size_t at = kPngSignature.size(); at + 8 <= bytes.size();) {
        const std::size_t size = number(bytes, at, 4);
        const auto name = bytes.substr(at + 4, 4);
        if (name == "IDAT" || size > bytes.size()) break;
        if (name == "eXIf") head.orientation = orientation_of(bytes.substr(at + 8, size));
        at += 12 + size;
    }
    return turned(head);
}

/// From segment to segment; 0xFF may be repeated before each (B.1.1.2), and stb_image passes over
/// whatever else stands between two.
std::optional<Head> head_of_jpeg(std::string_view bytes) {
    Head head;
    for (std::size_t at = bytes.find('\xFF', 2); at != std::string_view::npos;
         at = bytes.find('\xFF', at)) {
        at = bytes.find_first_not_of('\xFF', at);
        if (at == std::string_view::npos) break;
        const unsigned marker = byte_at(bytes, at++);
        if (marker <= 1 || (marker >= 0xD0 && marker <= 0xD8)) continue;
        const std::size_t length = number(bytes, at, 2);
        if (marker == 0xD9 || marker == 0xDA || length < 2) break;
        const auto data = bytes.substr(at + 2, length - 2);
        if (marker == 0xE1 && data.starts_with(std::string_view("Exif\0\0", 6)))
            head.orientation = orientation_of(data.substr(6));
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
            marker != 0xCC) {
            if (data.size() < 6) break;
            head.height = number(data, 1, 2);
            head.width = number(data, 3, 2);
            head.channels = byte_at(data, 5);
            // EXIF stands before the frame (EXIF 4.5.5); what follows cannot turn it.
            return turned(head);
        }
        at += length;
        if (at > bytes.size()) break;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Head> read_head(std::string_view bytes) {
    if (bytes.starts_with(kPngSignature)) return head_of_png(bytes);
    if (bytes.starts_with("\xFF\xD8\xFF")) return head_of_jpeg(bytes);
    const auto size = svg_size(bytes);
    if (!size || !(size->width > 0) || !(size->height > 0)) return std::nullopt;
    return Head{.width = size->width, .height = size->height, .is_drawing = true};
}

std::string_view format_of(std::string_view bytes) {
    struct Sign {
        std::size_t at;
        std::string_view bytes, name;
    };
    static constexpr std::array<Sign, 17> kSigns{{{0, "\x89PNG", "PNG"},
                                                  {0, "\xFF\xD8\xFF", "JPEG"},
                                                  {0, "GIF8", "GIF"},
                                                  {8, "WEBP", "WebP"},
                                                  {0, "BM", "BMP"},
                                                  {0, std::string_view("II*\0", 4), "TIFF"},
                                                  {0, std::string_view("MM\0*", 4), "TIFF"},
                                                  {4, "ftypheic", "HEIC"},
                                                  {4, "ftypheix", "HEIC"},
                                                  {4, "ftypmif1", "HEIC"},
                                                  {4, "ftypavif", "AVIF"},
                                                  {0, "%PDF", "PDF"},
                                                  {0, "8BPS", "Photoshop"},
                                                  {0, "\x1F\x8B", "compressed SVG (SVGZ)"},
                                                  {0, "PK\x03\x04", "ZIP or Office"},
                                                  {0, "%!PS", "PostScript"},
                                                  {4, "ftyp", "film (MP4)"}}};
    for (const auto& sign : kSigns)
        if (bytes.size() >= sign.at && bytes.substr(sign.at).starts_with(sign.bytes))
            return sign.name;
    return {};
}

}  // namespace candor::picture
