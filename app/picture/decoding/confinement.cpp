#include "picture/decoding/confinement.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>

#include "picture/decoding/call_filter.h"
#include "picture/decoding/landlock.h"

namespace candor::picture {
namespace {

bool limit(__rlimit_resource resource, rlim_t most) {
    const rlimit both{most, most};
    return ::setrlimit(resource, &both) == 0;
}

}  // namespace

bool confine([[maybe_unused]] const ImageLimits& limits) {
    // The kiosk's end ends the decoder too, even if it was killed.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGXFSZ, SIG_IGN);
    bool confined = limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__)  // which needs a vast address space and a tracing process
    constexpr rlim_t kLibrariesAndOutput = 640U << 20;
    confined = limit(RLIMIT_AS, kLibrariesAndOutput + rlim_t(limits.max_pixels) * 8) &&
               give_up_files() != Landlock::refused && allow_few_calls() && confined;
#endif
    return confined;
}

void allow_cpu_time(std::chrono::milliseconds max_time) {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    rlimit both{};
    ::getrlimit(RLIMIT_CPU, &both);
    both.rlim_cur =
        rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec + max_time.count() / 1000) + 3;
    ::setrlimit(RLIMIT_CPU, &both);
}

}  // namespace candor::picture
