#pragma once
#include "consult/handover/handover.h"
#include "screens/staff/staff.h"

namespace candor::kiosk {

/// The courier's word as staff read it.
screens::StaffDelivery to_staff(const consult::CourierWord& word);

/// "2027-01-15T08:00:00Z" as local time, "2027-01-15 09:00"; empty for other text.
std::string local_moment(const std::string& instant);

}  // namespace candor::kiosk
