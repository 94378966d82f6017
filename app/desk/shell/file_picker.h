#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "desk/shell/folder_listing.h"

namespace candor::desk {

enum class Field;

/// A list of folders and files from which a path is chosen instead of typed; while it is open, it
/// lies over everything else.
struct FilePicker {
    Field field{};                   ///< where the path goes
    Listed wanted = Listed::folder;  ///< folder: the one that is looked into
    std::string ending;              ///< of the files that are meant; empty: any
    std::string file_name;           ///< what is put behind the chosen folder; empty: nothing
    std::uint64_t number = 0;        ///< of what the reader was asked last
    std::shared_ptr<const FolderListing> listing;  ///< nullptr: it is being read
    bool everything = false;                       ///< what is hidden and what is not meant, too
    std::vector<std::size_t> shown;                ///< of listing->entries
    std::size_t selected = 0;                      ///< of `shown`
    bool pointed = false;          ///< a person selected it; else it is where the list begins
    std::string find;              ///< the name that is selected once the folder was read
    std::filesystem::path chosen;  ///< the reader looks whether it is there; empty: nothing
    std::string problem;           ///< why that could not be taken: a string's key; empty: none

    /// The entry of a row; nullptr: there is none.
    const ListedEntry* row(std::size_t index) const;
    const ListedEntry* selected_entry() const { return row(selected); }
    bool is_meant(const ListedEntry& entry) const;
    std::filesystem::path path_of(const ListedEntry& entry) const {
        return listing->folder / entry.name;
    }
    /// What would be taken now, without file_name; empty: nothing.
    std::filesystem::path choice() const;
    /// A folder as it was read; what was selected stays so, if it is there still.
    void take(std::shared_ptr<const FolderListing> now);
    /// Lists anew, by `everything`.
    void list();
    /// The next row from the selected one whose name starts so; none: the selected one.
    std::size_t next_that_starts(std::string_view letters) const;
};

/// Of the button beside a field that opens the picker for it, and of a row of the list.
std::string key_of_button(Field field);
std::string key_of_row(std::size_t row);

/// That folder, and all that it lies in, the nearest first.
std::vector<std::filesystem::path> with_parents(std::filesystem::path folder);

}  // namespace candor::desk
