#include "pack/search/search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>

#include "base/secret_string.h"
#include "pack/folder/edit_distance.h"
#include "pack/folder/fold.h"
#include "pack/search/search_store.h"
#include "pack/search/snippet.h"

namespace candor::pack {
namespace {

constexpr int kMaxHits = 1'000;
constexpr std::size_t kMaxQueryBytes = 300;
constexpr std::size_t kMaxQueryWords = 8;
constexpr std::size_t kMaxWordBytes = 40;
constexpr std::size_t kMaxNearWords = 8;
/// Rows read for each page wanted, since several rows of a page may match.
constexpr int kRowsPerHit = 20;

constexpr const char* kFind =
    "SELECT r.id FROM search_text JOIN search_row AS r ON r.id = search_text.rowid "
    "WHERE search_text MATCH ?1 AND r.language = ?2 LIMIT ?3";

/// In no text, and longer than any word of a query.
constexpr std::string_view kNoWord = "\"qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq\"";
static_assert(kNoWord.size() > kMaxWordBytes + 2);

/// The words that may stand for one word of the query.
using Group = std::vector<WantedWord>;

enum class Combine { all, any };

/// Where words count most comes first, and within it a pack's own order. A rank over all matches
/// would read every one of them: hundreds of milliseconds for a common word in 10,000 pages.
struct Pass {
    const char* columns;
    bool beginnings;  ///< a word of the text may begin with the word of the query
};
constexpr std::array kPasses{Pass{"title : ", true}, Pass{"heading : ", true}, Pass{"", false},
                             Pass{"", true}};

/// An FTS5 expression. Each word is letters and digits in quotes, so no query syntax gets through.
std::string expression(const std::vector<Group>& groups, Combine combine, const Pass& pass) {
    std::string out;
    for (const auto& group : groups) {
        out += out.empty()               ? std::string(pass.columns) + '('
               : combine == Combine::all ? " AND "
                                         : " OR ";
        out += '(';
        for (const auto& word : group) {
            if (out.back() != '(') out += " OR ";
            out += '"' + word.letters + (word.prefix && pass.beginnings ? "\"*" : "\"");
        }
        out += ')';
    }
    return out + ')';
}

std::uint64_t key_of(std::string_view word) {
    std::uint64_t bits = 0;
    for (const char byte : word)
        bits |= std::uint64_t{1} << (static_cast<unsigned char>(byte) % 64);
    return bits;
}

/// How many letters may be wrong in a word of the query.
int letters_forgiven(std::size_t letters) {
    if (letters < 3) return 0;
    return letters < 8 ? 1 : 2;
}

bool holds(const std::string& text, const std::vector<WantedWord>& wanted) {
    return !make_snippet(text, wanted).matches.empty();
}

void wipe(std::vector<Group>& groups) {
    for (auto& group : groups)
        for (auto& word : group) base::wipe(word.letters);
}

}  // namespace

/// What a person typed lives here no longer than one `find`, and is zeroed at its end.
struct SearchIndex::Impl {
    std::shared_ptr<const Library> library;
    std::vector<SearchPlace> places;  ///< by the number of their row, less one
    sqlite::Database database;
    sqlite::Statement find_rows, word_from;
    /// Words of the index, those that more blocks hold first.
    struct Known {
        std::string letters;
        std::uint64_t bytes = 0;  ///< a bit for each byte that it has (mod 64)
    };
    std::vector<Known> vocabulary;

    bool is_known(const std::string& start);
    void read_vocabulary();
    Group near_words(const std::string& word);
    std::vector<Group> groups(std::string_view words);
    bool add_near_words(std::vector<Group>& groups, bool known_too);
    const SearchPlace* place_of(std::int64_t row, const std::string& language) const;
    std::vector<SearchHit> hits(const std::string& language, const std::vector<Group>& groups,
                                Combine combine, int limit);
    void forget_words();
};

bool SearchIndex::Impl::is_known(const std::string& start) {
    std::string end = start + "\xF4\x8F\xBF\xBF";
    word_from.bind(start).bind(end);
    const bool known = word_from.step().value_or(false);
    word_from.reset();
    base::wipe(end);
    return known;
}

void SearchIndex::Impl::read_vocabulary() {
    auto all = sqlite::Statement::prepare(database,
                                          "SELECT term FROM search_vocabulary ORDER BY doc DESC");
    while (all && all->step().value_or(false)) {
        std::string letters = all->text(0);
        const std::uint64_t bytes = key_of(letters);
        vocabulary.push_back({std::move(letters), bytes});
    }
}

/// The nearest words of the index; those that more blocks hold come first.
Group SearchIndex::Impl::near_words(const std::string& word) {
    Group near;
    int allowed = letters_forgiven(word.size());
    const std::uint64_t bytes = key_of(word);
    for (const auto& [term, its_bytes] : vocabulary) {
        // One change takes away at most one kind of byte and brings at most one.
        if (std::popcount(bytes ^ its_bytes) > 2 * allowed) continue;
        const int distance = edit_distance(word, term, allowed);
        if (distance == 0 || distance > allowed) continue;
        if (distance < allowed) near.clear();
        allowed = distance;
        if (near.size() < kMaxNearWords) near.push_back({term, false});
    }
    return near;
}

std::vector<Group> SearchIndex::Impl::groups(std::string_view words) {
    std::vector<Group> out;
    for (auto& word : folded_words(words.substr(0, kMaxQueryBytes))) {
        if (out.size() < kMaxQueryWords && word.letters.size() <= kMaxWordBytes) {
            Group& group = out.emplace_back();
            group.reserve(1 + kMaxNearWords);
            WantedWord& wanted = group.emplace_back();
            wanted.letters = word.letters;
            wanted.prefix = word.letters.size() > 1;
        }
        base::wipe(word.letters);
    }
    return out;
}

/// Adds what misspelt words may mean; to words that the index knows as well when `known_too`.
/// Returns whether anything was added.
bool SearchIndex::Impl::add_near_words(std::vector<Group>& groups, bool known_too) {
    bool added = false;
    for (auto& group : groups) {
        if (group.size() > 1 || letters_forgiven(group.front().letters.size()) == 0) continue;
        if (!known_too && is_known(group.front().letters)) continue;
        for (auto& near : near_words(group.front().letters)) {
            group.push_back(std::move(near));
            added = true;
        }
    }
    return added;
}

/// nullptr: the file names a row that this library does not have.
const SearchPlace* SearchIndex::Impl::place_of(std::int64_t row,
                                               const std::string& language) const {
    if (row < 1 || static_cast<std::size_t>(row) > places.size()) return nullptr;
    const SearchPlace& place = places[static_cast<std::size_t>(row) - 1];
    return place.page->language == language ? &place : nullptr;
}

std::vector<SearchHit> SearchIndex::Impl::hits(const std::string& language,
                                               const std::vector<Group>& groups, Combine combine,
                                               int limit) {
    std::vector<WantedWord> wanted;
    wanted.reserve(groups.size() * (1 + kMaxNearWords));
    for (const auto& group : groups) wanted.insert(wanted.end(), group.begin(), group.end());
    std::vector<SearchHit> out;
    std::set<const Page*> pages;
    for (const Pass& pass : kPasses) {
        std::string match = expression(groups, combine, pass);
        find_rows.bind(match).bind(language).bind(std::int64_t{limit} * kRowsPerHit);
        while (static_cast<int>(out.size()) < limit && find_rows.step().value_or(false)) {
            const SearchPlace* place = place_of(find_rows.number(0), language);
            if (place == nullptr || pages.contains(place->page)) continue;
            auto snippet = make_snippet(place->shown(), wanted);
            if (snippet.matches.empty() && !holds(place->page->title, wanted) &&
                !holds(place->heading(), wanted))
                continue;
            pages.insert(place->page);
            out.push_back({place->pack->id, place->page->id, place->block, place->page->title,
                           std::move(snippet.text), std::move(snippet.matches)});
        }
        find_rows.reset();
        base::wipe(match);
    }
    for (auto& word : wanted) base::wipe(word.letters);
    return out;
}

/// FTS5's tokenizer keeps the last word that it folded until the next one overwrites it.
void SearchIndex::Impl::forget_words() {
    find_rows.bind(kNoWord).bind("").bind(std::int64_t{1});
    static_cast<void>(find_rows.step());
    find_rows.reset();
}

SearchIndex::SearchIndex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SearchIndex::~SearchIndex() = default;

base::Result<std::unique_ptr<SearchIndex>> SearchIndex::open(const std::filesystem::path& file,
                                                             std::shared_ptr<const Library> library,
                                                             const Progress& progress) {
    const auto rows = search_rows(*library);
    auto database = TRY(open_search_store(file, rows, content_key(*library, rows), progress));
    auto find_rows = TRY(sqlite::Statement::prepare(database, kFind));
    auto word_from = TRY(sqlite::Statement::prepare(
        database, "SELECT 1 FROM search_vocabulary WHERE term >= ?1 AND term <= ?2 LIMIT 1"));
    auto impl = std::unique_ptr<Impl>(new Impl{std::move(library),
                                               {},
                                               std::move(database),
                                               std::move(find_rows),
                                               std::move(word_from),
                                               {}});
    for (const auto& row : rows) impl->places.push_back(row.place);
    impl->read_vocabulary();
    return std::unique_ptr<SearchIndex>(new SearchIndex(std::move(impl)));
}

std::vector<SearchHit> SearchIndex::find(const std::string& language, std::string_view words,
                                         int limit) const {
    auto groups = impl_->groups(words);
    const bool too_short = groups.size() == 1 && groups.front().front().letters.size() == 1;
    if (groups.empty() || too_short || limit <= 0) return {};
    limit = std::min(limit, kMaxHits);
    impl_->add_near_words(groups, false);
    auto found = impl_->hits(language, groups, Combine::all, limit);
    if (found.empty()) {
        auto freer = impl_->groups(words);
        if (impl_->add_near_words(freer, true))
            found = impl_->hits(language, freer, Combine::all, limit);
        wipe(freer);
    }
    if (found.empty() && groups.size() > 1)
        found = impl_->hits(language, groups, Combine::any, limit);
    wipe(groups);
    impl_->forget_words();
    return found;
}

}  // namespace candor::pack
