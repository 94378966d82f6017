#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "pack/pack.h"

namespace candor::pack {

/// All packs of a content folder, sorted by `order` then id. Immutable once loaded; shared between
/// the frame's thread and the indexer.
struct Library {
    std::vector<Pack> packs;        ///< reading packs
    std::vector<Pack> self_checks;  ///< at most one is shown
    base::Findings findings;

    const Pack* find(const std::string& id) const;
};

/// Every sub-folder with a pack.yaml. An empty or missing folder gives an empty library and a
/// finding.
std::shared_ptr<const Library> load_library(const std::filesystem::path& content_folder);

}  // namespace candor::pack
