#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

/// JSON from elsewhere: whoever has the public key can seal anything, and a server can answer
/// anything. Here it is parsed within bounds and read without an exception.
namespace candor::consult::fhir {

using Json = nlohmann::ordered_json;

// A form of 500 questions takes a tenth of the bytes and of the values; FHIR's largest resource has
// fewer than a hundred elements; groups would stand in one another thirty times.
inline constexpr std::size_t kMaxJsonBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxJsonDepth = 100;
inline constexpr std::size_t kMaxJsonValues = 100'000;
inline constexpr std::size_t kMaxJsonMembers = 200;  ///< of one object

/// JSON whose strings are zeroed on destruction. No deeper than kMaxJsonDepth.
class WipedJson {
  public:
    WipedJson() = default;
    explicit WipedJson(Json json) : json_(std::move(json)) {}
    ~WipedJson() { wipe(json_); }
    WipedJson(WipedJson&& other) noexcept : json_(std::move(other.json_)) {}
    WipedJson& operator=(WipedJson&&) = delete;
    Json& operator*() { return json_; }
    Json* operator->() { return &json_; }
    const Json& operator*() const { return json_; }

  private:
    static void wipe(Json& json);
    Json json_;
};

/// Faults, with the byte and never the text: wrong_format (not JSON, not UTF-8, a NUL, a number
/// that no double holds, one name twice in an object); too_large (past one of the bounds above).
base::Result<WipedJson> parse(std::string_view text, const std::string& where);

/// The member, or null: whatever it is asked of.
const Json& member(const Json& json, const char* name);
/// The first of a list, or null.
const Json& first(const Json& list);
/// A string; of anything else "". Valid as long as `json`.
std::string_view text_of(const Json& json);
std::string_view text_of(const Json& json, const char* name);

}  // namespace candor::consult::fhir
