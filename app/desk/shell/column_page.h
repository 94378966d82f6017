#pragma once
#include <string_view>

#include "base/result.h"
#include "ui/flow.h"

namespace candor::desk {

/// A page of one column under its heading, which scrolls as a whole.
struct ColumnPage {
    std::string_view key, title;
    float most_units = 820;  ///< how wide the column may be
    float below_units = 32;
};
void column_page(ui::Ui& ui, const base::Rect& area, const ColumnPage& page,
                 const ui::Flow::Draw& body);

/// What went wrong and what to do, in words for people.
void say_fault(ui::Flow& flow, const base::Fault& fault);

}  // namespace candor::desk
