#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "paint/image_store.h"
#include "picture/decoder_process.h"

namespace candor::paint {

using picture::DecoderProcess;

/// Decoded pictures on the disk, so that a start shows its first picture without decoding it: a
/// file each, named by what its picture is of (the source's bytes, size, fit, channels, corners,
/// and the decoder's own file). Each carries a checksum; what is damaged, cut or of another build
/// is decoded anew and replaced. Which pictures a visitor looked at is nobody's business: those are
/// asked for with Keep::no. Any thread.
class KeptPictures {
  public:
    struct Found {
        std::optional<DecoderProcess::Decoded> decoded;  ///< nothing: it is not kept, or not whole
        std::filesystem::path file;  ///< where it belongs; empty: it is not kept
    };

    /// An empty `folder`: keeps nothing. One that cannot be written costs only the time to decode.
    KeptPictures(std::filesystem::path folder, const std::filesystem::path& decoder,
                 std::size_t max_bytes = kMaxBytes);

    /// Faults: those of `open`, which is asked even for what is kept.
    base::Result<Found> find(const ImageRequest& request, const ImageLimits& limits,
                             const OpenPicture& open) const;
    /// Writes what was decoded to the `file` that find() gave, and waits for the disk.
    void keep(const std::filesystem::path& file, const ImageRequest& request,
              const DecoderProcess::Decoded& decoded);
    bool has_any() const;

    /// Of all files together; the oldest go beyond it. A picture of more than a third of it is not
    /// kept: on the largest displays each of the three first ones has 20 MB.
    static constexpr std::size_t kMaxBytes = 64U << 20;

  private:
    std::optional<DecoderProcess::Decoded> read(const std::filesystem::path& file,
                                                const ImageRequest& request) const;
    void make_room(std::size_t bytes);
    std::string name_of(const ImageRequest& request, std::string_view source) const;

    const std::filesystem::path folder_;
    const std::size_t max_bytes_;
    std::string decoder_;  ///< when its file was written, and how long it is
};

}  // namespace candor::paint
