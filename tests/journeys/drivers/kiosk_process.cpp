#include "kiosk_process.h"

#include <unistd.h>

#include <algorithm>

#include "headless_kiosk.h"
#include "program.h"

namespace candor::journeys {
namespace {

pid_t parent_of(const std::filesystem::path& process) {
    const std::string stat = text_of(process / "stat");
    const auto name_end = stat.rfind(") ");
    if (name_end == std::string::npos) return -1;
    // After the name: the state, one letter, and then the parent.
    return static_cast<pid_t>(std::atoi(stat.c_str() + name_end + 4));
}

/// No user can read the memory of a program of their own; root can, and so can who makes the user
/// namespace in which it runs as root.
std::vector<std::string> readable_if(Memory memory) {
    if (memory == Memory::as_ever || ::geteuid() == 0) return {};
    return {"/usr/bin/unshare", "--map-root-user"};
}

std::vector<std::string> words_for(const std::filesystem::path& folder,
                                   const std::vector<std::string>& more, Memory memory) {
    std::vector<std::string> words = readable_if(memory);
    words.insert(words.end(),
                 {built("candor-kiosk"), "--state", folder / "state", "--size", "1080x1920"});
    if (std::find(more.begin(), more.end(), "--content") == more.end())
        words.insert(words.end(), {"--content", shipped_content()});
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

}  // namespace

KioskProcess::KioskProcess(const platform::XServer& server, const std::filesystem::path& folder,
                           const std::vector<std::string>& more, Memory memory)
    : ProgramInWindow(server, folder, words_for(folder, more, memory)) {}

std::vector<pid_t> KioskProcess::decoders() const {
    std::vector<pid_t> out;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const pid_t id = std::atoi(entry.path().filename().c_str());
        if (id > 0 && parent_of(entry.path()) == pid()) out.push_back(id);
    }
    return out;
}

}  // namespace candor::journeys
