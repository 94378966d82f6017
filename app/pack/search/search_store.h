#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "pack/package/library.h"
#include "pack/package/progress.h"
#include "sqlite/database.h"

namespace candor::pack {

/// Raise it when the tables, the fields of a row, `fold` or `WordForms` change: stored indexes are
/// then rebuilt.
inline constexpr int kIndexFormat = 4;

/// Where something can be found: a page's title (block -1) or one of its blocks. Points into the
/// library.
struct SearchPlace {
    const Pack* pack = nullptr;
    const Page* page = nullptr;
    int block = -1;

    /// The heading that the block stands below, or is; empty: none.
    std::string heading() const;
    /// Plain text, a line each; of a title the page's first words.
    std::string shown() const;
};

/// What is searched of a place besides the page's title.
struct SearchRow {
    SearchPlace place;
    std::string heading, body;
};

/// In the order of their numbers in the index, from 1.
std::vector<SearchRow> search_rows(const Library& library);

/// A hash (BLAKE2b, hex) of the packs' ids and versions and of every row: equal keys, equal index.
std::string content_key(const Library& library, const std::vector<SearchRow>& rows);

/// Opens the index in `file`, writing it when it is missing, of another key or damaged; in memory
/// when `file` is empty or cannot be used. Only tables named "search_…" are touched, unless the
/// file as a whole is damaged: then it is made anew. Fault cancelled: `progress` said so, and
/// nothing was written.
base::Result<sqlite::Database> open_search_store(const std::filesystem::path& file,
                                                 const std::vector<SearchRow>& rows,
                                                 const std::string& key, const Progress& progress);

}  // namespace candor::pack
