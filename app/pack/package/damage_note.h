#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace candor::pack {

/// The line of packs/ID/damaged: "2026-11-22T12:40:00Z version 3 is damaged (WHERE: WHY); version 2
/// is shown instead". `shown`: what takes its place; nothing: the pack is not shown any more.
std::string damage_note(const std::string& now, int damaged, const base::Fault& why,
                        std::optional<int> shown);
/// The version that such a line says is damaged; nothing: it is no such line.
std::optional<int> damaged_version_in(std::string_view note);

}  // namespace candor::pack
