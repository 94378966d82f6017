#include "speech/recorded/opus_recording.h"

#include <opusfile.h>

#include <array>

namespace candor::speech {
namespace {

using base::FaultKind;

constexpr std::int64_t kSamplesAMs = kRecordingHz / 1000;
constexpr std::size_t kFrames = 5760;  // 120 ms, the longest packet

std::int16_t middle_of(std::int16_t left, std::int16_t right) {
    return static_cast<std::int16_t>((left + right) / 2);
}

tl::unexpected<base::Fault> damaged(const char* why) {
    return base::fail(FaultKind::damaged, "recording", why);
}

}  // namespace

struct OpusRecording::File {
    std::string bytes;  ///< that `ogg` reads
    OggOpusFile* ogg = nullptr;

    explicit File(std::string all) : bytes(std::move(all)) {}
    ~File() {
        if (ogg != nullptr) op_free(ogg);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    /// The next frames, in stereo; 0 at the end. A hole or a packet that cannot be decoded is a
    /// fault: op_read_stereo() returns less than 0.
    int read(std::array<opus_int16, 2 * kFrames>& stereo) {
        return op_read_stereo(ogg, stereo.data(), static_cast<int>(stereo.size()));
    }
};

OpusRecording::OpusRecording(std::unique_ptr<File> file) : file_(std::move(file)) {}
OpusRecording::~OpusRecording() = default;
OpusRecording::OpusRecording(OpusRecording&&) noexcept = default;
OpusRecording& OpusRecording::operator=(OpusRecording&&) noexcept = default;

base::Result<OpusRecording> OpusRecording::open(std::string bytes) {
    if (bytes.size() > kMaxRecordingBytes)
        return base::fail(FaultKind::too_large, "recording", "it is over 4 MiB");
    auto file = std::make_unique<File>(std::move(bytes));
    int error = 0;
    // The library takes bytes as unsigned; they live as long as `file`.
    file->ogg = op_open_memory(reinterpret_cast<const unsigned char*>(file->bytes.data()),
                               file->bytes.size(), &error);
    if (file->ogg == nullptr) return damaged("it is no Opus in Ogg");
    if (op_link_count(file->ogg) != 1) return damaged("it is several recordings in one");
    const ogg_int64_t total = op_pcm_total(file->ogg, -1);
    if (total <= 0) return damaged("it has no end, or nothing before it");
    if (total / kSamplesAMs > kMaxRecordingMs)
        return base::fail(FaultKind::too_large, "recording", "it is over 30 minutes");
    return OpusRecording(std::move(file));
}

std::int64_t OpusRecording::length_ms() const { return op_pcm_total(file_->ogg, -1) / kSamplesAMs; }

base::Result<std::vector<std::int16_t>> OpusRecording::samples(std::int64_t begin_ms,
                                                               std::int64_t end_ms) {
    if (begin_ms < 0 || end_ms <= begin_ms || end_ms > length_ms())
        return damaged("it ends before the sentence does");
    if (end_ms - begin_ms > kMaxSentenceMs)
        return base::fail(FaultKind::too_large, "recording", "a sentence is over a minute");
    if (op_pcm_seek(file_->ogg, begin_ms * kSamplesAMs) != 0)
        return damaged("it cannot be searched");
    const auto wanted = static_cast<std::size_t>((end_ms - begin_ms) * kSamplesAMs);
    std::vector<std::int16_t> mono;
    mono.reserve(wanted);
    std::array<opus_int16, 2 * kFrames> stereo{};
    while (mono.size() < wanted) {
        const int frames = file_->read(stereo);
        if (frames <= 0) return damaged("a part of it cannot be decoded");
        for (std::size_t i = 0; i < static_cast<std::size_t>(frames) && mono.size() < wanted; ++i)
            mono.push_back(middle_of(stereo[2 * i], stereo[2 * i + 1]));
    }
    return mono;
}

base::Result<void> OpusRecording::check() {
    if (op_pcm_seek(file_->ogg, 0) != 0) return damaged("it cannot be searched");
    std::array<opus_int16, 2 * kFrames> stereo{};
    std::int64_t all = 0;
    for (;;) {
        const int frames = file_->read(stereo);
        if (frames < 0) return damaged("a part of it cannot be decoded");
        if (frames == 0) break;
        all += frames;
        if (all / kSamplesAMs > kMaxRecordingMs) return damaged("it goes on and on");
    }
    if (all < op_pcm_total(file_->ogg, -1)) return damaged("it ends too soon");
    return {};
}

}  // namespace candor::speech
