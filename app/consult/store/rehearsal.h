#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "base/result.h"

namespace candor::consult {

/// Could a request be stored in this consult.db now? Goes through storing one up to the commit, and
/// asks the disk for the room; nothing stays. Where there is no file yet, none is made. Faults as
/// Queue's; damaged for a file that was emptied, too.
base::Result<void> rehearse(const std::filesystem::path& file, int busy_ms);

/// Moves a consult.db that is damaged out of the way, with its log, as
/// "consult.db.damaged-2026-11-28" (numbered where that is taken), so that a new one can be begun.
/// Nothing is deleted. Gives the new name; none: it is not damaged, or another program was faster.
base::Result<std::optional<std::filesystem::path>> set_aside_if_damaged(
    const std::filesystem::path& file, const std::string& day, int busy_ms);

/// The files that were set aside in a folder and are still there, by name.
std::vector<std::filesystem::path> set_aside_in(const std::filesystem::path& folder);

}  // namespace candor::consult
