#include "kiosk/observer.h"

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/log.h"

namespace candor::kiosk {

void Observer::settled(const ui::Tree& tree) {
    if (file_.empty()) return;
    std::string line = ui::to_json(tree) + "\n";
    if (line == last_) return;
    const int fd = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    // One write, so that a reader never sees half a line.
    if (fd < 0 || ::write(fd, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        log("--observe: cannot write to " + file_.string());
    if (fd >= 0) ::close(fd);
    last_ = std::move(line);
}

}  // namespace candor::kiosk
