#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "base/scratch_folder.h"
#include "printing/printer.h"

namespace candor::printing {

/// Stand-ins for CUPS's programs, and what they were told.
class SpoolScripts {
  public:
    SpoolScripts() {
        program("lp", "echo \"$@\" > " + file("lp-words") + "\ncat > " + file("document") +
                          "\necho \"request id is hall-12 (1 file(s))\"");
        program("cancel", "echo \"$@\" > " + file("cancelled"));
        says("none");
    }

    /// Of the printer, from now on.
    void says(const std::string& alerts) {
        std::ofstream(file("state"))
            << "printer hall is idle.  enabled since today\n\tAlerts: " << alerts << "\n";
        program("lpstat", "echo \"$@\" > " + file("lpstat-words") + "\ncat " + file("state"));
    }
    void program(const std::string& name, const std::string& commands) {
        std::ofstream(file(name)) << "#!/bin/sh\n" << commands << "\n";
        std::filesystem::permissions(file(name), std::filesystem::perms::owner_all);
    }
    Queue queue() const {
        Queue queue;
        queue.name = "hall";
        queue.lp = file("lp");
        queue.lpstat = file("lpstat");
        queue.cancel = file("cancel");
        queue.look_again_after = std::chrono::milliseconds(0);
        return queue;
    }
    std::string file(const std::string& name) const { return (folder_.path() / name).string(); }
    /// Empty: it is not there.
    std::string text_of(const std::string& name) const {
        std::ostringstream text;
        text << std::ifstream(file(name)).rdbuf();
        return text.str();
    }

  private:
    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("candor-spool").value();
};

}  // namespace candor::printing
