#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "pack/page/fenced_block.h"

namespace candor::pack {

/// Turns the text of `id`.md into a page. Nothing, with at least one error finding in the scope's
/// report, when the page cannot be shown whole.
std::optional<Page> read_page(std::string_view text, const std::string& id,
                              const std::filesystem::path& file, const PageScope& scope);

}  // namespace candor::pack
