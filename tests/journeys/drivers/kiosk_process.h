#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "program_in_window.h"

namespace candor::journeys {

/// Whether remains_in_memory() is to read it.
enum class Memory { as_ever, readable };

/// The real candor-kiosk on the shipped packs.
class KioskProcess final : public ProgramInWindow {
  public:
    /// Its state folder is `folder`/state, and may be there already. `more`: further arguments;
    /// --content among them takes the place of the shipped packs.
    KioskProcess(const platform::XServer& server, const std::filesystem::path& folder,
                 const std::vector<std::string>& more = {}, Memory memory = Memory::as_ever);

    /// Its children: what decodes pictures.
    std::vector<pid_t> decoders() const;
    std::filesystem::path state() const { return folder() / "state"; }
};

}  // namespace candor::journeys
