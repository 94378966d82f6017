#include "consult/store/when_idle.h"

#include "base/last_catch.h"

namespace candor::consult {

/// Whoever calls it has committed something: nothing here may tell them that they have not.
void WhenIdle::soon() noexcept {
    base::run_contained("work for later",
                        [this] { worker_.add_once("work", [this] { work_(); }); });
}

}  // namespace candor::consult
