#include "desk/shell/folder_reader.h"

#include <sys/stat.h>

#include <chrono>
#include <utility>

#include "base/mounts.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kLookEvery{1};

}  // namespace

FolderReader::FolderReader(std::vector<fs::path> stick_roots, std::function<void()> on_news)
    : stick_roots_(std::move(stick_roots)), on_news_(std::move(on_news)) {}

void FolderReader::read(std::uint64_t number, std::vector<fs::path> candidates) {
    worker_.stop();
    const auto work = [this, number, candidates = std::move(candidates)] {
        read_now(number, candidates);
    };
    worker_.add(work, [this, number](const base::Fault& fault) {
        auto listing = std::make_shared<FolderListing>();
        listing->fault = fault.kind;
        tell(ListingRead{number, std::move(listing)});
    });
}

void FolderReader::read_now(std::uint64_t number, const std::vector<fs::path>& candidates) {
    const fs::path folder = first_folder(candidates);
    // Of the moment before: what comes while it is read is seen as a change.
    Stamp stamp = stamp_of(folder);
    auto listing = list_folder(folder, [this] { return worker_.goes_on(); });
    if (!worker_.goes_on()) return;
    listing.sticks = stamp.sticks;
    watched_ = Watched{number, folder, std::move(stamp)};
    tell(ListingRead{number, std::make_shared<const FolderListing>(std::move(listing))});
    look_later();
}

void FolderReader::look_at(std::uint64_t number, const fs::path& choice) {
    const auto work = [this, number, choice] {
        tell(ChoiceSeen{number, kind_of(choice)});
        look_later();
    };
    worker_.add(work, [this, number](const base::Fault&) {
        tell(ChoiceSeen{number, std::nullopt});
    });
}

FolderReader::Stamp FolderReader::stamp_of(const fs::path& folder) const {
    Stamp stamp;
    struct stat seen {};
    stamp.there = ::stat(folder.c_str(), &seen) == 0;
    if (stamp.there) {
        stamp.changed_s = seen.st_ctim.tv_sec;
        stamp.changed_ns = seen.st_ctim.tv_nsec;
    }
    stamp.sticks = base::mounted_below(stick_roots_);
    return stamp;
}

void FolderReader::look_later() {
    worker_.add_when_quiet(kLookEvery, [this] { look_again(); });
}

void FolderReader::look_again() {
    if (!watched_ || !worker_.goes_on()) return;
    if (stamp_of(watched_->folder) == watched_->stamp) return look_later();
    read_now(watched_->number, {watched_->folder});
}

void FolderReader::stop() {
    worker_.drop();
    const std::lock_guard lock(mutex_);
    news_.clear();
}

void FolderReader::tell(FolderNews news) {
    {
        const std::lock_guard lock(mutex_);
        if (worker_.is_dropped()) return;
        news_.push_back(std::move(news));
    }
    on_news_();
}

std::vector<FolderNews> FolderReader::take_news() {
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, {});
}

bool FolderReader::busy() const {
    if (!worker_.is_idle()) return true;
    const std::lock_guard lock(mutex_);
    return !news_.empty();
}

}  // namespace candor::desk
