#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secret_string.h"

namespace candor::consult {

/// The lines of a key file by name, read and wiped. Format: keys.h.
class KeyText {
  public:
    /// At most 64 KiB. Fault wrong_format: another first line, a line that is no "name: value", a
    /// name twice.
    static base::Result<KeyText> load(const std::filesystem::path& file, std::string_view magic);
    ~KeyText() { base::wipe(text_); }
    KeyText(KeyText&&) = default;
    KeyText& operator=(KeyText&&) = default;

    /// Fault wrong_format when there is no such line.
    base::Result<std::string_view> value(std::string_view name) const;
    /// The value's base64 into exactly `out`; fault wrong_format for any other length.
    base::Result<void> bytes(std::string_view name, std::span<std::uint8_t> out) const;
    base::Fault wrong_line(std::string_view name, std::string detail) const;

  private:
    KeyText() = default;
    struct Line {
        int number = 0;
        std::size_t begin = 0, end = 0;  ///< of the value: offsets stay right when text_ moves
    };
    base::Result<void> split(std::string_view magic);

    std::string where_;
    std::string text_;
    std::map<std::string, Line, std::less<>> lines_;
};

std::string to_base64(std::span<const std::uint8_t> bytes);
/// False: not the base64 of exactly so many bytes.
bool from_base64(std::string_view text, std::span<std::uint8_t> out);

}  // namespace candor::consult
