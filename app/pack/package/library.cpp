#include "pack/package/library.h"
#include "pack/package/held_folder.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <set>
#include <system_error>
#include <thread>
#include <tuple>

#include "base/descriptor.h"
#include "base/files.h"
#include "base/last_catch.h"
#include "pack/folder/report.h"
#include "pack/package/policy.h"
#include "pack/package/store.h"
#include "pack/page/page_texts.h"
#include "pack/page/review_due.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

/// The `page:` links of a pack that is shown.
struct LinksOfPack {
    std::string folder, id;
    std::vector<PageLink> links;
};

/// Folders that hold a pack, sorted by name.
std::vector<fs::path> pack_folders(const fs::path& content) {
    std::vector<fs::path> found;
    const auto entries = base::entries_of(content);
    if (!entries) return found;
    std::error_code unreadable;
    for (const base::FolderEntry& entry : *entries)
        if (!entry.name().starts_with('.') && fs::exists(entry.path() / "pack.yaml", unreadable))
            found.push_back(entry.path());
    return found;
}

void sort_packs(std::vector<Pack>& packs) {
    std::sort(packs.begin(), packs.end(), [](const Pack& a, const Pack& b) {
        return std::tie(a.order, a.id) < std::tie(b.order, b.id);
    });
}

bool leads_somewhere(const Library& library, const std::string& language,
                     const std::string& target) {
    const auto slash = target.find('/');
    const Pack* pack = library.find(target.substr(0, slash));
    return pack != nullptr && pack->page(language, target.substr(slash + 1)) != nullptr;
}

/// Shows the words of the links to `targets` plainly, so that no tap leads nowhere.
void unlink(Pack& pack, const std::string& language, const std::set<std::string>& targets) {
    const auto unlink_text = [&](auto& text) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, RichText>)
            for (auto& run : text)
                if (run.link == LinkKind::page && targets.contains(run.target))
                    run.link = LinkKind::none, run.target.clear();
    };
    for (auto& page : pack.pages[language])
        for (auto& block : page.blocks) for_each_text(block, unlink_text);
}

/// Leaving a page or pack out can cut links, but it never cuts a page: one pass is enough.
void check_page_links(Library& library, const LinksOfPack& from) {
    std::map<std::string, std::set<std::string>> broken;
    for (const auto& link : from.links) {
        if (leads_somewhere(library, link.language, link.target)) continue;
        broken[link.language].insert(link.target);
        Report(from.folder + "/" + link.file, library.findings)
            .warning(
                link.line, "unknown-page",
                "The link to " + in_quotes(link.target) +
                    " leads nowhere: there is no such page in this language, or it has errors.",
                "Correct it, or write or mend that page. Its words are shown plainly.");
    }
    for (auto& pack : library.packs)
        if (pack.id == from.id)
            for (const auto& [language, targets] : broken) unlink(pack, language, targets);
}

/// Packs that hide one another, or that are too few for a kiosk.
void check_number(Library& library, const std::string& content) {
    Report report(content, library.findings);
    if (library.packs.empty() && library.self_checks.empty())
        report.error(0, "no-packs", "There is no pack in this folder that can be shown.",
                     "Put pack folders into it, each with a pack.yaml.");
    else if (library.packs.empty())
        report.warning(0, "self-check-alone",
                       "There is a self-check, but no pack with pages, so a kiosk has nothing to "
                       "read.",
                       "Put a pack with pages beside it.");
    for (std::size_t i = 1; i < library.self_checks.size(); ++i)
        report.warning(0, "second-self-check",
                       "A kiosk shows one self-check: \"" + library.self_checks[0].id + "\". \"" +
                           library.self_checks[i].id + "\" is not shown.",
                       "Take one of them out of the folder.");
}

/// Takes over what was loaded, findings under the names of their folders.
void add_pack(Library& library, const std::string& folder, LoadedPack loaded,
              std::vector<LinksOfPack>& links) {
    for (auto& finding : loaded.findings) {
        finding.file = folder + "/" + finding.file;
        library.findings.push_back(std::move(finding));
    }
    if (!loaded.pack) return;
    links.push_back({folder, loaded.pack->id, std::move(loaded.page_links)});
    auto& packs = loaded.pack->is_self_check ? library.self_checks : library.packs;
    packs.push_back(std::move(*loaded.pack));
}

/// Where a pack comes from; nullptr: it is shipped.
struct Place {
    fs::path folder;
    const InstalledPack* installed = nullptr;
};

std::vector<Place> places_of(const fs::path& content, const std::vector<InstalledPack>& installed,
                             ShowShipped shipped) {
    std::vector<Place> places;
    for (const auto& pack : installed)
        if (pack.state == InstalledPack::State::good) places.push_back({pack.folder, &pack});
    const bool wanted = shipped == ShowShipped::yes ||
                        (shipped == ShowShipped::when_nothing_else && places.empty());
    if (!wanted) return places;
    for (auto& folder : pack_folders(content)) places.push_back({std::move(folder)});
    return places;
}

/// What pack.yaml says of a review counts for nothing in an installed pack: signatures do.
void take_signed_review(Pack& pack, const Approval& approval) {
    Review review;
    review.review_by = pack.review.review_by;
    if (const auto& reviewer = approval.reviewer) {
        review.status = ReviewStatus::reviewed;
        review.role = reviewer->profession;
        review.name = reviewer->name;
        review.date = reviewer->date;
    }
    pack.review = std::move(review);
}

/// A pack that makes loading throw (no memory) is one that cannot be shown.
LoadedPack load_one(const Place& place) {
    auto loaded = base::contained(place.folder.string(), [&] {
        return load_pack(place.folder, Keep::what_can_be_shown,
                         place.installed ? place.installed->manifest : nullptr);
    });
    if (loaded) return std::move(*loaded);
    LoadedPack none;
    Report(place.folder.string(), none.findings)
        .error(0, "unreadable-pack", "This pack cannot be loaded (" + loaded.error().detail + ").",
               "Check it with \"candor pack check\".");
    return none;
}

/// Two at a time: a pack takes milliseconds, and the first frame waits for them.
std::vector<LoadedPack> load_all(const std::vector<Place>& places) {
    std::vector<LoadedPack> loaded(places.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < places.size(); i = next++) loaded[i] = load_one(places[i]);
    };
    std::jthread second;
    try {
        if (places.size() > 1) second = std::jthread(work);
    } catch (const std::system_error&) {
        // No thread to be had: this one does it all.
    }
    work();
    if (second.joinable()) second.join();
    return loaded;
}

struct ReviewLimit {
    std::string today;
    int grace_days = 0;
    Overdue overdue = Overdue::withdraw;
};

enum class Origin { shipped, installed };

/// Notes when the review is due, and leaves out what was to be reviewed too long ago.
void judge_review(const std::string& folder, const ReviewLimit& limit, Origin origin,
                  LoadedPack& loaded) {
    if (!loaded.pack) return;
    auto& review = loaded.pack->review;
    review.due = review_due(review, limit.today, limit.grace_days);
    if (review.due.time != ReviewTime::withdrawn) return;
    const bool draft = origin == Origin::shipped && review.status == ReviewStatus::draft;
    if (draft || limit.overdue == Overdue::keep) {
        review.due.time = ReviewTime::passed;
        Report(folder, loaded.findings)
            .warning(0, "review-long-due",
                     "The pack was to be reviewed by " + review.review_by + "; it is still shown.",
                     draft ? "Update Candor, or install a pack that was reviewed."
                           : "Set the clock right, or say on the staff screen that it is.");
        return;
    }
    Report(folder, loaded.findings)
        .error(0, "review-withdrawn",
               "The pack was to be reviewed by " + review.review_by + "; it is not shown any more.",
               "Have it reviewed, and install the new version.");
    loaded.pack.reset();
}

/// A folder that is there under two names: what is found by its id would be either of the two.
void leave_out_a_double(const Library& library, LoadedPack& loaded) {
    if (!loaded.pack || library.find(loaded.pack->id) == nullptr) return;
    Report("pack.yaml", loaded.findings)
        .error(0, "duplicate-id",
               "Another pack has the id " + in_quotes(loaded.pack->id) + "; this one is not shown.",
               "Give each pack an id, and a folder, of its own.");
    loaded.pack.reset();
}

void fill(Library& library, const fs::path& content, const std::vector<Place>& places,
          const ReviewLimit& limit) {
    std::vector<LinksOfPack> links;
    std::set<std::string> taken;  ///< ids of installed packs, which come first
    for (const auto& place : places)
        if (place.installed != nullptr)
            library.held.push_back(
                std::make_shared<const base::Descriptor>(hold_folder(place.folder.parent_path())));
    auto loaded = load_all(places);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto* installed = places[i].installed;
        const auto name = places[i].folder.filename().string();
        if (installed == nullptr && taken.contains(name)) continue;
        if (loaded[i].damage) library.damaged.push_back({name, *loaded[i].damage});
        if (installed != nullptr && loaded[i].pack) {
            take_signed_review(*loaded[i].pack, installed->approval);
            taken.insert(loaded[i].pack->id);
        }
        const Origin origin = installed != nullptr ? Origin::installed : Origin::shipped;
        judge_review("pack.yaml", limit, origin, loaded[i]);
        leave_out_a_double(library, loaded[i]);
        add_pack(library, name, std::move(loaded[i]), links);
    }
    sort_packs(library.packs);
    sort_packs(library.self_checks);
    for (const auto& of_pack : links) check_page_links(library, of_pack);
    check_number(library, content.filename().string());
}

}  // namespace

const Pack* Library::find(const std::string& id) const {
    for (const auto* list : {&packs, &self_checks})
        for (const auto& pack : *list)
            if (pack.id == id) return &pack;
    return nullptr;
}

Overdue overdue_on(const DaySeen& day) {
    return day.doubt == DaySeen::Doubt::none ? Overdue::withdraw : Overdue::keep;
}

std::shared_ptr<const Library> load_library(const fs::path& content_folder) {
    return load_library(content_folder, {}, ShowShipped::yes);
}

std::shared_ptr<const Library> load_library(const fs::path& content_folder,
                                            const std::vector<InstalledPack>& installed,
                                            ShowShipped shipped, const std::string& today,
                                            int grace_days, Overdue overdue) {
    auto library = std::make_shared<Library>();
    try {
        fill(*library, content_folder, places_of(content_folder, installed, shipped),
             {today, grace_days, overdue});
    } catch (const std::exception& problem) {
        Report(content_folder.filename().string(), library->findings)
            .error(0, "unreadable-folder",
                   std::string("The packs cannot be read (") + problem.what() + ").",
                   "Check that there is enough memory and that the folder can be read.");
    }
    return library;
}

std::shared_ptr<const Library> load_preview(const fs::path& folder) {
    auto library = std::make_shared<Library>();
    auto loaded = load_pack(folder);
    for (auto& finding : loaded.findings) library->findings.push_back(std::move(finding));
    if (!loaded.pack) return library;
    auto& packs = loaded.pack->is_self_check ? library->self_checks : library->packs;
    packs.push_back(std::move(*loaded.pack));
    return library;
}

}  // namespace candor::pack
