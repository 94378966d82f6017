#pragma once
#include <optional>
#include <string>

#include "screening/model/questionnaire.h"

namespace candor::screens {

/// The values that a slider can take: from `low` to `high` in steps.
struct Scale {
    double low = 0, high = 0, step = 1;
    int decimals = 0;

    int steps() const;
    /// The step that lies nearest to a share of the line (0 to 1).
    double at(float share) const;
    float share(double value) const;
    /// The value that lies `by` steps on; from no value, more starts at the lower end, less at the
    /// upper one.
    double moved(std::optional<double> value, int by) const;
    std::string text(double value) const;
};
/// Of a number with itemControl `slider` whose ends are both known; else it is entered on a pad.
std::optional<Scale> scale_of(const screening::Item& item);

/// The size of a number or quantity; empty for other answers.
std::optional<double> size_of(const screening::Value& value);
/// A number as this question's answer, with its only unit.
std::optional<screening::Value> value_on_scale(const screening::Item& item,
                                               const std::string& text);

/// A quantity in the unit of that index of Item::units; -1: without one.
screening::Quantity quantity_of(const screening::Item& item, const screening::Decimal& number,
                                int unit);
/// The index of a quantity's unit; -1: none of them.
int unit_of(const screening::Item& item, const screening::Quantity& quantity);

}  // namespace candor::screens
