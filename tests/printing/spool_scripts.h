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
    void says(const std::string& alerts, const std::string& state = "is idle.") {
        write_state("state", alerts, state);
        write_state("state-after", alerts, state);
        std::ofstream(file("waiting")) << "hall-12 somebody 1024 today\n";
        program("lpstat", "echo \"$@\" > " + file("lpstat-words") + "\ncase \"$1\" in\n  -o) cat " +
                              file("waiting") + " ;;\n  -a) echo 'hall accepting requests' ;;\n" +
                              "  *) if [ -e " + file("document") + " ]; then cat " +
                              file("state-after") + "; else cat " + file("state") +
                              "; fi ;;\nesac");
    }
    /// From when it has a document.
    void says_after_printing(const std::string& alerts) {
        write_state("state-after", alerts, "now printing hall-12.");
    }
    /// The document does not.
    void waits_no_more() { std::ofstream(file("waiting")) << ""; }
    void takes_nothing() {
        program("lpstat",
                "case \"$1\" in\n  -a) echo 'hall not accepting requests since today' ;;\n" +
                    std::string("  *) cat ") + file("state") + " ;;\nesac");
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
    void write_state(const std::string& name, const std::string& alerts,
                     const std::string& state) const {
        std::ofstream(file(name)) << "printer hall " << state
                                  << "  enabled since today\n\tAlerts: " << alerts << "\n";
    }

    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("candor-spool").value();
};

}  // namespace candor::printing
