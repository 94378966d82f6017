#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "kiosk/options.h"
#include "pack/search.h"
#include "screens/state.h"

namespace candor::kiosk {

/// The names of all languages in `assets`, the words of `language` (English where there is none),
/// and an empty library: enough for the first frame. Faults: what is wrong with a file of strings.
base::Result<std::shared_ptr<screens::Catalog>> load_interface(const std::filesystem::path& assets,
                                                               const std::string& language);

struct Content {
    std::map<std::string, ui::Strings> strings;
    std::map<std::string, ui::KeyboardLayouts> keyboards;
    std::shared_ptr<const pack::Library> library;
    std::optional<screens::SelfCheck> self_check;
};

enum class Wait { no, yes };

/// Loads packs and the self-check, and then opens the search index, on a thread of its own.
/// `on_ready` is called there after each of the two. One thread takes.
class ContentLoader {
  public:
    ContentLoader(const Options& options, std::function<void()> on_ready);
    ~ContentLoader();

    /// The packs, once: when they are there, or when they are needed now.
    std::optional<Content> take_content(Wait wait);
    /// The index, once; nullptr: not yet, or it could not be opened (logged).
    std::unique_ptr<pack::SearchIndex> take_index(Wait wait);

  private:
    void run(const Options& options, const std::function<void()>& on_ready);

    std::mutex mutex_;
    std::condition_variable arrived_;
    bool content_done_ = false, index_done_ = false;
    std::optional<Content> content_;
    std::unique_ptr<pack::SearchIndex> index_;
    std::thread thread_;
};

}  // namespace candor::kiosk
