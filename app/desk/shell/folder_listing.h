#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace candor::desk {

/// other: neither, as a link that leads nowhere.
enum class Listed { folder, file, other };
/// Of a path, links followed; nothing: there is no such thing, or it cannot be looked at.
std::optional<Listed> kind_of(const std::filesystem::path& path);

/// Something that lies in a folder.
struct ListedEntry {
    std::string name;   ///< its bytes, whatever they are
    std::string shown;  ///< shown_name()
    Listed kind = Listed::other;

    bool is_hidden() const { return name.starts_with('.'); }
};

/// A folder as it was at one moment. Immutable, shared between threads.
struct FolderListing {
    std::filesystem::path folder;               ///< from the root on
    std::vector<ListedEntry> entries;           ///< folders first, each kind by name
    std::optional<base::FaultKind> fault;       ///< it could not be listed
    std::vector<std::filesystem::path> sticks;  ///< that are mounted now
};

/// A name, or a path, as it can be shown: what is no UTF-8, controls a terminal or turns the
/// direction of what stands around it, or is not seen at all, becomes U+FFFD.
std::string shown_name(std::string_view bytes);

/// The first of these that is a folder, from the root on; the last where none is.
std::filesystem::path first_folder(const std::vector<std::filesystem::path>& candidates);
/// Breaks off when `goes_on` says no.
FolderListing list_folder(const std::filesystem::path& folder,
                          const std::function<bool()>& goes_on);

}  // namespace candor::desk
