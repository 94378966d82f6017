#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "pack/library.h"
#include "pack/sqlite.h"

namespace candor::pack {

/// Raise it when the tables, the fields of a row or `fold` change: stored indexes are then rebuilt.
inline constexpr int kIndexFormat = 2;

/// What can be found: a page's title (block -1) or one of its blocks.
struct SearchRow {
    std::string pack, page, language, title, heading;
    int block = -1;
    std::string body;   ///< searched
    std::string shown;  ///< plain text, a line each; the title's row shows the page's first words
};

std::vector<SearchRow> search_rows(const Library& library);

/// A hash (BLAKE2b, hex) of the packs' ids and versions and of every row: equal keys, equal index.
std::string content_key(const Library& library, const std::vector<SearchRow>& rows);

/// Opens the index in `file`, writing it when it is missing, of another key or damaged; in memory
/// when `file` is empty or cannot be used. Only tables named "search_…" are touched, unless the
/// file as a whole is damaged: then it is made anew.
base::Result<Database> open_search_store(const std::filesystem::path& file,
                                         const std::vector<SearchRow>& rows,
                                         const std::string& key);

}  // namespace candor::pack
