#pragma once
#include <vector>

#include "consult/request/opened_request.h"
#include "ui/strings.h"

namespace candor::desk {

/// What matters to the person, a line each: in the desk's language by the value's id, else as the
/// kiosk wrote it for staff; the words that the person read beside it.
std::vector<consult::StaffText> value_lines(const ui::Strings& strings,
                                            const consult::OpenedRequest& opened);

}  // namespace candor::desk
