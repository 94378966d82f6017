#include "base/result.h"

namespace candor::base {

const char* name_of(FaultKind kind) {
    switch (kind) {
        case FaultKind::not_found:
            return "not_found";
        case FaultKind::unreadable:
            return "unreadable";
        case FaultKind::wrong_format:
            return "wrong_format";
        case FaultKind::too_large:
            return "too_large";
        case FaultKind::unsupported:
            return "unsupported";
        case FaultKind::disk_full:
            return "disk_full";
        case FaultKind::read_only:
            return "read_only";
        case FaultKind::locked:
            return "locked";
        case FaultKind::changed:
            return "changed";
        case FaultKind::damaged:
            return "damaged";
        case FaultKind::wrong_key:
            return "wrong_key";
        case FaultKind::refused:
            return "refused";
        case FaultKind::unreachable:
            return "unreachable";
        case FaultKind::cancelled:
            return "cancelled";
        case FaultKind::internal:
            return "internal";
    }
    return "internal";
}

}  // namespace candor::base
