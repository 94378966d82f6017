#include "ui/observer.h"

#include <fcntl.h>
#include <unistd.h>

namespace candor::ui {

base::Result<void> Observer::settled(const Tree& tree) {
    if (file_.empty()) return {};
    std::string line = to_json(tree) + "\n";
    if (line == last_) return {};
    const int fd = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    // One write, so that a reader never sees half a line.
    const bool written =
        fd >= 0 && ::write(fd, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    if (fd >= 0) ::close(fd);
    last_ = std::move(line);
    if (written) return {};
    return base::fail(base::FaultKind::read_only, file_.string(), "--observe: cannot write to it");
}

}  // namespace candor::ui
