#pragma once
#include <string>

#include "consult/inbox.h"
#include "consult/opened_request.h"

namespace candor::ctl {

/// One line without a key: reference, time, state, and the kiosk where there are many.
std::string to_line(const consult::InboxRow& row);

/// An opened request for staff to read. Everybody who has the public key could have sealed one, so
/// control characters go and each line stays under its heading.
std::string to_text(const consult::QueuedRequest& row, const consult::OpenedRequest& request);

}  // namespace candor::ctl
