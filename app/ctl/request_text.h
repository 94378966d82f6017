#pragma once
#include <string>

#include "consult/opened_request.h"
#include "consult/queue.h"

namespace candor::ctl {

/// One line without a key: reference, time, state.
std::string to_line(const consult::QueuedRequest& row);

/// An opened request for staff to read. Everybody who has the public key could have sealed one, so
/// control characters go and each line stays under its heading.
std::string to_text(const consult::QueuedRequest& row, const consult::OpenedRequest& request);

}  // namespace candor::ctl
