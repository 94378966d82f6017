#pragma once
#include "screens/frame/page_frame.h"
#include "screens/staff/staff.h"

namespace candor::screens {

/// What staff read of the delivery: how many wait, since when, why, and when the last one went.
/// Gives its height.
float delivery_part(ui::Ui& ui, const Column& column, const StaffDelivery& delivery, float y);

}  // namespace candor::screens
