#include "kiosk/delivery_words.h"

#include <algorithm>
#include <limits>

#include "base/instant.h"

namespace candor::kiosk {

std::string local_moment(const std::string& instant) {
    const auto seconds = base::seconds_of(instant);
    return seconds ? base::local_words(*seconds, "%Y-%m-%d %H:%M") : std::string();
}

screens::StaffDelivery to_staff(const consult::CourierWord& word) {
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    screens::StaffDelivery told;
    told.waiting = static_cast<int>(std::min(word.waiting, kMost));
    told.oldest = local_moment(word.oldest);
    told.last_delivered = local_moment(word.last_delivered);
    told.failing_since = local_moment(word.failing_since);
    if (word.problem != consult::DeliveryProblem::none)
        told.problem = "staff.delivery.problem." + std::string(name_of(word.problem));
    return told;
}

}  // namespace candor::kiosk
