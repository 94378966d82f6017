#include "paint/decoding/serve.h"

#include <algorithm>

#include "paint/decode_wire.h"
#include "paint/decoding/confinement.h"
#include "paint/decoding/decode.h"
#include "paint/stream.h"

namespace candor::paint {
namespace {

struct Job {
    ImageRequest request;
    ImageLimits limits;
};

bool receive(int socket, Job& job) {
    WireRequest wire;
    if (!receive_all(socket, &wire, sizeof wire) || wire.magic != kWireMagic ||
        wire.path_bytes > kMaxPathBytes || wire.width_px < 1 || wire.height_px < 1 ||
        wire.width_px > kMaxSidePx || wire.height_px > kMaxSidePx)
        return false;
    std::string path(wire.path_bytes, '\0');
    if (!receive_all(socket, path.data(), path.size())) return false;
    job.request = {path,
                   wire.width_px,
                   wire.height_px,
                   static_cast<Fit>(wire.fit),
                   static_cast<Channels>(wire.channels),
                   wire.corner_radius_px};
    job.limits.max_file_bytes = wire.max_file_bytes;
    job.limits.max_pixels = wire.max_pixels;
    job.limits.max_time = std::chrono::milliseconds(wire.max_time_ms);
    return true;
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
        if (!answer(socket, decode(job.request, job.limits))) break;
    }
    return 0;
}

}  // namespace candor::paint
