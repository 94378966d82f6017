#pragma once
#include "screens/frame/page_frame.h"
#include "screens/staff/staff.h"

namespace candor::screens {

/// What staff read of the delivery: how many wait, since when, why, and when the last one went.
void draw_delivery_part(ui::Flow& flow, const StaffDelivery& delivery);

}  // namespace candor::screens
