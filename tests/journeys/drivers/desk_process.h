#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "program_in_window.h"

namespace candor::journeys {

/// The real candor-desk, with a keyboard and a mouse.
class DeskProcess final : public ProgramInWindow {
  public:
    /// `more`: --key, --name, and where the requests are.
    DeskProcess(const platform::XServer& server, std::filesystem::path folder,
                const std::vector<std::string>& more);

    /// With the mouse, on something that is in sight and enabled, or comes to be; else
    /// std::runtime_error.
    void clicks(ui::Role role, const std::string& name);
    void types(std::string_view words) const;
    void presses(unsigned long keysym) const { server().tap_key(keysym); }
    void presses_with(unsigned long held, unsigned long keysym) const {
        server().tap_key_with({held}, keysym);
    }
};

}  // namespace candor::journeys
