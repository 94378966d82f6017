#pragma once

namespace candor::ui {

class Ui;

/// Where keys stand over the bottom of the screen: all its width, or a side of a wide one.
struct KeyRoom {
    float x = 0, width = 0;

    float middle() const { return x + width / 2; }
    float right() const { return x + width; }
};
KeyRoom whole_width(const Ui& ui);

}  // namespace candor::ui
