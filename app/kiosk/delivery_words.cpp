#include "kiosk/delivery_words.h"

#include "base/instant.h"

namespace candor::kiosk {
namespace {

using base::FaultKind;

const char* problem_of(FaultKind kind) {
    switch (kind) {
        case FaultKind::unreachable:
        case FaultKind::locked:
            return "staff.delivery.problem.unreachable";
        case FaultKind::refused:
            return "staff.delivery.problem.login";
        case FaultKind::wrong_key:
            return "staff.delivery.problem.certificate";
        case FaultKind::disk_full:
            return "staff.delivery.problem.server-full";
        case FaultKind::read_only:
            return "staff.delivery.problem.server-read-only";
        case FaultKind::not_found:
        case FaultKind::unsupported:
            return "staff.delivery.problem.layout";
        case FaultKind::wrong_format:
            return "staff.delivery.problem.row";
        default:
            return "staff.delivery.problem.other";
    }
}

}  // namespace

std::string local_moment(const std::string& instant) {
    const auto seconds = base::seconds_of(instant);
    return seconds ? base::local_words(*seconds, "%Y-%m-%d %H:%M") : std::string();
}

screens::StaffDelivery to_staff(const fleet::DeliveryStatus& status, const std::string& server) {
    screens::StaffDelivery told;
    told.waiting = static_cast<int>(status.waiting);
    told.oldest = local_moment(status.oldest);
    told.last_delivered = local_moment(status.last_delivered);
    told.failing_since = local_moment(status.failing_since);
    if (status.fault)
        told.problem = status.fault->where == server ? problem_of(status.fault->kind)
                                                     : "staff.delivery.problem.kiosk";
    return told;
}

}  // namespace candor::kiosk
