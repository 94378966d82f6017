#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/worker.h"
#include "platform/window.h"

namespace candor::kiosk {

/// The first screen as it last stood, kept in a file, so that a start shows it as soon as there is
/// a window, and not only when fonts, words, packs and its picture have been read: twice as soon.
/// It is the screen that nobody is at; nothing of a visit is in it. The file is a head and the
/// pixels, packed by zstd with its check sum (RFC 8878). One that is cut, damaged, of another size
/// or made by something else is not shown, and is replaced. One thread.
class FirstScreen {
  public:
    /// `made_by`: what it depends on besides the window's size; any words.
    FirstScreen(std::filesystem::path file, std::string_view made_by);

    /// True: it stands on the window, and window.pixels() hold it until something is drawn there.
    bool show(platform::Window& window) const;
    /// Writes what the window shows, on a thread of its own, unless that is kept already; a disk
    /// that cannot be written costs the next start its time.
    void keep(platform::Window& window);

  private:
    bool unpack_into(const base::PixelView& pixels) const;

    const std::filesystem::path file_;
    const std::uint64_t made_by_;
    base::Worker writer_{"first screen", base::Worker::AtEnd::finish};
};

}  // namespace candor::kiosk
