#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "pack/page/day_seen.h"
#include "pack/page/pack.h"

namespace candor::pack {

struct InstalledPack;    // store.h
enum class ShowShipped;  // policy.h

/// An installed pack with a file that is not as its MANIFEST says.
struct DamagedPack {
    std::string id;
    base::Fault why;
};

/// All packs of a content folder, sorted by `order` then id. Immutable once loaded; shared between
/// the frame's thread and the indexer.
struct Library {
    std::vector<Pack> packs;        ///< reading packs
    std::vector<Pack> self_checks;  ///< at most one is shown
    base::Findings findings;
    std::vector<std::shared_ptr<const base::Descriptor>>
        held;                          ///< installed versions stay while shown
    std::vector<DamagedPack> damaged;  ///< installed, and nothing of them is here

    const Pack* find(const std::string& id) const;
};

/// Every sub-folder with a pack.yaml. An empty or missing folder gives an empty library and a
/// finding.
std::shared_ptr<const Library> load_library(const std::filesystem::path& content_folder);

/// What becomes of packs whose review was due too long ago.
enum class Overdue {
    withdraw,
    keep  ///< they stay, as being reviewed: the day is doubted
};
Overdue overdue_on(const DaySeen& day);

/// The same with installed packs. Those in a good state are shown, each with the review that its
/// reviewer signed (else as a draft), in place of the shipped pack of the same id; one that does
/// not load, or is damaged, leaves the shipped one where it is. Packs whose review was due by more
/// than `grace_days` on `today` are left out with a finding; empty: it does not matter. A shipped
/// draft stays, with a warning: nobody ever reviewed it, as its pages say, and a kiosk that nobody
/// updates does not go dark.
std::shared_ptr<const Library> load_library(const std::filesystem::path& content_folder,
                                            const std::vector<InstalledPack>& installed,
                                            ShowShipped shipped, const std::string& today = {},
                                            int grace_days = 0,
                                            Overdue overdue = Overdue::withdraw);

/// A library of one folder alone, as it is being written: the preview.
std::shared_ptr<const Library> load_preview(const std::filesystem::path& folder);

}  // namespace candor::pack
