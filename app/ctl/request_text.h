#pragma once
#include <string>

#include "consult/keys/keys.h"
#include "consult/request/opened_request.h"
#include "consult/store/inbox.h"

namespace candor::ctl {

/// One line without a key: reference, time, state, how old, and which kiosk if it is another.
std::string to_line(const consult::InboxRow& row, const std::string& now);

/// An opened request for staff to read. Everybody who has the public key could have sealed one, so
/// control characters go and each line stays under its heading.
std::string to_text(const consult::QueuedRequest& row, const consult::OpenedRequest& request);

/// What was done with a request, oldest first; notes opened with the key. Empty: nothing yet.
std::string to_text(const std::vector<consult::Change>& changes, const consult::SecretKey& key);

}  // namespace candor::ctl
