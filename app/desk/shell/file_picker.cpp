#include "desk/shell/file_picker.h"

#include <algorithm>
#include <utility>

#include "pack/folder/fold.h"

namespace candor::desk {

namespace fs = std::filesystem;

const ListedEntry* FilePicker::row(std::size_t index) const {
    return listing && index < shown.size() ? &listing->entries[shown[index]] : nullptr;
}

bool FilePicker::is_meant(const ListedEntry& entry) const {
    if (entry.kind == Listed::folder) return true;
    if (entry.kind != Listed::file || wanted != Listed::file) return false;
    return pack::fold(entry.shown).ends_with(pack::fold(ending));
}

fs::path FilePicker::choice() const {
    if (!listing || listing->fault) return {};
    if (wanted == Listed::folder) return listing->folder;
    const ListedEntry* entry = selected_entry();
    return entry != nullptr && entry->kind == Listed::file ? path_of(*entry) : fs::path{};
}

void FilePicker::take(std::shared_ptr<const FolderListing> now) {
    if (const ListedEntry* entry = selected_entry()) find = entry->name;
    listing = std::move(now);
    list();
}

void FilePicker::list() {
    const bool was_pointed = std::exchange(pointed, false);
    shown.clear();
    selected = 0;
    if (!listing) return;
    for (std::size_t i = 0; i < listing->entries.size(); ++i) {
        const ListedEntry& entry = listing->entries[i];
        // In a folder that is wanted its files tell which one it is.
        const bool file = entry.kind == Listed::file && wanted == Listed::folder;
        if (!everything && (entry.is_hidden() || !(is_meant(entry) || file))) continue;
        if (entry.name == find) {
            selected = shown.size();
            pointed = was_pointed;
        }
        shown.push_back(i);
    }
    find.clear();
}

std::size_t FilePicker::next_that_starts(std::string_view letters) const {
    const std::string start = pack::fold(letters);
    for (std::size_t by = 1; !start.empty() && by <= shown.size(); ++by) {
        const std::size_t at = (selected + by) % shown.size();
        if (pack::fold(row(at)->shown).starts_with(start)) return at;
    }
    return selected;
}

std::string key_of_button(Field field) {
    return "browse-" + std::to_string(static_cast<int>(field));
}

std::string key_of_row(std::size_t row) { return "picked-" + std::to_string(row); }

std::vector<fs::path> with_parents(fs::path folder) {
    std::vector<fs::path> all;
    for (; !folder.empty(); folder = folder.parent_path()) {
        all.push_back(folder);
        if (folder == folder.parent_path()) break;
    }
    return all;
}

}  // namespace candor::desk
