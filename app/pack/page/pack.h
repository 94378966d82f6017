#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/localized.h"
#include "base/result.h"
#include "pack/folder/package_manifest.h"
#include "pack/page/page.h"
#include "pack/page/strength.h"

namespace candor::pack {

/// What a source is: readers see it as a badge. sources.yaml has the same names; content/README.md
/// tells what each is for.
enum class SourceKind {
    unnamed,  ///< a kind that we do not know, or none: shown without a badge
    clinic,   ///< the clinic's own text
    maker,    ///< who makes or sells it
    register_,
    trial,
    review,
    guideline,
    regulator,
    health_service,
    prize,
    study,  ///< no trial: a series without a comparison, laboratory work, a case report
    law,
    society,  ///< of doctors: what it tells the public
    book,     ///< a textbook, or a chapter of one
    website   ///< of somebody who is none of these
};

/// As in sources.yaml: "health-service". Empty for `unnamed`.
std::string_view name_of(SourceKind kind);

struct Source {
    std::string id;
    int number = 0;  ///< its place in sources.yaml, from 1
    std::string citation, link;
    SourceKind kind = SourceKind::unnamed;
    Strength strength;
    base::Localized note;  ///< how strong, in plain words
    std::vector<std::string> evidence;
};

struct Term {
    std::string id;
    base::Localized term, meaning;
    std::vector<std::string> questions;  ///< of a self-check that uses it, by their linkIds
};

enum class ReviewStatus { draft, reviewed };
enum class ReviewTime {
    current,
    coming,    ///< due soon: staff see it
    passed,    ///< patients see "being reviewed"
    withdrawn  ///< past the grace period: not shown any more
};
struct ReviewDue {
    ReviewTime time = ReviewTime::current;
    int days = 0;  ///< until the day; negative: since
};
struct Review {
    ReviewStatus status = ReviewStatus::draft;
    std::string role, name, date, review_by;
    ReviewDue due;  ///< as of the day on which the library was loaded; see review_due.h
};

/// A pack as loaded from its folder; see content/README.md for the format.
struct Pack {
    std::filesystem::path folder;
    std::string id;
    int version = 0, order = 0;
    std::vector<std::string> languages;
    base::Localized title, summary, cover_alt, updates, funding;
    std::filesystem::path cover;
    std::string tint, published;
    std::string in_short;  ///< id of the page whose first list sums the pack up; empty: none
    Review review;
    std::vector<Source> sources;
    std::vector<Term> terms;
    std::map<std::string, std::vector<Page>> pages;  ///< by language, in order
    bool is_self_check = false;                      ///< has questionnaire.yaml instead of pages
    std::string questionnaire, guidance;             ///< a self-check's files as they were read
    /// What the files of an installed pack must be; nullptr: it is shipped, or being written.
    std::shared_ptr<const PackageManifest> manifest;

    const Source* source(const std::string& id) const;
    const Term* term(const std::string& id) const;
    /// nullptr where the language has no such page.
    const Page* page(const std::string& language, const std::string& id) const;
    /// The pages of a language; empty when there are none.
    const std::vector<Page>& pages_in(const std::string& language) const;
    /// An option that its pages show; nullptr: they show none of that id.
    const Option* option(const std::string& language, std::string_view id) const;
    /// What the pack says in short: the first list of the page `in_short`; nullptr: there is none.
    const List* key_messages(const std::string& language) const;
};

/// A `page:` link of a page. It can be checked only where all packs are known.
struct PageLink {
    std::string file;  ///< the page's, relative to its pack's folder
    int line = 0;
    std::string language;
    std::string target;  ///< "PACK/PAGE"
};

struct LoadedPack {
    std::optional<Pack> pack;  ///< empty when the pack itself cannot be shown; see Keep
    base::Findings findings;   ///< everything wrong, with file and line
    std::vector<PageLink> page_links;
    /// Of an installed pack: the first file that is not as its MANIFEST says. There is no pack
    /// then.
    std::optional<base::Fault> damage;
};

/// What to give of a pack that cannot be shown: nothing, for the kiosk; or, for those who check it,
/// as much as could be read.
enum class Keep { what_can_be_shown, what_can_be_read };

/// Reads one folder. A page that cannot be shown is left out with a finding; a pack without a good
/// pack.yaml or without any good page is left out whole. With a MANIFEST the folder must hold its
/// files and no other, and each text is held against its hash as it is read; pictures, which are
/// read later, are not (see checked_pictures.h). Never throws; bounded in size and depth.
LoadedPack load_pack(const std::filesystem::path& folder, Keep keep = Keep::what_can_be_shown,
                     const std::shared_ptr<const PackageManifest>& manifest = {});

}  // namespace candor::pack
