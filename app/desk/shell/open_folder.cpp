#include "desk/shell/open_folder.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>

#include "base/path_search.h"

namespace candor::desk {
bool open_in_file_manager(const std::filesystem::path& folder) {
    const bool has_display =
        std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
    const std::string program = base::found_in_path("xdg-open");
    if (program.empty() || !has_display) return false;
    const std::string target = folder.string();
    const pid_t child = ::fork();
    if (child < 0) return false;
    if (child == 0) {
        // A child of its own child has no parent that must wait for it.
        if (::fork() != 0) ::_exit(0);
        ::setsid();
        ::signal(SIGPIPE, SIG_DFL);  // ignored here; a program begun by us has its own ways
        ::execl(program.c_str(), "xdg-open", target.c_str(), static_cast<char*>(nullptr));
        ::_exit(127);
    }
    ::waitpid(child, nullptr, 0);
    return true;
}

}  // namespace candor::desk
