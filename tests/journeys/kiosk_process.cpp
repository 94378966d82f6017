#include "kiosk_process.h"

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

std::vector<std::string> words_for(const std::filesystem::path& folder,
                                   const std::vector<std::string>& more) {
    std::vector<std::string> words{built("candor-kiosk"), "--state", folder / "state", "--content",
                                   shipped_content(),     "--size",  "1080x1920"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

}  // namespace

KioskProcess::KioskProcess(const platform::XServer& server, const std::filesystem::path& folder,
                           const std::vector<std::string>& more)
    : ProgramInWindow(server, folder, words_for(folder, more)) {}

std::vector<pid_t> KioskProcess::decoders() const {
    std::vector<pid_t> out;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const pid_t id = std::atoi(entry.path().filename().c_str());
        if (id > 0 && parent_of(entry.path()) == pid()) out.push_back(id);
    }
    return out;
}

}  // namespace candor::journeys
