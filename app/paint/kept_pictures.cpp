#include "paint/kept_pictures.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/files.h"
#include "paint/hash.h"
#include "picture/wire.h"

namespace candor::paint {
namespace {

namespace fs = std::filesystem;
using Decoded = DecoderProcess::Decoded;

struct KeptHead {
    std::uint64_t magic = 0x31504B52444E4143;  // "CANDRKP1"
    std::uint64_t checksum = 0;                // of the pixels
    std::uint64_t bytes = 0;
    std::uint64_t opaque = 0;
};

std::uint64_t checksum_of(const std::uint8_t* bytes, std::size_t count) {
    std::uint64_t sum = count;
    std::uint64_t word = 0;
    for (; count >= sizeof word; bytes += sizeof word, count -= sizeof word) {
        std::memcpy(&word, bytes, sizeof word);
        sum = mix(sum, word);
    }
    word = 0;
    std::memcpy(&word, bytes, count);
    return mix(sum, word);
}

std::size_t bytes_of(const ImageRequest& request) {
    return std::size_t(stride_of(request.width_px, request.channels)) *
           std::size_t(request.height_px);
}

}  // namespace

KeptPictures::KeptPictures(fs::path folder, const fs::path& decoder, std::size_t max_bytes)
    : folder_(std::move(folder)), max_bytes_(max_bytes) {
    if (!folder_.empty()) decoder_ = base::stamp_of(decoder);
}

bool KeptPictures::has_any() const {
    if (folder_.empty()) return false;
    const auto entries = base::entries_of(folder_);
    return entries && !entries->empty();
}

std::string KeptPictures::name_of(const ImageRequest& r, std::string_view source) const {
    const std::array<std::int32_t, 5> shape{r.width_px, r.height_px, static_cast<int>(r.fit),
                                            static_cast<int>(r.channels), r.corner_radius_px};
    crypto_generichash_state state;
    std::array<unsigned char, 20> hash{};
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(shape.data()),
                              sizeof shape);
    for (const std::string_view part : {std::string_view(decoder_), source})
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()),
                                  part.size());
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::array<char, 2 * hash.size() + 1> hex{};
    return sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
}

base::Result<KeptPictures::Found> KeptPictures::find(const ImageRequest& request,
                                                     const ImageLimits& limits,
                                                     const OpenPicture& open) const {
    if (folder_.empty()) return Found{};
    const auto file = TRY(open(request.path, limits.max_file_bytes));
    const auto source = TRY(base::read_bytes(file.descriptor, file.bytes, request.path.string()));
    const fs::path kept = folder_ / name_of(request, source);
    return Found{read(kept, request), kept};
}

std::optional<Decoded> KeptPictures::read(const fs::path& file, const ImageRequest& request) const {
    const std::size_t expected = bytes_of(request);
    const auto bytes = base::read_file(file, sizeof(KeptHead) + expected);
    if (!bytes || bytes->size() != sizeof(KeptHead) + expected) return std::nullopt;
    KeptHead head;
    std::memcpy(&head, bytes->data(), sizeof head);
    const auto* pixels = reinterpret_cast<const std::uint8_t*>(bytes->data()) + sizeof head;
    if (head.magic != KeptHead{}.magic || head.bytes != expected ||
        head.checksum != checksum_of(pixels, expected))
        return std::nullopt;
    return Decoded{{pixels, pixels + expected}, head.opaque != 0};
}

void KeptPictures::keep(const fs::path& file, const ImageRequest& request, const Decoded& decoded) {
    const std::size_t expected = bytes_of(request);
    if (decoded.bytes.size() != expected || expected > max_bytes_ / 3) return;
    if (!base::ensure_folder(folder_)) return;
    make_room(sizeof(KeptHead) + expected);
    KeptHead head;
    head.bytes = expected;
    head.opaque = decoded.opaque ? 1 : 0;
    head.checksum = checksum_of(decoded.bytes.data(), expected);
    std::string bytes(sizeof head + expected, '\0');
    std::memcpy(bytes.data(), &head, sizeof head);
    std::memcpy(bytes.data() + sizeof head, decoded.bytes.data(), expected);
    // A full or read-only disk: it is decoded at the next start as well.
    (void)base::write_file_atomically(file, bytes, base::Privacy::owner_only);
}

void KeptPictures::make_room(std::size_t bytes) {
    auto entries = base::entries_of(folder_);
    if (!entries) return;
    struct Kept {
        fs::path path;
        fs::file_time_type written;
        std::size_t bytes;
    };
    std::vector<Kept> all;
    std::size_t total = bytes;
    for (const auto& entry : *entries) {
        std::error_code error;
        all.push_back({entry.path(), fs::last_write_time(entry.path(), error),
                       static_cast<std::size_t>(fs::file_size(entry.path(), error))});
        if (error) all.back().bytes = 0;
        total += all.back().bytes;
    }
    std::sort(all.begin(), all.end(),
              [](const Kept& a, const Kept& b) { return a.written < b.written; });
    for (const auto& oldest : all) {
        if (total <= max_bytes_) return;
        std::error_code error;
        fs::remove(oldest.path, error);
        total -= oldest.bytes;
    }
}

}  // namespace candor::paint
