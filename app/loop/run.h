#pragma once
#include <memory>
#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "base/service_manager.h"
#include "platform/window.h"

namespace candor::loop {

/// The window that a program runs on, or nothing and two lines in the log.
inline bool is_open(const base::Result<std::unique_ptr<platform::Window>>& window) {
    if (window) return true;
    base::log(window.error());
    base::log(
        "There is no display to open. Set DISPLAY or WAYLAND_DISPLAY, start it where a panel is "
        "(--panel), or render the screens with "
        "--screens DIR.");
    return false;
}

/// Makes a program on `window` with `create(window)`, a Result of a pointer to what has turn(),
/// next_timeout_ms() and finished(), and turns it until it has finished: what is left of a `main`.
/// The service manager hears of every turn, in which input was taken and a frame drawn. Its exit
/// status; faults are logged.
template <typename Create>
int run(const base::Result<std::unique_ptr<platform::Window>>& window, const Create& create) {
    if (!is_open(window)) return 1;
    const auto program = create(**window);
    if (!program) {
        base::log(program.error());
        return 1;
    }
    base::ServiceManager manager;
    std::vector<platform::Event> events;
    for ((*program)->turn(events); !(*program)->finished(); (*program)->turn(events)) {
        manager.ready();
        manager.alive(base::monotonic_ms());
        events.clear();
        const int timeout_ms = (*program)->next_timeout_ms();
        (*window)->wait(manager.sooner(timeout_ms, base::monotonic_ms()), events);
    }
    return 0;
}

}  // namespace candor::loop
