#include "desk/shell/folder_listing.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/files.h"
#include "base/utf8.h"
#include "pack/folder/fold.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

constexpr char32_t kReplacement = 0xFFFD;

struct Range {
    char32_t first, last;
};
/// Controls, marks and overrides of direction, ends of lines, and what takes no room (but joiners,
/// which Persian and emoji need).
constexpr Range kUnseen[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},
                             {0x61C, 0x61C},   {0x180E, 0x180E}, {0x200B, 0x200B},
                             {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
                             {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};

bool is_unseen(char32_t c) {
    return c == base::kInvalidCodePoint ||
           std::any_of(std::begin(kUnseen), std::end(kUnseen),
                       [c](const Range& range) { return c >= range.first && c <= range.last; });
}

Listed kind_of(const base::FolderEntry& entry) {
    if (entry.is_folder()) return Listed::folder;
    return entry.is_file() ? Listed::file : Listed::other;
}

/// By name as people look for it: without regard to case and accents.
void sort_for_people(std::vector<ListedEntry>& entries) {
    struct Keyed {
        std::string key;
        ListedEntry entry;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(entries.size());
    for (ListedEntry& each : entries) keyed.push_back({pack::fold(each.shown), std::move(each)});
    std::stable_sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
        const bool file_a = a.entry.kind != Listed::folder, file_b = b.entry.kind != Listed::folder;
        return std::tie(file_a, a.key) < std::tie(file_b, b.key);
    });
    for (std::size_t i = 0; i < keyed.size(); ++i) entries[i] = std::move(keyed[i].entry);
}

fs::path from_root(const fs::path& path) {
    std::error_code unknown;
    const fs::path absolute = fs::absolute(path, unknown);
    fs::path normal = (unknown ? path : absolute).lexically_normal();
    if (!normal.has_filename() && normal.has_relative_path()) normal = normal.parent_path();
    return normal;
}

}  // namespace

std::string shown_name(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const char32_t c = base::next_code_point(bytes, at);
        base::append_utf8(out, is_unseen(c) ? kReplacement : c);
    }
    return out;
}

std::optional<Listed> kind_of(const fs::path& path) {
    std::error_code error;
    switch (fs::status(path, error).type()) {
        case fs::file_type::none:
        case fs::file_type::not_found:
            return std::nullopt;
        case fs::file_type::directory:
            return Listed::folder;
        case fs::file_type::regular:
            return Listed::file;
        default:
            return Listed::other;
    }
}

fs::path first_folder(const std::vector<fs::path>& candidates) {
    const auto found = std::find_if(candidates.begin(), candidates.end(), [](const fs::path& each) {
        return kind_of(each) == Listed::folder;
    });
    if (candidates.empty()) return "/";
    return from_root(found == candidates.end() ? candidates.back() : *found);
}

FolderListing list_folder(const fs::path& folder, const std::function<bool()>& goes_on) {
    FolderListing listing;
    listing.folder = folder;
    const auto entries = base::entries_of(listing.folder);
    if (!entries) {
        listing.fault = entries.error().kind;
        return listing;
    }
    for (const base::FolderEntry& entry : *entries) {
        if (!goes_on()) return listing;
        std::string name = entry.name();
        std::string shown = shown_name(name);
        listing.entries.push_back({std::move(name), std::move(shown), kind_of(entry)});
    }
    sort_for_people(listing.entries);
    return listing;
}

}  // namespace candor::desk
