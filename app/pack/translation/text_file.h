#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace candor::pack {

/// A file with line ends as "\n" and without a byte order mark, and what it had of both.
struct TextFile {
    std::string text;
    bool has_mark = false, has_returns = false;
};

/// Faults: those of base::read_file(); wrong_format (not UTF-8, or line ends of both kinds).
base::Result<TextFile> read_text_file(const std::filesystem::path& path);
/// The bytes of `text` as the file had them.
std::string bytes_of(const TextFile& file, std::string_view text);

}  // namespace candor::pack
