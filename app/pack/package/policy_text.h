#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

// kiosk.yaml as text, changed a value at a time for people who wrote comments into it.

namespace candor::pack {

/// A text as YAML, in quotes, on one line.
std::string yaml_quoted(std::string_view text);

/// `text` with `value` (YAML, on one line) for `path`: "staff_code", or "clinic.name" for a key of
/// a map. Every other line stays as it is. A key that is there keeps its line and the comment
/// behind its value; one that waits in a comment ("#name: …", "#  name: …") comes out of it;
/// another one goes to the end, or below the map's own line. Fault wrong_format, naming the line:
/// the map does not stand on lines of its own ("clinic: {…}").
base::Result<std::string> with_value(const std::string& text, std::string_view path,
                                     const std::string& value);

/// `text` with the key `path`, and what stands below it, made a comment. Faults: the same.
base::Result<std::string> without_value(const std::string& text, std::string_view path);

/// The same of a top-level key that always can be set: the hash of another staff code.
std::string with_staff_code(const std::string& policy_text, const std::string& hash);

}  // namespace candor::pack
