#include "ctl/progress_line.h"

#include <unistd.h>

#include <iostream>
#include <memory>

namespace candor::ctl {

pack::Progress progress_line(const char* what) {
    if (::isatty(STDERR_FILENO) == 0) return {};
    return [what, shown = -1](std::uint64_t done, std::uint64_t total) mutable {
        const int percent = total == 0 ? 100 : static_cast<int>(done * 100 / total);
        if (percent != shown)
            std::cerr << '\r' << what << ' ' << percent << " %" << (percent == 100 ? "\n" : "")
                      << std::flush;
        shown = percent;
        return true;
    };
}

}  // namespace candor::ctl
