#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "picture/facts.h"
#include "picture/request.h"
#include "picture/wire.h"

namespace candor::picture {

/// A running candor-decode, started when it is first needed and again after it was lost. One thread
/// but for the event `stop_fd`, which ends any waiting once it can be read.
class DecoderProcess {
  public:
    struct Decoded {
        std::vector<std::uint8_t> bytes;  ///< stride_of(width, channels) * height
        bool opaque = false;
    };

    DecoderProcess(std::filesystem::path program, int stop_fd, OpenPicture open);
    ~DecoderProcess();
    DecoderProcess(const DecoderProcess&) = delete;
    DecoderProcess& operator=(const DecoderProcess&) = delete;

    /// Faults: what `open` and candor-decode find; too_large past the time, which is the decoder's
    /// own on a processor: that the machine is busy elsewhere costs no picture; internal when the
    /// program ended; not_found when there is no such program; cancelled by stop_fd.
    base::Result<Decoded> decode(const ImageRequest& request, const ImageLimits& limits);
    /// Draws it as a kiosk would, and tells what it is instead. The same faults.
    base::Result<Facts> look(const std::filesystem::path& path, const ImageLimits& limits = {});
    /// The bytes of the same PNG or JPEG, upright and with at most `longest_px` on its longer side.
    base::Result<std::string> smaller(const std::filesystem::path& path, int longest_px,
                                      const ImageLimits& limits);
    base::Result<void> start();
    /// Ends it; the next decode() starts a new one.
    void end();
    bool running() const { return pid_ > 0; }

  private:
    enum class Wait { readable, timeout, stopped };
    struct Allowance;
    Wait wait_readable(std::chrono::steady_clock::time_point until) const;
    base::Result<void> receive(void* bytes, std::size_t count, Allowance& allowance,
                               const std::string& where);
    base::Result<Decoded> ask(const std::filesystem::path& path, const WireRequest& wire,
                              const ImageLimits& limits);
    base::Result<Decoded> attempt(const std::filesystem::path& path, const WireRequest& wire,
                                  const ImageLimits& limits);
    base::Result<void> send(const std::filesystem::path& path, WireRequest wire,
                            const ImageLimits& limits);
    base::Result<Decoded> reply(const std::filesystem::path& path, const WireRequest& asked,
                                Allowance& allowance);
    std::string how_it_ended();

    std::filesystem::path program_;
    int stop_fd_;
    OpenPicture open_;
    int socket_ = -1;
    pid_t pid_ = -1;
};

}  // namespace candor::picture
