#include "pack/page/picture_size.h"

#include <cmath>
#include <fstream>
#include <string>

namespace candor::pack {
namespace {

// Most heads are short; a camera's notes, profiles and previews before the frame may not be.
constexpr std::size_t kFirstBytes = 64U << 10, kMostBytes = 16U << 20;

std::string first_bytes_of(const std::filesystem::path& file, std::size_t count) {
    std::string bytes(count, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

}  // namespace

std::optional<picture::Head> head_of_picture(const std::filesystem::path& file) {
    const std::string start = first_bytes_of(file, kFirstBytes);
    auto head = picture::read_head(start);
    if (head || start.size() < kFirstBytes) return head;
    return picture::read_head(first_bytes_of(file, kMostBytes));
}

std::optional<float> aspect_of_picture(const std::filesystem::path& file) {
    const auto head = head_of_picture(file);
    if (!head) return std::nullopt;
    const auto shape = static_cast<float>(head->width / head->height);
    if (!std::isfinite(shape) || shape <= 0) return std::nullopt;
    return shape;
}

}  // namespace candor::pack
