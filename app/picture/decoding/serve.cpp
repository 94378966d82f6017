#include "picture/decoding/serve.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/files.h"
#include "picture/decoding/confinement.h"
#include "picture/decoding/decode.h"
#include "picture/decoding/look.h"
#include "picture/decoding/smaller.h"
#include "picture/stream.h"
#include "picture/wire.h"

namespace candor::picture {
namespace {

struct Job {
    Task task = Task::draw;
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
    job.task = wire.task;
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

/// What is sent back, and whether all of it is opaque pixels.
struct Answer {
    std::vector<std::uint8_t> bytes;
    bool opaque = false;
};

base::Result<Answer> carry_out(const Job& job) {
    const auto bytes = TRY(base::read_bytes(job.file, job.file_bytes, ""));
    std::string text;
    switch (job.task) {
        case Task::draw: {
            auto image = TRY(decode(bytes, job.request, job.limits));
            return Answer{std::move(image.bytes), image.opaque};
        }
        case Task::look: {
            const auto facts = TRY(look(bytes, job.limits));
            text = to_text(facts);
            break;
        }
        case Task::smaller:
            text = TRY(smaller(bytes, job.request.width_px, job.limits));
            break;
    }
    return Answer{{text.begin(), text.end()}, false};
}

bool answer(int socket, const base::Result<Answer>& result) {
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

}  // namespace candor::picture
