#include "base/lean_heap.h"

#include <malloc.h>

namespace candor::base {

void keep_heap_lean() {
    // A threshold that is set stays: glibc would raise its own to the largest block that was ever
    // freed, and from then on pictures lie in the heap, below what outlives them.
    constexpr int kLargeBlock = 1 << 20;
    static_cast<void>(::mallopt(M_MMAP_THRESHOLD, kLargeBlock));
    // What one thread has freed is there for the others.
    static_cast<void>(::mallopt(M_ARENA_MAX, 1));
}

}  // namespace candor::base
