#include "content/sticks.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/files.h"
#include "base/letter_case.h"
#include "base/mounts.h"

namespace candor::content {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPackageEnding = ".candorpack";
constexpr int kBelowRoots = 2;  ///< /media/USER/LABEL

using GoesOn = std::function<bool()>;

bool is_package(const base::FolderEntry& entry) {
    return base::lower_case(entry.path().extension().string()) == kPackageEnding && entry.is_file();
}

/// What a system keeps on a stick for itself: ".Trash-1000", "System Volume Information".
bool is_hidden(const std::string& name) {
    return name.starts_with('.') || name == "System Volume Information" || name == "$RECYCLE.BIN";
}

/// Looks through one stick, breadth first, so that what lies on top is found however much is below.
class Search {
  public:
    Search(Stick& stick, const GoesOn& goes_on) : stick_(stick), goes_on_(goes_on) {}

    void run() {
        std::vector<fs::path> level{stick_.folder}, below;
        for (int depth = 0; depth <= kDeepest && !level.empty(); ++depth) {
            for (const fs::path& folder : level)
                if (!look_into(folder, below)) return;
            level = std::exchange(below, {});
        }
        if (!level.empty()) full_ = true;
        finish();
    }

  private:
    /// False: enough, or nobody waits any more.
    bool look_into(const fs::path& folder, std::vector<fs::path>& below) {
        if (goes_on_ && !goes_on_()) return false;
        if (++folders_ > kMostFolders) {
            full_ = true;
            finish();
            return false;
        }
        const auto entries = base::entries_of(folder);
        if (!entries) {
            unreadable_ = unreadable_ || folder == stick_.folder;
            return true;
        }
        for (const base::FolderEntry& entry : *entries) {
            if (is_hidden(entry.name()) || entry.is_link()) continue;
            if (is_package(entry))
                stick_.packages.push_back(entry.path());
            else if (entry.is_folder())
                below.push_back(entry.path());
        }
        return true;
    }

    void finish() {
        std::sort(stick_.packages.begin(), stick_.packages.end());
        if (stick_.packages.size() > kMostPackages) {
            stick_.packages.resize(kMostPackages);
            full_ = true;
        }
        using State = Stick::State;
        stick_.state = unreadable_               ? State::unreadable
                       : full_                   ? State::not_all
                       : stick_.packages.empty() ? State::empty
                                                 : State::good;
    }

    Stick& stick_;
    const GoesOn& goes_on_;
    std::size_t folders_ = 0;
    bool full_ = false, unreadable_ = false;
};

Stick stick_at(const fs::path& folder, const GoesOn& goes_on) {
    Stick stick;
    stick.folder = folder;
    stick.name = folder.filename().string();
    Search(stick, goes_on).run();
    return stick;
}

/// Whether a package lies in this folder itself.
bool holds_packages(const std::vector<base::FolderEntry>& entries) {
    return std::any_of(entries.begin(), entries.end(), is_package);
}

/// Folders that hold packages or folders with some, and are no mount points: where an automounter
/// uses links, and where somebody named a folder. Two levels down a folder is looked through like a
/// stick (USER/LABEL), since packages lie in folders on sticks.
void add_folders(const fs::path& folder, int levels, const std::vector<fs::path>& mounts,
                 const GoesOn& goes_on, std::vector<Stick>& out) {
    if (goes_on && !goes_on()) return;
    const auto entries = base::entries_of(folder);
    if (!entries) return;
    if (levels == 0 || holds_packages(*entries)) {
        Stick stick = stick_at(folder, goes_on);
        if (!stick.packages.empty()) out.push_back(std::move(stick));
        return;
    }
    for (const base::FolderEntry& entry : *entries) {
        if (is_hidden(entry.name()) || !entry.is_folder()) continue;
        if (std::find(mounts.begin(), mounts.end(), entry.path()) != mounts.end()) continue;
        add_folders(entry.path(), levels - 1, mounts, goes_on, out);
    }
}

/// As the kernel names them: without links.
std::vector<fs::path> real_paths(const std::vector<fs::path>& roots) {
    std::vector<fs::path> out;
    for (const fs::path& root : roots) {
        std::error_code error;
        fs::path real = fs::canonical(root, error);
        if (!error) out.push_back(std::move(real));
    }
    return out;
}

std::vector<Stick> folders_below(const std::vector<fs::path>& roots,
                                 const std::vector<fs::path>& mounts, const GoesOn& goes_on) {
    std::vector<Stick> out;
    for (const fs::path& root : roots)
        if (std::find(mounts.begin(), mounts.end(), root) == mounts.end())
            add_folders(root, kBelowRoots, mounts, goes_on, out);
    return out;
}

}  // namespace

std::vector<Stick> look_for_sticks(const std::vector<fs::path>& roots, const GoesOn& goes_on) {
    const auto real = real_paths(roots);
    const auto mounts = base::mounted_below(real, base::Roots::counted);
    std::vector<Stick> out = folders_below(real, mounts, goes_on);
    for (const fs::path& mount : mounts)
        if (!goes_on || goes_on()) out.push_back(stick_at(mount, goes_on));
    std::sort(out.begin(), out.end(),
              [](const Stick& a, const Stick& b) { return a.folder < b.folder; });
    return out;
}

std::vector<fs::path> stick_folders(const std::vector<fs::path>& roots, const GoesOn& goes_on) {
    const auto real = real_paths(roots);
    std::vector<fs::path> out = base::mounted_below(real, base::Roots::counted);
    for (auto& stick : folders_below(real, out, goes_on)) out.push_back(std::move(stick.folder));
    return out;
}

std::vector<fs::path> stick_places(const std::vector<fs::path>& roots) {
    std::vector<fs::path> out;
    for (const fs::path& root : roots) {
        const auto entries = base::entries_of(root);
        if (!entries) continue;
        for (const base::FolderEntry& entry : *entries)
            if (entry.is_folder()) out.push_back(entry.path());
    }
    return out;
}

}  // namespace candor::content
