#include "kiosk/first_screen.h"

#include <sodium.h>
#include <zstd.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "base/files.h"

namespace candor::kiosk {
namespace {

// Of a screen that cannot be packed: an 8K display has 127 MB.
constexpr std::size_t kMostBytes = 160U << 20;
constexpr int kLevel = 1;  // higher ones save a tenth and cost twice as much

struct Head {
    std::uint64_t magic = 0x31534652444E4143;  // "CANDRFS1"
    std::uint64_t made_by = 0;
    std::int32_t width = 0, height = 0;

    bool operator==(const Head&) const = default;
};

std::uint64_t hash_of(std::string_view words) {
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(words.data()), words.size(), nullptr,
                       0);
    std::uint64_t number = 0;
    std::memcpy(&number, hash.data(), sizeof number);
    return number;
}

std::size_t bytes_of(const base::PixelView& view) {
    return static_cast<std::size_t>(view.width) * view.height * sizeof *view.pixels;
}

/// As every window has them; others are not worth the code.
bool is_in_one_piece(const base::PixelView& view) { return view.stride_px == view.width; }

/// Empty: it cannot be packed.
std::string packed(const Head& head, const std::vector<std::uint32_t>& pixels) {
    const std::size_t count = pixels.size() * sizeof pixels.front();
    std::string bytes(sizeof head + ZSTD_compressBound(count), '\0');
    std::memcpy(bytes.data(), &head, sizeof head);
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> packer(ZSTD_createCCtx(),
                                                                      ZSTD_freeCCtx);
    if (!packer) return {};
    ZSTD_CCtx_setParameter(packer.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(packer.get(), ZSTD_c_checksumFlag, 1);
    const std::size_t size = ZSTD_compress2(packer.get(), bytes.data() + sizeof head,
                                            bytes.size() - sizeof head, pixels.data(), count);
    if (ZSTD_isError(size) != 0) return {};
    bytes.resize(sizeof head + size);
    return bytes;
}

}  // namespace

FirstScreen::FirstScreen(std::filesystem::path file, std::string_view made_by)
    : file_(std::move(file)), made_by_(hash_of(made_by)) {}

bool FirstScreen::show(platform::Window& window) const {
    const auto pixels = window.pixels();
    if (!pixels || !unpack_into(*pixels)) return false;
    return window.present(std::array{base::IntRect{0, 0, pixels->width, pixels->height}})
        .has_value();
}

/// What is damaged is known only when all of it stands in `pixels`.
bool FirstScreen::unpack_into(const base::PixelView& pixels) const {
    const auto bytes = base::read_file(file_, kMostBytes);
    const Head expected{.made_by = made_by_, .width = pixels.width, .height = pixels.height};
    if (!bytes || bytes->size() < sizeof expected || !is_in_one_piece(pixels)) return false;
    Head head;
    std::memcpy(&head, bytes->data(), sizeof head);
    if (head != expected) return false;
    const std::size_t count = ZSTD_decompress(
        pixels.pixels, bytes_of(pixels), bytes->data() + sizeof head, bytes->size() - sizeof head);
    return count == bytes_of(pixels);
}

void FirstScreen::keep(platform::Window& window) {
    const auto pixels = window.pixels();
    if (!pixels || bytes_of(*pixels) == 0 || !is_in_one_piece(*pixels)) return;
    const Head head{.made_by = made_by_, .width = pixels->width, .height = pixels->height};
    const std::span all(pixels->pixels, bytes_of(*pixels) / sizeof *pixels->pixels);
    writer_.add([file = file_, head, copy = std::vector(all.begin(), all.end())] {
        const std::string bytes = packed(head, copy);
        const auto kept = base::read_file(file, kMostBytes);
        if (bytes.empty() || bytes.size() > kMostBytes || (kept && *kept == bytes)) return;
        static_cast<void>(base::write_file_atomically(file, bytes, base::Privacy::owner_only));
    });
}

}  // namespace candor::kiosk
