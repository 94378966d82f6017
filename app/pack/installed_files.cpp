#include "pack/installed_files.h"

#include <string>
#include <system_error>

#include "pack/hasher.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

tl::unexpected<base::Fault> damaged_file(std::string_view path, std::string why) {
    return base::fail(base::FaultKind::damaged, std::string(path), std::move(why));
}

base::Result<void> check_name(const fs::directory_entry& entry, const std::string& path,
                              const PackageManifest& manifest) {
    const PackageFile* file = manifest.file(path);
    if (file == nullptr) return damaged_file(path, "the MANIFEST does not name it");
    std::error_code error;
    if (!entry.is_regular_file(error) || entry.is_symlink(error))
        return damaged_file(path, "a link, not a file");
    if (entry.file_size(error) != file->size || error)
        return damaged_file(path, "its size is not that of the MANIFEST");
    return {};
}

}  // namespace

base::Result<void> check_names(const fs::path& root, const PackageManifest& manifest) {
    std::error_code error;
    std::size_t found = 0;
    for (fs::recursive_directory_iterator entry(root, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->is_directory(error) && !entry->is_symlink(error)) continue;
        const auto path = entry->path().lexically_relative(root).string();
        if (auto good = check_name(*entry, path, manifest); !good) return good;
        ++found;
    }
    if (error) return damaged_file(root.string(), error.message());
    if (found == manifest.files.size()) return {};
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
