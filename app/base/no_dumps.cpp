#include "base/no_dumps.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace candor::base {

void forbid_dumps() {
    // Neither can fail: a limit may always be lowered. The limit is for what catches dumps by a
    // pipe and looks at nothing else.
    const rlimit none{0, 0};
    static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
    static_cast<void>(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
}

}  // namespace candor::base
