#pragma once
#include <vector>

#include "desk/inbox/requests.h"
#include "text/printed_pages.h"
#include "ui/strings.h"

namespace candor::desk {

/// A request as it stands on paper, in the desk's language.
std::vector<text::PrintedText> printed_request(const ui::Strings& strings, const Entry& entry,
                                               std::int64_t now_s);

}  // namespace candor::desk
