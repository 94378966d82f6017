#pragma once
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

#include "base/worker.h"
#include "desk/shell/folder_listing.h"

namespace candor::desk {

// What the reader has to tell, with the number under which it was asked.
struct ListingRead {
    std::uint64_t number = 0;
    std::shared_ptr<const FolderListing> listing;
};
struct ChoiceSeen {
    std::uint64_t number = 0;
    std::optional<Listed> kind;  ///< nothing: it is not there
};
using FolderNews = std::variant<ListingRead, ChoiceSeen>;

/// Looks at folders for the file picker, on a thread of its own: a stick may be slow, and a server
/// may not answer. The folder that was read last is looked at again every second, so that what is
/// plugged in, made or removed meanwhile is seen.
class FolderReader {
  public:
    /// `stick_roots`: where sticks are mounted. `on_news` is called on the reader's thread.
    FolderReader(std::vector<std::filesystem::path> stick_roots, std::function<void()> on_news);
    ~FolderReader() { worker_.end(); }
    FolderReader(const FolderReader&) = delete;
    FolderReader& operator=(const FolderReader&) = delete;

    /// As list_folder(); what is under way for an earlier number breaks off.
    void read(std::uint64_t number, std::vector<std::filesystem::path> candidates);
    /// What lies at that path now.
    void look_at(std::uint64_t number, const std::filesystem::path& choice);
    /// Nobody looks any more.
    void stop();

    std::vector<FolderNews> take_news();
    bool busy() const;
    /// Blocks until all that was asked for is done (tests and --screens).
    void wait_until_idle() { worker_.wait_until_idle(); }

  private:
    /// What changes when something is added to a folder or removed, or a right to it changes.
    struct Stamp {
        bool there = false;
        std::int64_t changed_s = 0, changed_ns = 0;
        std::vector<std::filesystem::path> sticks;
        bool operator==(const Stamp&) const = default;
    };
    struct Watched {
        std::uint64_t number = 0;
        std::filesystem::path folder;
        Stamp stamp;
    };
    Stamp stamp_of(const std::filesystem::path& folder) const;
    void read_now(std::uint64_t number, const std::vector<std::filesystem::path>& candidates);
    void look_later();
    void look_again();
    void tell(FolderNews news);

    const std::vector<std::filesystem::path> stick_roots_;
    std::function<void()> on_news_;
    mutable std::mutex mutex_;
    std::vector<FolderNews> news_;
    std::optional<Watched> watched_;  ///< the reader's thread alone
    base::Worker worker_{"folders"};
};

}  // namespace candor::desk
