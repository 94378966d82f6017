#include "courier/delivery_word.h"

namespace candor::courier {
namespace {

using base::FaultKind;
using consult::DeliveryProblem;

DeliveryProblem problem_of(FaultKind kind) {
    switch (kind) {
        case FaultKind::unreachable:
        case FaultKind::locked:
            return DeliveryProblem::unreachable;
        case FaultKind::refused:
            return DeliveryProblem::login;
        case FaultKind::wrong_key:
            return DeliveryProblem::certificate;
        case FaultKind::disk_full:
            return DeliveryProblem::server_full;
        case FaultKind::read_only:
            return DeliveryProblem::server_read_only;
        case FaultKind::not_found:
        case FaultKind::unsupported:
            return DeliveryProblem::layout;
        case FaultKind::wrong_format:
            return DeliveryProblem::row;
        default:
            return DeliveryProblem::other;
    }
}

}  // namespace

consult::CourierWord word_of(const fleet::DeliveryStatus& status, const std::string& server) {
    consult::CourierWord word;
    word.waiting = status.waiting;
    word.oldest = status.oldest;
    word.last_delivered = status.last_delivered;
    word.failing_since = status.failing_since;
    if (status.fault)
        word.problem =
            status.fault->where == server ? problem_of(status.fault->kind) : DeliveryProblem::kiosk;
    return word;
}

}  // namespace candor::courier
