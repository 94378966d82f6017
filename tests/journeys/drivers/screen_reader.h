#pragma once
#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "scratch_folder.h"

struct _AtspiAccessible;
struct _AtspiEventListener;

namespace candor::journeys {

/// A D-Bus session of the test's own, on which AT-SPI's bus is started by itself, as on a desktop.
/// DBUS_SESSION_BUS_ADDRESS names it while it lives, XDG_RUNTIME_DIR and XDG_CACHE_HOME a folder of
/// its own: else AT-SPI's bus would be one socket for all tests that run at once, and the last one
/// takes it from the others. One in a process: libatspi keeps the first that it met.
class SessionBus {
  public:
    static bool is_installed();
    SessionBus();
    ~SessionBus();
    SessionBus(const SessionBus&) = delete;
    SessionBus& operator=(const SessionBus&) = delete;

  private:
    ScratchFolder folder_;
    pid_t pid_ = -1;
};

/// What a screen reader knows of one thing.
class HeardThing {
  public:
    explicit HeardThing(_AtspiAccessible* accessible);

    std::string role() const;
    std::string name() const;
    std::vector<std::string> states() const;
    bool has(const std::string& state) const;
    /// The text in a field, and the word around a character of it.
    std::string text() const;
    std::string word_at(int offset) const;
    int caret() const;
    bool presses() const;
    bool focuses() const;
    bool places_caret(int offset) const;
    bool writes(const std::string& text) const;

  private:
    std::shared_ptr<_AtspiAccessible> accessible_;
};

/// A real client of AT-SPI (libatspi), as Orca is one.
class ScreenReader {
  public:
    ScreenReader();
    ~ScreenReader();
    ScreenReader(const ScreenReader&) = delete;
    ScreenReader& operator=(const ScreenReader&) = delete;

    /// All that stands in the program's window now; empty while the program is not there.
    std::vector<HeardThing> things(const std::string& program) const;
    /// The thing of that role and name, as soon as it is there; else std::runtime_error.
    HeardThing finds(const std::string& program, const std::string& role, const std::string& name);
    /// Was told that this has the focus, or is within half a minute.
    bool hears_focus_on(const std::string& name);
    /// The same of what was written into fields, in however many pieces it came.
    bool hears_written(const std::string& words);

    void take_focus(const std::string& name) { focused_.push_back(name); }
    void take_written(const std::string& words) { written_ += words; }

  private:
    std::vector<std::string> focused_;
    std::string written_;
    _AtspiEventListener* listener_;
};

}  // namespace candor::journeys
