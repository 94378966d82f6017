#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

#include "base/places.h"
#include "base/worker.h"
#include "content/care.h"
#include "content/catalog_files.h"
#include "pack/package/policy.h"
#include "pack/package/store.h"
#include "pack/page/day_seen.h"
#include "pack/search/search.h"

namespace candor::content {

/// What was loaded at once.
struct Content {
    std::shared_ptr<const Words> words;  ///< nullptr: they could not be read
    std::shared_ptr<const pack::Library> library;
    std::shared_ptr<const SelfCheck> self_check;
    pack::Clinic clinic;
    pack::Surroundings around;
    pack::Hearing hearing;  ///< what there is for people who listen
    /// As kiosk.yaml says, whatever the command line does; nothing: it could not be loaded.
    std::optional<pack::DisplayPolicy> display;
};

enum class Wait { no, yes };

/// Loads packs and the self-check, then opens the search index, then looks at every byte of the
/// installed packs, on a thread of its own; and all of it again when it is asked to. A damaged pack
/// falls back to its version before: at once where a text shows it, so that nothing of it is seen,
/// and later where a picture does. Where loading itself fails (no memory), what is shown stays, or
/// there is nothing to show, and it is tried again every minute. `on_ready` is called there when
/// something has arrived. One thread takes.
class ContentLoader {
  public:
    /// `preview`: one pack alone, as it is being written; empty: what is shipped and installed.
    ContentLoader(base::Places places, std::filesystem::path preview,
                  std::function<void()> on_ready, Care care = Care::usual);

    /// Packs or kiosk.yaml have changed on the disk, or the day has. Any thread.
    void reload();
    /// The same, after a picture of an installed pack was not what it should be. Any thread.
    void doubt(const std::filesystem::path& pack_folder);
    /// What is live now is what a careful start may trust. Any thread.
    void went_well();
    /// Something newer than what was taken is being loaded.
    bool is_loading();
    /// The packs, once: when they are there, or when they are needed now.
    std::optional<Content> take_content(Wait wait);
    /// The index, once; nullptr: not yet, or it could not be opened (logged).
    std::unique_ptr<pack::SearchIndex> take_index(Wait wait);

  private:
    void load_and_verify();
    void load();
    std::shared_ptr<const pack::Library> load_installed();
    void look_at_logo();
    std::shared_ptr<const pack::Library> load_whole();
    void step_back();
    bool give_way(const pack::Library& library);
    bool fall_back(const pack::InstalledPack& pack, const base::Fault& why);
    void keep_highest(const pack::InstalledPack& pack);
    pack::DaySeen look_at_day() const;
    bool verify();
    void load_failed(const base::Fault& fault);

    base::Places places_;
    std::filesystem::path preview_;
    std::function<void()> on_ready_;
    Care care_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    bool content_done_ = false, index_done_ = false, reload_ = false;
    std::vector<std::filesystem::path> doubted_;
    // The loader's own thread alone:
    bool ever_loaded_ = false, stepped_back_ = false;
    std::shared_ptr<const Words> words_;
    std::vector<pack::InstalledPack> installed_;
    pack::Clinic clinic_;
    pack::Surroundings around_;
    pack::Hearing hearing_;
    pack::DisplayPolicy display_;
    std::set<std::filesystem::path> verified_;
    std::optional<Content> content_;
    std::unique_ptr<pack::SearchIndex> index_;
    base::Worker worker_{"content"};
};

}  // namespace candor::content
