#include "pack/search/search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>

#include "base/secret_string.h"
#include "pack/folder/edit_distance.h"
#include "pack/search/query.h"
#include "pack/search/search_store.h"
#include "pack/search/snippet.h"

namespace candor::pack {
namespace {

constexpr int kMaxHits = 1'000;
constexpr std::size_t kMaxNearWords = 8;
/// Rows read for each page wanted, since several rows of a page may match.
constexpr int kRowsPerHit = 20;

constexpr const char* kFind =
    "SELECT r.id FROM search_text JOIN search_row AS r ON r.id = search_text.rowid "
    "WHERE search_text MATCH ?1 AND r.language = ?2 LIMIT ?3";

/// In no text, and longer than any word of a query.
constexpr std::string_view kNoWord = "\"qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq\"";
static_assert(kNoWord.size() > kMaxWordBytes + 2);

constexpr std::array kPasses{Pass{"{title title_forms} : ", true},
                             Pass{"{heading heading_forms} : ", true}, Pass{"", false},
                             Pass{"", true}};

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

/// And in one that is offered in its place, where nothing was found.
int letters_between(std::size_t letters) { return static_cast<int>(letters + 2) / 3; }

/// The item of a list of questions that holds most of the words; -1: the block is none.
int item_of(const SearchPlace& place, const std::vector<WantedWord>& wanted,
            const WordForms& forms) {
    if (place.block < 0) return -1;
    const auto& body = place.page->blocks.at(static_cast<std::size_t>(place.block)).body;
    const auto* faq = std::get_if<Faq>(&body);
    if (faq == nullptr) return -1;
    int best = -1;
    std::size_t most = 0;
    for (std::size_t i = 0; i < faq->items.size(); ++i) {
        const std::string words = faq->items[i].question + " " + plain_text(faq->items[i].answer);
        const std::size_t count = make_snippet(words, wanted, forms).matches.size();
        if (count <= most) continue;
        most = count;
        best = static_cast<int>(i);
    }
    return best;
}

}  // namespace

/// What a person typed lives here no longer than one `find`, and is zeroed at its end.
struct SearchIndex::Impl {
    std::shared_ptr<const Library> library;
    std::vector<SearchPlace> places;  ///< by the number of their row, less one
    sqlite::Database database;
    sqlite::Statement find_rows, word_from;
    std::map<std::string, WordForms> forms;  ///< by language
    /// Words of the index, those that more blocks hold first.
    struct Known {
        std::string letters;
        std::uint64_t bytes = 0;  ///< a bit for each byte that it has (mod 64)
    };
    std::vector<Known> vocabulary;

    const WordForms& forms_of(const std::string& language);
    bool has_word(const std::string& from, const std::string& to);
    bool is_start(const std::string& letters);
    bool is_known(const Group& group);
    void read_vocabulary();
    Group near_words(const std::string& word);
    std::vector<std::string> words_like(const std::string& word) const;
    std::string as_written(const std::string& language, const std::string& term);
    std::vector<Group> groups(const std::string& language, std::string_view words,
                              Beginnings beginnings);
    bool add_near_words(std::vector<Group>& groups, bool known_too);
    const SearchPlace* place_of(std::int64_t row, const std::string& language) const;
    std::vector<SearchHit> hits(const std::string& language, const std::vector<Group>& groups,
                                Combine combine, int limit);
    std::vector<SearchHit> hits_of(const std::string& language, std::string_view words, int limit);
    void forget_words();
};

const WordForms& SearchIndex::Impl::forms_of(const std::string& language) {
    return forms.try_emplace(language, language).first->second;
}

bool SearchIndex::Impl::has_word(const std::string& from, const std::string& to) {
    word_from.bind(from).bind(to);
    const bool known = word_from.step().value_or(false);
    word_from.reset();
    return known;
}

bool SearchIndex::Impl::is_start(const std::string& letters) {
    std::string end = letters + "\xF4\x8F\xBF\xBF";
    const bool known = has_word(letters, end);
    base::wipe(end);
    return known;
}

bool SearchIndex::Impl::is_known(const Group& group) {
    return is_start(group.front().letters) ||
           std::any_of(group.begin() + 1, group.end(), [&](const WantedWord& word) {
               return has_word(word.letters, word.letters);
           });
}

void SearchIndex::Impl::read_vocabulary() {
    auto all = sqlite::Statement::prepare(database,
                                          "SELECT term FROM search_vocabulary ORDER BY doc DESC");
    while (all && all->step().value_or(false)) {
        std::string letters = all->text(0);
        if (letters.starts_with(kStemMark)) continue;
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
        if (near.size() < kMaxNearWords) near.push_back({term, false, {}});
    }
    return near;
}

std::vector<Group> SearchIndex::Impl::groups(const std::string& language, std::string_view words,
                                             Beginnings beginnings) {
    const KnownWords known{[this](const std::string& word) { return has_word(word, word); },
                           [this](const std::string& start) { return is_start(start); }};
    return groups_of(words, beginnings, forms_of(language), known);
}

/// Adds what misspelt words may mean; to words that the index knows as well when `known_too`.
/// Returns whether anything was added.
bool SearchIndex::Impl::add_near_words(std::vector<Group>& groups, bool known_too) {
    bool added = false;
    for (auto& group : groups) {
        if (letters_forgiven(group.front().letters.size()) == 0) continue;
        if (!known_too && is_known(group)) continue;
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
    std::size_t count = 0;
    for (const auto& group : groups) count += group.size();
    wanted.reserve(count);
    for (const auto& group : groups) wanted.insert(wanted.end(), group.begin(), group.end());
    const WordForms& its = forms_of(language);
    const auto holds = [&](const std::string& text) {
        return !make_snippet(text, wanted, its).matches.empty();
    };
    std::vector<SearchHit> out;
    std::set<const Page*> pages;
    for (const Pass& pass : kPasses) {
        std::string match = expression(groups, combine, pass);
        find_rows.bind(match).bind(language).bind(std::int64_t{limit} * kRowsPerHit);
        while (static_cast<int>(out.size()) < limit && find_rows.step().value_or(false)) {
            const SearchPlace* place = place_of(find_rows.number(0), language);
            if (place == nullptr || pages.contains(place->page)) continue;
            auto snippet = make_snippet(place->shown(), wanted, its);
            if (snippet.matches.empty() && !holds(place->page->title) && !holds(place->heading()))
                continue;
            pages.insert(place->page);
            out.push_back({place->pack->id, place->page->id, place->block, place->page->title,
                           std::move(snippet.text), std::move(snippet.matches),
                           item_of(*place, wanted, its)});
        }
        find_rows.reset();
        base::wipe(match);
    }
    for (auto& word : wanted) {
        base::wipe(word.letters);
        base::wipe(word.then);
    }
    return out;
}

/// The terms of the index that are nearest to a word that it does not know, the nearest first:
/// those that differ in few letters, or start alike.
std::vector<std::string> SearchIndex::Impl::words_like(const std::string& word) const {
    constexpr std::size_t kMost = 12, kShortest = 3;
    constexpr int kAlike = 4;
    std::multimap<std::pair<int, int>, std::string> near;  // by distance, then by what they share
    const int allowed = letters_between(word.size());
    for (const auto& [term, bytes] : vocabulary) {
        if (term.size() < kShortest || term.front() != word.front()) continue;
        const auto differs = std::mismatch(term.begin(), term.end(), word.begin(), word.end());
        const int shared = static_cast<int>(differs.first - term.begin());
        const int distance = edit_distance(word, term, allowed);
        if (distance > allowed && shared < kAlike) continue;
        near.emplace(std::pair(distance, -shared), term);
        if (near.size() > kMost) near.erase(std::prev(near.end()));
    }
    std::vector<std::string> out;
    for (auto& [_, term] : near) out.push_back(std::move(term));
    return out;
}

/// As the first text that holds the term writes it; empty: none of that language does.
std::string SearchIndex::Impl::as_written(const std::string& language, const std::string& term) {
    const auto found = hits(language, {{{term, false, {}}}}, Combine::all, 1);
    if (found.empty() || found.front().matches.empty()) return {};
    const auto [begin, end] = found.front().matches.front();
    return found.front().snippet.substr(begin, end - begin);
}

/// FTS5's tokenizer keeps the last word that it folded until the next one overwrites it.
void SearchIndex::Impl::forget_words() {
    for (const auto& [_, its] : forms) its.forget();
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
    auto impl = std::make_unique<Impl>(Impl{std::move(library),
                                            {},
                                            std::move(database),
                                            std::move(find_rows),
                                            std::move(word_from),
                                            {},
                                            {}});
    for (const auto& row : rows) impl->places.push_back(row.place);
    impl->read_vocabulary();
    return std::unique_ptr<SearchIndex>(new SearchIndex(std::move(impl)));
}

/// Freer and freer until something is found.
std::vector<SearchHit> SearchIndex::Impl::hits_of(const std::string& language,
                                                  std::string_view words, int limit) {
    auto strict = groups(language, words, Beginnings::last);
    const bool too_short = strict.size() == 1 && strict.front().front().letters.size() == 1;
    if (strict.empty() || too_short) return {};
    add_near_words(strict, false);
    auto found = hits(language, strict, Combine::all, limit);
    auto free = groups(language, words, Beginnings::all);
    add_near_words(free, false);
    if (found.empty() && free.size() > 1) found = hits(language, free, Combine::all, limit);
    if (found.empty()) {
        auto freer = groups(language, words, Beginnings::last);
        if (add_near_words(freer, true)) found = hits(language, freer, Combine::all, limit);
        wipe(freer);
    }
    if (found.empty() && strict.size() > 1) found = hits(language, strict, Combine::any, limit);
    wipe(free);
    wipe(strict);
    return found;
}

std::vector<SearchHit> SearchIndex::find(const std::string& language, std::string_view words,
                                         int limit) const {
    if (limit <= 0) return {};
    auto found = impl_->hits_of(language, words, std::min(limit, kMaxHits));
    impl_->forget_words();
    return found;
}

std::vector<std::string> SearchIndex::nearest(const std::string& language, std::string_view words,
                                              int limit) const {
    std::vector<std::string> out;
    auto groups = impl_->groups(language, words, Beginnings::last);
    for (const auto& group : groups) {
        if (group.front().letters.size() < 3) continue;
        for (const auto& term : impl_->words_like(group.front().letters)) {
            if (static_cast<int>(out.size()) >= limit) break;
            std::string word = impl_->as_written(language, term);
            if (!word.empty() && std::find(out.begin(), out.end(), word) == out.end())
                out.push_back(std::move(word));
        }
    }
    wipe(groups);
    impl_->forget_words();
    return out;
}

}  // namespace candor::pack
