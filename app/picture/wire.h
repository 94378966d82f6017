#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "picture/request.h"

namespace candor::picture {

/// What a program and candor-decode (of one build) say to each other over a stream socket: a
/// WireRequest with the open file beside it; a WireReply and the bytes of what was asked for, or of
/// the fault's detail.
constexpr std::uint32_t kWireMagic = 0x43444432;  // "CDD2"
constexpr std::uint32_t kMaxDetailBytes = 512;
constexpr std::uint32_t kMaxLookBytes = 4096, kMaxSmallerBytes = 32U << 20;
constexpr int kMaxSidePx = 8192;

enum class Task : std::int32_t {
    draw,    ///< pixels
    look,    ///< Facts, as text (facts.h)
    smaller  ///< a file, a PNG or JPEG as the source was
};

struct WireRequest {
    std::uint32_t magic = kWireMagic;
    Task task = Task::draw;
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

}  // namespace candor::picture
