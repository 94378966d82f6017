#include "pack/folder/installed_files.h"

#include <string>
#include <system_error>

#include "base/files.h"
#include "pack/folder/hasher.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

tl::unexpected<base::Fault> damaged_file(std::string_view path, std::string why) {
    return base::fail(base::FaultKind::damaged, std::string(path), std::move(why));
}

base::Result<void> check_name(const base::FolderEntry& entry, const std::string& path,
                              const PackageManifest& manifest) {
    const PackageFile* file = manifest.file(path);
    if (file == nullptr) return damaged_file(path, "the MANIFEST does not name it");
    std::error_code error;
    if (!entry.is_file() || entry.is_link()) return damaged_file(path, "a link, not a file");
    if (fs::file_size(entry.path(), error) != file->size || error)
        return damaged_file(path, "its size is not that of the MANIFEST");
    return {};
}

/// Of the folder and those below it; `found` counts the files.
base::Result<void> check_names_in(const fs::path& folder, const fs::path& root,
                                  const PackageManifest& manifest, std::size_t& found) {
    const auto entries = base::entries_of(folder);
    if (!entries) return damaged_file(entries.error().where, entries.error().detail);
    for (const base::FolderEntry& entry : *entries) {
        const bool below = entry.is_folder() && !entry.is_link();
        const auto path = entry.path().lexically_relative(root).string();
        auto good = below ? check_names_in(entry.path(), root, manifest, found)
                          : check_name(entry, path, manifest);
        if (!good) return good;
        if (!below) ++found;
    }
    return {};
}

}  // namespace

base::Result<void> check_names(const fs::path& root, const PackageManifest& manifest) {
    std::size_t found = 0;
    TRY(check_names_in(root, root, manifest, found));
    if (found == manifest.files.size()) return {};
    std::error_code error;
    for (const auto& file : manifest.files)
        if (!fs::exists(root / file.path, error)) return damaged_file(file.path, "it is missing");
    return damaged_file(root.string(), "a file is missing");
}

base::Result<void> check_bytes(const PackageManifest& manifest, std::string_view path,
                               std::string_view bytes) {
    const PackageFile* file = manifest.file(path);
    if (file == nullptr) return damaged_file(path, "the MANIFEST does not name it");
    Hasher hasher;
    hasher.add(bytes);
    if (bytes.size() != file->size || hasher.finish() != file->hash)
        return damaged_file(path, "its bytes are not those of the MANIFEST");
    return {};
}

}  // namespace candor::pack
