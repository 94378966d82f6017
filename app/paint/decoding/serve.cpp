#include "paint/decoding/serve.h"

#include <algorithm>

#include "base/files.h"
#include "paint/decode_wire.h"
#include "paint/decoding/confinement.h"
#include "paint/decoding/decode.h"
#include "paint/stream.h"

namespace candor::paint {
namespace {

struct Job {
    ImageRequest request;
    ImageLimits limits;
    base::Descriptor file;
    std::size_t file_bytes = 0;
};

bool receive(int socket, Job& job) {
    WireRequest wire;
    if (!receive_with_file(socket, &wire, sizeof wire, job.file) || wire.magic != kWireMagic ||
        wire.width_px < 1 || wire.height_px < 1 || wire.width_px > kMaxSidePx ||
        wire.height_px > kMaxSidePx)
        return false;
    job.request = {{},
                   wire.width_px,
                   wire.height_px,
                   static_cast<Fit>(wire.fit),
                   static_cast<Channels>(wire.channels),
                   wire.corner_radius_px};
    job.file_bytes = wire.file_bytes;
    job.limits.max_pixels = wire.max_pixels;
    job.limits.max_time = std::chrono::milliseconds(wire.max_time_ms);
    return true;
}

base::Result<DecodedImage> carry_out(const Job& job) {
    const auto bytes = TRY(base::read_bytes(job.file, job.file_bytes, ""));
    return decode(bytes, job.request, job.limits);
}

bool answer(int socket, const base::Result<DecodedImage>& result) {
    WireReply reply;
    if (result) {
        reply.opaque = result->opaque;
        reply.bytes = static_cast<std::uint32_t>(result->bytes.size());
        return send_all(socket, &reply, sizeof reply) &&
               send_all(socket, result->bytes.data(), result->bytes.size());
    }
    const std::string& detail = result.error().detail;
    reply.fault = static_cast<std::int32_t>(result.error().kind);
    reply.bytes = static_cast<std::uint32_t>(std::min<std::size_t>(detail.size(), kMaxDetailBytes));
    return send_all(socket, &reply, sizeof reply) && send_all(socket, detail.data(), reply.bytes);
}

}  // namespace

int serve_decoding(int socket) {
    bool confined = false;
    for (Job job; receive(socket, job);) {
        if (!confined && !confine(job.limits)) return 1;
        confined = true;
        allow_cpu_time(job.limits.max_time);
        if (!answer(socket, carry_out(job))) break;
    }
    return 0;
}

}  // namespace candor::paint
