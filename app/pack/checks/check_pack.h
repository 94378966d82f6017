#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "pack/checks/claim_table.h"
#include "pack/checks/measures.h"
#include "pack/checks/proved.h"
#include "pack/checks/score.h"

namespace candor::pack {

struct CheckOptions {
    std::string today;                     ///< "2026-11-22"; empty: the clock's day
    std::optional<int> installed_version;  ///< of this pack on the kiosk; the new one must be above
    bool claims = false;                   ///< give them as well
    /// The languages that the kiosk speaks; empty: it is not known which.
    std::vector<std::string> spoken{};
};

struct CheckedPack {
    base::Findings findings;  ///< by file and line
    Measures measures;
    std::vector<ClaimRow> claims;  ///< when they were asked for
    std::optional<Score> score;    ///< empty when too little of the pack could be read
    std::optional<Proved> proved;  ///< of a self-check that could be read
};

/// Everything that is wrong with a pack's folder: what load_pack() finds, and every check of
/// check_table.cpp; content/CHECKS.md documents each code. Works on packs that may not be shown,
/// as far as they can be read. Opens nothing outside the folder but the pages of packs beside it,
/// to see whether `page:` links lead somewhere. Never throws.
CheckedPack check_pack_and_score(const std::filesystem::path& folder,
                                 const CheckOptions& options = {});
base::Findings check_pack(const std::filesystem::path& folder, const CheckOptions& options = {});

}  // namespace candor::pack
