#pragma once
#include <string_view>

#include "ui/ui.h"

namespace candor::ui {

/// One of a few answers that stand beside each other: its words in the middle, or beside an icon.
struct Segment {
    std::string_view label, key;
    bool on = false;
    std::string_view icon = {};
    std::string_view accessible_name = {};  ///< where the label alone is not enough; else the label
};
float segment_height(Ui& ui, float width, const Segment& spec);
/// True when it was touched.
bool segment(Ui& ui, const base::Rect& rect, const Segment& spec);

}  // namespace candor::ui
