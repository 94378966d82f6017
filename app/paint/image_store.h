#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "base/files.h"
#include "base/geometry.h"
#include "base/result.h"
#include "picture/request.h"

namespace candor::paint {

using picture::Channels;
using picture::Fit;
using picture::ImageLimits;
using picture::ImageRequest;
using picture::OpenPicture;

enum class ImageState { loading, ready, failed };

/// Decoded pixels: premultiplied ARGB rows or coverage rows, 4-byte aligned.
struct ImagePixels {
    int width = 0, height = 0, stride = 0;  ///< stride in bytes
    const std::uint8_t* bytes = nullptr;
    Channels channels = Channels::colour;
    bool opaque = false;        ///< every pixel is
    std::uint32_t version = 0;  ///< another one once the file was decoded again
};

/// Decodes SVG (librsvg) and PNG/JPEG (stb_image) off the frame's thread, in the separate program
/// `decoder` (so that a hostile picture can at worst end that program), and keeps what is in use.
/// `on_ready` is called on another thread when an image becomes ready or fails. All else: one
/// thread.
class ImageStore {
  public:
    /// Starts one decoder at once, so that it is there when the first image is asked for; where
    /// `kept` (see kept_pictures.h) holds pictures, not before one is missing.
    ImageStore(const std::filesystem::path& decoder, std::function<void()> on_ready,
               ImageLimits limits = {}, OpenPicture open = base::open_file,
               std::filesystem::path kept = {});
    ~ImageStore();
    ImageStore(const ImageStore&) = delete;
    ImageStore& operator=(const ImageStore&) = delete;

    /// An id for as long as the store lives. Whoever asks for an image, by its request or by its
    /// id, starts its decoding: on first sight, and again when it was dropped or its file may
    /// differ.
    int request(const ImageRequest& request);
    ImageState state(int image);
    /// The fault of a failed image.
    const base::Fault* fault(int image) const;
    /// nullptr unless ready. Good until the next end_frame() or take_in(); marks the image as being
    /// on the screen.
    const ImagePixels* pixels(int image);
    /// Takes in what was decoded since. True: something became ready or failed, so that the screen
    /// must be drawn anew.
    bool take_in();
    /// The screen shows what pixels() was asked for since the last time; drops what is not there
    /// beyond the limit.
    void end_frame();
    /// Files may have changed: each picture (icons only if they failed) is decoded again when it is
    /// asked for next, and shown as it was until then.
    void look_again();
    /// Drops the pictures (not icons) that the last frame did not show.
    void forget_unseen();
    /// Whether what is asked for from now on is kept on the disk, and looked for there; it is at
    /// first.
    void keep(bool keeps);
    /// Whether something is loading, or was loaded and not taken in.
    bool is_loading() const;
    /// Blocks until nothing is loading (for the tour and tests); then the states are true, and the
    /// next take_in() returns whether any changed.
    void wait_until_idle();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::paint
