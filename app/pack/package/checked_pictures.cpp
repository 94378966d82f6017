#include "pack/package/checked_pictures.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "pack/folder/installed_files.h"
#include "pack/package/store.h"
#include "pack/page/form_pictures.h"
#include "screening/reading/node.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

bool is_below(const fs::path& path, const fs::path& folder) {
    const auto [end, _] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return !folder.empty() && end == folder.end();
}

}  // namespace

void CheckedPictures::hold(const Library& library) {
    const std::lock_guard lock(mutex_);
    std::erase_if(manifests_, [](const auto& known) { return known.second.expired(); });
    for (const auto* packs : {&library.packs, &library.self_checks})
        for (const auto& pack : *packs)
            if (pack.manifest) manifests_[pack.folder] = pack.manifest;
}

std::optional<CheckedPictures::Place> CheckedPictures::place_of(const fs::path& path) {
    const std::lock_guard lock(mutex_);
    for (const auto& [folder, known] : manifests_)
        if (is_below(path, folder)) return Place{folder, known.lock()};
    std::error_code error;
    const auto packs = fs::weakly_canonical(packs_folder(state_dir_), error);
    if (!error && is_below(path, packs)) return Place{};
    return std::nullopt;
}

base::Result<base::OpenFile> CheckedPictures::open(const fs::path& path, std::size_t max_bytes) {
    const auto place = place_of(path);
    if (!place) return open_picture(path, max_bytes);
    if (!place->manifest)
        return base::fail(base::FaultKind::refused, path.string(),
                          "it is of no pack that is shown");
    auto file = checked(*place, path, max_bytes);
    if (!file) {
        const std::lock_guard lock(mutex_);
        if (std::find(damaged_.begin(), damaged_.end(), place->folder) == damaged_.end())
            damaged_.push_back(place->folder);
    }
    return file;
}

base::Result<base::OpenFile> CheckedPictures::checked(const Place& place, const fs::path& path,
                                                      std::size_t max_bytes) {
    const auto form = form_of_picture(path);
    const fs::path& file = form ? *form : path;
    const auto bytes = TRY(base::read_file(file, form ? screening::kMaxBytes : max_bytes));
    TRY(check_bytes(*place.manifest, file.lexically_relative(place.folder).string(), bytes));
    if (form) return picture_in_form(bytes, path, max_bytes);
    return base::file_in_memory(bytes, path.string());
}

std::vector<fs::path> CheckedPictures::take_damaged() {
    const std::lock_guard lock(mutex_);
    return std::exchange(damaged_, {});
}

}  // namespace candor::pack
