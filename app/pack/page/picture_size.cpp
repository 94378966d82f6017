#include "pack/page/picture_size.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include "pack/page/picture_head.h"

namespace candor::pack {
namespace {

constexpr std::size_t kHeadBytes = 64U << 10;

std::string first_bytes_of(const std::filesystem::path& file) {
    std::string head(kHeadBytes, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    return head;
}

std::optional<float> ratio(double width, double height) {
    if (!(width > 0) || !(height > 0)) return std::nullopt;
    const auto shape = static_cast<float>(width / height);
    if (!std::isfinite(shape) || shape <= 0) return std::nullopt;  // SVG may say width="inf"
    return shape;
}

std::optional<float> of_png(std::string_view head) {
    if (head.size() < 24) return std::nullopt;
    return ratio(big_endian(head, 16, 4), big_endian(head, 20, 4));
}

std::optional<float> of_jpeg(std::string_view head) {
    const auto size = jpeg_size(head);
    return size ? ratio(size->width, size->height) : std::nullopt;
}

double attribute(std::string_view tag, std::string_view name) {
    const std::string start = " " + std::string(name) + "=\"";
    const std::size_t at = tag.find(start);
    return at == std::string_view::npos ? 0 : std::strtod(tag.data() + at + start.size(), nullptr);
}

std::optional<float> of_svg(const std::string& head) {
    const std::size_t open = head.find("<svg");
    if (open == std::string::npos) return std::nullopt;
    const std::string tag = head.substr(open, head.find('>', open) - open);
    constexpr std::string_view kBox = "viewBox=\"";
    const std::size_t box = tag.find(kBox);
    if (box == std::string::npos) return ratio(attribute(tag, "width"), attribute(tag, "height"));
    std::array<double, 4> numbers{};
    const char* at = tag.c_str() + box + kBox.size();
    for (double& number : numbers) {
        while (*at == ' ' || *at == ',') ++at;
        char* end = nullptr;
        number = std::strtod(at, &end);
        at = end;
    }
    return ratio(numbers[2], numbers[3]);
}

}  // namespace

std::optional<float> aspect_of_picture(const std::filesystem::path& file) {
    const std::string head = first_bytes_of(file);
    if (head.starts_with("\x89PNG")) return of_png(head);
    if (head.starts_with("\xFF\xD8")) return of_jpeg(head);
    return of_svg(head);
}

}  // namespace candor::pack
