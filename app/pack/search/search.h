#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/package/library.h"
#include "pack/package/progress.h"

namespace candor::pack {

struct SearchHit {
    std::string pack, page;
    int block = 0;        ///< index into the page's blocks: where to open it; -1: the title
    std::string title;    ///< the page's
    std::string snippet;  ///< a line of plain text around the match
    std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< byte ranges of the snippet
    int item = -1;  ///< of a list of questions: the one that holds the words
};

/// Full-text search over a library (SQLite FTS5): whole words with their endings, the beginning of
/// the last one, accents folded, compounds in one word or two (word_forms.h, query.h). Where
/// nothing matches, beginnings of all words, and words at edit distance 1 (2 from eight letters
/// on). One thread at a time.
/// Queries are what people type: never logged, never stored, no query syntax. Whatever stands in
/// the file, what is shown comes from the library, and holds a word that was looked for.
class SearchIndex {
  public:
    /// `file` is library.db, rebuilt when missing, damaged or of other content; empty: in memory.
    /// `progress` (rows) is asked while it is built; false: fault cancelled, and no index is kept.
    static base::Result<std::unique_ptr<SearchIndex>> open(const std::filesystem::path& file,
                                                           std::shared_ptr<const Library> library,
                                                           const Progress& progress = {});
    ~SearchIndex();
    std::vector<SearchHit> find(const std::string& language, std::string_view words,
                                int limit) const;
    /// For words that find nothing: what the language's pages hold that is nearest to them, as it
    /// is written there, the nearest first.
    std::vector<std::string> nearest(const std::string& language, std::string_view words,
                                     int limit) const;

  private:
    struct Impl;
    explicit SearchIndex(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::pack
