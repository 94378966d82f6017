#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/finding.h"
#include "content/catalog_files.h"
#include "pack/checks/check_pack.h"
#include "pack/search/search.h"

namespace candor::desk {

struct FindingCounts {
    int errors = 0, warnings = 0, advice = 0;
};
FindingCounts counts_of(const base::Findings& findings);

/// What a pack says of itself.
struct PackHead {
    std::filesystem::path folder;
    std::string id;
    base::Localized title;
    int version = 0;  ///< 0: pack.yaml cannot be read
    std::vector<std::string> languages;
    pack::Review review;
};
/// Of one folder; an unreadable one has its folder's name alone.
PackHead head_of(const std::filesystem::path& folder);
/// Every folder below with a pack.yaml, or `folder` itself when it is a pack; sorted by name.
std::vector<PackHead> packs_in(const std::filesystem::path& folder);

/// A pack's folder as it was read and checked at one moment. Immutable, shared between threads.
struct OpenedPack {
    PackHead head;
    std::shared_ptr<const content::Catalog> catalog;  ///< of this pack alone, as the kiosk shows it
    std::shared_ptr<const pack::SearchIndex> index;   ///< nullptr: nothing can be found
    base::Findings findings;                          ///< errors first, then by file and line
    FindingCounts counts;
    pack::Measures measures;
    std::optional<pack::Score> score;
};

/// Reads and checks; `base` gives words and languages. Never fails: what is wrong are findings.
std::shared_ptr<const OpenedPack> open_pack(const std::filesystem::path& folder,
                                            const content::Catalog& base);

/// How a kiosk with these languages wants a pack.
pack::CheckOptions check_options(const content::Catalog& catalog);

/// "en" of "en/010-first.md", if the pack has such a language; else empty.
std::string language_of(const base::Finding& finding, const PackHead& head);
/// "010-first" of "en/010-first.md"; else empty.
std::string page_of(const base::Finding& finding);

}  // namespace candor::desk
