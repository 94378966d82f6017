#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "screening/model/questionnaire.h"

namespace candor::screening {

/// A FHIR decimal; empty for other text and for what a double cannot hold.
std::optional<Decimal> to_decimal(std::string_view text);
/// A FHIR integer (32 bits); empty for other text and for numbers past its range.
std::optional<std::int64_t> to_integer(std::string_view text);

/// By size, exactly: every digit counts, and "1.0" is "1.00".
std::partial_ordering compare_decimals(const Decimal& left, const Decimal& right);
/// Digits after the point as written: 2 in "1.50", 4 in "1.5e-3".
std::int64_t decimal_places(const Decimal& decimal);

}  // namespace candor::screening
