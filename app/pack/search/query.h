#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/search/snippet.h"

namespace candor::pack {

/// The words that may stand for one word of the query. The first is what was typed.
using Group = std::vector<WantedWord>;

inline constexpr std::size_t kMaxWordBytes = 40;

/// Which words of the query may be beginnings: the last alone, which is perhaps being typed still,
/// or all of them.
enum class Beginnings { last, all };

/// What the index knows.
struct KnownWords {
    std::function<bool(const std::string&)> word, start;
};

/// What is looked for by what a person typed, at most eight words. What is typed as one word and
/// written as two (or the other way round) is found where the index knows the parts. Wipe it.
std::vector<Group> groups_of(std::string_view typed, Beginnings beginnings, const WordForms& forms,
                             const KnownWords& known);
void wipe(std::vector<Group>& groups);

enum class Combine { all, any };

/// Where words count most comes first, and within it a pack's own order. A rank over all matches
/// would read every one of them: hundreds of milliseconds for a common word in 10,000 pages.
struct Pass {
    const char* columns;
    bool beginnings;  ///< a word of the text may begin with the word of the query
};

/// An FTS5 expression. Each word is letters and digits in quotes, so no query syntax gets through.
std::string expression(const std::vector<Group>& groups, Combine combine, const Pass& pass);

}  // namespace candor::pack
