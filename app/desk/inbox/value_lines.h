#pragma once
#include <string>
#include <vector>

#include "consult/request/opened_request.h"
#include "ui/strings.h"

namespace candor::desk {

/// What matters to the person, a line each: in the desk's language, by the value's id, with the
/// person's own words behind; those words alone where the desk does not know the id.
std::vector<std::string> value_lines(const ui::Strings& strings,
                                     const consult::OpenedRequest& opened);

}  // namespace candor::desk
