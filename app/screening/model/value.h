#pragma once
#include <compare>
#include <string_view>

#include "screening/model/decimal.h"
#include "screening/model/questionnaire.h"

namespace candor::screening {

/// How two answers stand to each other. Numbers compare by size, integers with decimals too; dates,
/// dateTimes and times as calendar.h says; quantities of one unit by size; all else only as equal
/// or not, uris with texts too. Unordered: different kinds, different units, and a quantity with a
/// comparator.
std::partial_ordering compare(const Value& left, const Value& right);
/// Is it the same answer? Codings by system and code, and where neither has a code by system and
/// display: R4 lets words alone stand for a code. An absent system is unknown, so it equals only
/// another absent one; a Coding with a code never equals one without. Decimals by size ("1.0" and
/// "1.00").
bool equal(const Value& left, const Value& right);
/// By system and code where both have a code, else by the unit's name.
bool same_unit(const Quantity& left, const Quantity& right);
/// That much in this unit, whose name is its display, else its code.
Quantity measured_in(const Unit& unit, const Decimal& amount);
/// Numbers, dates, dateTimes, times and quantities.
bool has_order(const Value& value);

/// A FHIR uri: some characters, none of them white space.
bool is_uri(std::string_view text);
/// "valueCoding" without "value": Coding, Integer, DateTime ….
const char* fhir_type(const Value& value);
/// No answer at all: a text without a visible character.
bool is_blank(const Value& value);
/// Overwrites what the value holds with zeroes.
void wipe(Value& value);

}  // namespace candor::screening
