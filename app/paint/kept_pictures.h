#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "paint/decoder_process.h"

namespace candor::paint {

/// Whether a picture may outlive the program on the disk.
enum class Keep { no, yes };

/// Decoded pictures on the disk, so that a start shows its first picture without decoding it: a
/// file each, named by what its picture is of (the source's bytes, size, fit, channels, corners,
/// and the decoder's own file). Each carries a checksum; what is damaged, cut or of another build
/// is decoded anew and replaced. Which pictures a visitor looked at is nobody's business: those are
/// asked for with Keep::no. Any thread.
class KeptPictures {
  public:
    using Decode = std::function<base::Result<DecoderProcess::Decoded>()>;

    /// An empty `folder`: keeps nothing. One that cannot be written costs only the time to decode.
    KeptPictures(std::filesystem::path folder, const std::filesystem::path& decoder,
                 std::size_t max_bytes = kMaxBytes);

    /// The kept picture, or what `decode` gives, which is kept then where it may be. Faults: those
    /// of `open` and of `decode`.
    base::Result<DecoderProcess::Decoded> picture(const ImageRequest& request,
                                                  const ImageLimits& limits,
                                                  const OpenPicture& open, Keep keep,
                                                  const Decode& decode);
    bool has_any() const;

    /// Of all files together; the oldest go beyond it.
    static constexpr std::size_t kMaxBytes = 64U << 20;

  private:
    std::optional<DecoderProcess::Decoded> read(const std::filesystem::path& file,
                                                const ImageRequest& request) const;
    void write(const std::filesystem::path& file, const ImageRequest& request,
               const DecoderProcess::Decoded& decoded);
    void make_room(std::size_t bytes);
    std::string name_of(const ImageRequest& request, std::string_view source) const;

    const std::filesystem::path folder_;
    const std::size_t max_bytes_;
    std::string decoder_;  ///< when its file was written, and how long it is
};

}  // namespace candor::paint
