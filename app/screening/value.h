#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "screening/questionnaire.h"

namespace candor::screening {

/// How two answers stand to each other. Numbers compare by size, integers with decimals too; dates
/// by calendar; all else only as equal or not. Unordered: different kinds, and dates of different
/// precision whose common part is the same ("2026" and "2026-11").
std::partial_ordering compare(const Value& left, const Value& right);
/// Codings are equal by system and code; decimals by size ("1.0" and "1.00").
bool equal(const Value& left, const Value& right);
/// Numbers and dates.
bool has_order(const Value& value);

/// A FHIR date that the calendar has: "2026", "2026-11" or "2026-11-22".
bool is_date(std::string_view text);
/// A FHIR decimal; empty for other text and for what a double cannot hold.
std::optional<Decimal> to_decimal(std::string_view text);
/// A FHIR integer (32 bits); empty for other text and for numbers past its range.
std::optional<std::int64_t> to_integer(std::string_view text);
/// "valueCoding" without "value": boolean, integer, decimal, date, string or Coding.
const char* fhir_type(const Value& value);
/// No answer at all: a text without a visible character.
bool is_blank(const Value& value);
/// Overwrites what the value holds with zeroes.
void wipe(Value& value);

}  // namespace candor::screening
