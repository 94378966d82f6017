#include "platform/sdl/quiet_start.h"

#include <cstdlib>

namespace candor::platform {

QuietStart::QuietStart(Purpose purpose) {
    if (purpose == Purpose::desk) return;
    // Without a session bus libdbus would fork a program that looks for one.
    set("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    if (std::getenv("DISPLAY") == nullptr) return;
    // Xlib parses 600 kB of compose sequences; text comes from the keyboard on the glass.
    set("XCOMPOSEFILE", "/dev/null");
    // The pointer is hidden: no search for a cursor theme in every icon folder.
    set("XCURSOR_THEME", "core");
}

QuietStart::~QuietStart() {
    for (const auto& name : set_) ::unsetenv(name.c_str());
}

void QuietStart::set(const char* name, const char* value) {
    if (std::getenv(name) != nullptr) return;
    ::setenv(name, value, 1);
    set_.emplace_back(name);
}

}  // namespace candor::platform
