#pragma once
#include <string>
#include <vector>

#include "screens/frame/page_frame.h"
#include "ui/ui.h"

namespace candor::screens {

/// What staff read of one thing; `bad`: something to do.
struct StaffLine {
    std::string words;
    bool bad = false;
};

/// A title and the lines in a card under it.
void draw_staff_lines(ui::Flow& flow, const std::string& title,
                      const std::vector<StaffLine>& lines);

}  // namespace candor::screens
