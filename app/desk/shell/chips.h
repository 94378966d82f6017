#pragma once
#include <span>
#include <string_view>

#include "ui/flow.h"

namespace candor::desk {

/// filter: round, with a line. plain: filled while it is on. outlined: the same, with a line while
/// it is off.
enum class ChipLook { filter, plain, outlined };

/// A small switch.
struct ChipSpec {
    std::string_view label, key;
    bool on = false;
    ChipLook look = ChipLook::plain;
    bool opens = false;  ///< a menu (filter alone)
};
float chip_width(ui::Ui& ui, const ChipSpec& spec);
/// True: pressed.
bool chip(ui::Ui& ui, const base::Rect& rect, const ChipSpec& spec);

/// Chips beside each other.
class ChipRow {
  public:
    struct Shape {
        float height_units = 32, gap_units = 8;
        bool wraps = true;  ///< into as many rows as they need; else the last ones are cut
    };
    explicit ChipRow(ui::Flow& flow) : flow_(flow) {}
    ChipRow(ui::Flow& flow, const Shape& shape) : flow_(flow), shape_(shape) {}

    /// True: pressed.
    bool add(const ChipSpec& spec);
    /// Room before chips that belong together; where they do not all fit beside those that are
    /// there, they begin a row of their own.
    void gap_before(std::span<const ChipSpec> group, float units);
    /// Where the last one stands.
    const base::Rect& last() const { return last_; }

  private:
    void end_row();

    ui::Flow& flow_;
    Shape shape_;
    base::Rect row_, last_;
    float x_ = 0;
};

}  // namespace candor::desk
