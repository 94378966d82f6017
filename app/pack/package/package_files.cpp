#include "pack/package/package_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/files.h"
#include "pack/folder/package_path.h"
#include "pack/package/approval.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;

constexpr int kMaxFolderDepth = 32;

bool is_left_by_a_system(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array<std::string_view, 5> kNames{"thumbs.db", "ehthumbs.db", "desktop.ini",
                                                     "__macosx", "$recycle.bin"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_left_out(const std::string& name, bool at_top) {
    if (name.starts_with('.') || name.starts_with("~$") || name.ends_with('~')) return true;
    if (is_left_by_a_system(name)) return true;
    if (!at_top) return false;
    return name == kManifestName || name == signature_file(Role::author) ||
           name == signature_file(Role::reviewer);
}

/// The files below a folder, with their sizes.
class FolderScan {
  public:
    explicit FolderScan(const fs::path& root) : root_(root) {}
    base::Result<PackageFiles> files();

  private:
    base::Result<void> scan(const std::string& inside, int depth);
    base::Result<void> look_at(const std::string& name, int depth);
    base::Result<void> take(const std::string& name, std::uint64_t size);
    base::Result<void> refuse(base::Fault fault) {
        found_.refused.push_back(std::move(fault));
        return {};
    }

    const fs::path& root_;
    PathSet paths_;
    std::uint64_t total_ = 0;
    PackageFiles found_;
};

base::Result<void> FolderScan::look_at(const std::string& name, int depth) {
    struct stat info {};
    if (::lstat((root_ / name).c_str(), &info) != 0)
        return base::fail(FaultKind::unreadable, name, "it cannot be looked at");
    if (S_ISDIR(info.st_mode)) return scan(name, depth + 1);
    if (S_ISREG(info.st_mode)) return take(name, static_cast<std::uint64_t>(info.st_size));
    return refuse({FaultKind::refused, name, "it is a link or a device, not a file"});
}

base::Result<void> FolderScan::take(const std::string& name, std::uint64_t size) {
    auto allowed = check_path(name);
    if (allowed) allowed = paths_.add(name);
    if (!allowed) return refuse(allowed.error());
    if ((total_ += size) > kMaxPackageBytes - kMaxManifestBytes)
        return base::fail(FaultKind::too_large, root_.string(), "over 1 GiB of files");
    if (found_.files.size() >= kMaxPackageFiles)
        return base::fail(FaultKind::too_large, root_.string(), "over 20,000 files");
    found_.files.push_back({name, size, {}});
    return {};
}

base::Result<void> FolderScan::scan(const std::string& inside, int depth) {
    if (depth > kMaxFolderDepth)
        return base::fail(FaultKind::too_large, inside, "folders are too deep");
    const auto entries = base::entries_of(root_ / inside);
    if (!entries)
        return base::fail(FaultKind::unreadable, entries.error().where, entries.error().detail);
    for (const base::FolderEntry& entry : *entries) {
        const std::string name = entry.name();
        if (is_left_out(name, inside.empty())) continue;
        TRY(look_at(inside.empty() ? name : inside + "/" + name, depth));
    }
    return {};
}

base::Result<PackageFiles> FolderScan::files() {
    TRY(scan("", 0));
    std::sort(found_.files.begin(), found_.files.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return std::move(found_);
}

}  // namespace

base::Result<PackageFiles> files_of_package(const fs::path& folder) {
    return FolderScan(folder).files();
}

}  // namespace candor::pack
