#pragma once
#include "fleet/delivery.h"
#include "screens/staff/staff.h"

namespace candor::kiosk {

/// The status as staff read it; faults that do not name `server` are the kiosk's own.
screens::StaffDelivery to_staff(const fleet::DeliveryStatus& status, const std::string& server);

/// "2027-01-15T08:00:00Z" as local time, "2027-01-15 09:00"; empty for other text.
std::string local_moment(const std::string& instant);

}  // namespace candor::kiosk
