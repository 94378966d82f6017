#pragma once
#include <optional>
#include <string>

#include "screening/model/questionnaire.h"
#include "screening/reading/node.h"

namespace candor::screening {

/// A value[x] element as found: `key` is its whole name, "" where there is none. `problem` says why
/// it has no value ("wrong-type", "unsupported-type", "not-a-date", "not-a-date-time",
/// "not-a-time", "not-a-uri", "not-a-quantity", "not-an-integer", "not-a-decimal", "two-values").
struct FoundValue {
    std::string key;
    std::optional<Value> value;
    std::string problem;
};

/// Is it a Coding that says neither a code nor a display?
bool is_empty_coding(const Node& map, const FoundValue& found);

/// Reads the element of `map` whose name starts with `prefix` ("value", "answer") and goes on with
/// a FHIR type: valueCoding, answerInteger.
FoundValue find_value(const Node& map, const std::string& prefix);

}  // namespace candor::screening
