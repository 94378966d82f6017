#include "desk/inbox/old_documents.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/files.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

bool is_own_folder(const fs::path& path) {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid();
}

void remove_documents_in(const fs::path& folder) {
    const auto entries = base::entries_of(folder);
    if (!entries) return;
    std::error_code ignored;
    for (const base::FolderEntry& entry : *entries)
        if (entry.name().starts_with("candor-print-") && is_own_folder(entry.path()))
            fs::remove_all(entry.path(), ignored);
}

}  // namespace

void remove_old_documents() {
    std::error_code ignored;
    if (const char* runtime = std::getenv("XDG_RUNTIME_DIR")) remove_documents_in(runtime);
    remove_documents_in(fs::temp_directory_path(ignored));
}

}  // namespace candor::desk
