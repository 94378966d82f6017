#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "paint/image_store.h"

namespace candor::paint {

/// What ImageStore and candor-decode (of one build) say to each other over a stream socket: a
/// WireRequest with the open file beside it; a WireReply and the pixels' or the detail's bytes.
constexpr std::uint32_t kWireMagic = 0x43444431;  // "CDD1"
constexpr std::uint32_t kMaxDetailBytes = 512;
constexpr int kMaxSidePx = 8192;

struct WireRequest {
    std::uint32_t magic = kWireMagic;
    std::int32_t width_px = 0, height_px = 0, corner_radius_px = 0;
    std::int32_t fit = 0, channels = 0;
    std::uint32_t max_time_ms = 0;
    std::uint64_t file_bytes = 0;
    std::int64_t max_pixels = 0;
};

struct WireReply {
    std::uint32_t magic = kWireMagic;
    std::int32_t fault = -1;  ///< a base::FaultKind; -1: pixels follow
    std::int32_t opaque = 0;
    std::uint32_t bytes = 0;  ///< of what follows
};

/// Bytes a row of decoded pixels takes, 4-byte aligned.
inline int stride_of(int width_px, Channels channels) {
    return channels == Channels::colour ? width_px * 4 : (width_px + 3) / 4 * 4;
}

}  // namespace candor::paint
