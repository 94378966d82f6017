#pragma once
#include <string>

#include "consult/handover/handover.h"
#include "fleet/delivery.h"

namespace candor::courier {

/// The status as the kiosk is told of it; faults that do not name `server` are the kiosk's own.
consult::CourierWord word_of(const fleet::DeliveryStatus& status, const std::string& server);

}  // namespace candor::courier
