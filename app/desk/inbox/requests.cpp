#include "desk/inbox/requests.h"

#include <algorithm>
#include <utility>

#include "base/instant.h"
#include "base/secret_string.h"
#include "consult/request/reference.h"
#include "pack/folder/fold.h"

namespace candor::desk {
namespace {

/// Stands before a number that has no calling code, in what is searched; in no text that is typed.
constexpr char kNational = '\t';
/// And before a typed number that has one, in what is looked for.
constexpr char kInternational = '+';
/// Before one with its country's zero.
constexpr char kWithZero = '\x01';

constexpr std::string_view kApostrophes[] = {"'", "`", "\u2019", "\u2018", "\u02BC", "\u00B4"};

void erase_all(std::string& text, std::string_view part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
        text.erase(at, part.size());
}

/// Without what people put between the digits of a phone number and the groups of a reference, and
/// without apostrophes: straight ones, curly ones and none are the same.
std::string searchable(std::string_view text) {
    std::string out = pack::fold(text);
    std::erase_if(
        out, [](char c) { return std::string_view("-+()./").find(c) != std::string_view::npos; });
    for (const auto sign : kApostrophes) erase_all(out, sign);
    return out;
}

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

bool has_calling_code(std::string_view number) {
    const auto first = number.find_first_not_of(" (");
    const std::string_view rest =
        number.substr(first == std::string_view::npos ? number.size() : first);
    return rest.starts_with('+') || rest.starts_with("00");
}

/// Its digits without the zeros that a country puts before them, or before a calling code.
std::string bare_number(std::string_view number) {
    std::string digits = without_blanks(searchable(number));
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

bool is_number(std::string_view typed) {
    constexpr std::size_t kFewest = 3;
    const std::string digits = without_blanks(searchable(typed));
    return digits.size() >= kFewest && digits.find_first_not_of("0123456789") == std::string::npos;
}

/// What is looked for by a number.
std::string number_word(std::string_view typed) {
    const std::string digits = bare_number(typed);
    if (has_calling_code(typed)) return kInternational + digits;
    const bool zero = without_blanks(searchable(typed)).starts_with('0');
    return zero ? kWithZero + digits : digits;
}

/// A line each, so that no match runs from one to the next.
std::string searched_text(const Entry& entry) {
    const std::string& phone = entry.opened.phone;
    std::string out = searchable(entry.opened.first_name) + "\n";
    if (!has_calling_code(phone)) out += kNational;
    out += bare_number(phone) + "\n" + searchable(entry.opened.email) + "\n" +
           searchable(entry.row.request.reference);
    return out;
}

/// Whether a number with a calling code is found: as it is, or without the code in a number that
/// has none. Which digits are the code is not known: there are one to three of them.
bool holds_number(const std::string& searched, std::string_view digits) {
    constexpr std::size_t kMostOfCode = 3, kFewest = 3;
    if (searched.find(digits) != std::string::npos) return true;
    for (std::size_t code = 1; code <= kMostOfCode && code + kFewest <= digits.size(); ++code) {
        const std::string national = kNational + std::string(digits.substr(code));
        if (searched.find(national) != std::string::npos) return true;
    }
    return false;
}

/// Whether a number that was typed with its country's zero is found: at the start of one that has
/// no calling code, or behind the code of one that has.
bool holds_national(const std::string& searched, std::string_view digits) {
    constexpr std::size_t kMostOfCode = 3;
    for (auto at = searched.find(digits); at != std::string::npos;
         at = searched.find(digits, at + 1)) {
        const auto line = searched.rfind('\n', at);
        const std::size_t start = line == std::string::npos ? 0 : line + 1;
        const bool national = searched[start] == kNational;
        if (national ? at == start + 1 : at > start && at <= start + kMostOfCode) return true;
    }
    return false;
}

bool holds(const std::string& searched, const std::string& word) {
    if (word.starts_with(kWithZero))
        return holds_national(searched, std::string_view(word).substr(1));
    if (word.starts_with(kInternational))
        return holds_number(searched, std::string_view(word).substr(1));
    return searched.find(word) != std::string::npos;
}

bool is_urgent(const consult::OpenedRequest& opened) {
    const auto& findings = opened.findings;
    return opened.level == "urgent" ||
           std::any_of(findings.begin(), findings.end(),
                       [](const auto& f) { return f.level == "urgent"; });
}

Problem unseal(Entry& entry, const consult::SecretKey& key, const std::string& fingerprint) {
    auto opened = consult::open_row(entry.row.request, key, fingerprint);
    if (opened) {
        entry.opened = std::move(opened->request);
        return Problem::none;
    }
    entry.id_inside = std::move(opened.error().id_inside);
    return opened.error().problem;
}

bool passes(const Entry& entry, consult::Progress progress, const Filter& filter,
            const std::vector<std::string>& words) {
    if (entry.row.progress != progress) return false;
    if (filter.red_flags && !entry.urgent) return false;
    if (filter.unreadable && entry.problem == Problem::none) return false;
    if (!filter.language.empty() && entry.opened.language != filter.language) return false;
    if (filter.best_time && entry.opened.best_time != *filter.best_time) return false;
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return holds(entry.searched, word); });
}

}  // namespace

Entry::~Entry() { base::wipe(searched); }

EntryPtr open_entry(consult::InboxRow row, const consult::SecretKey& key,
                    const std::string& fingerprint, const Say& say) {
    auto entry = std::make_shared<Entry>();
    entry->row = std::move(row);
    entry->problem = unseal(*entry, key, fingerprint);
    entry->row.request.sealed = std::vector<std::uint8_t>();  // of {} the room would stay
    const std::string& created = entry->row.request.created;
    const bool is_open = entry->problem == Problem::none;
    if (is_open && say) say(entry->opened);
    entry->created_s = base::seconds_of(is_open ? entry->opened.authored : created).value_or(0);
    if (!is_open && base::is_hour(created)) entry->known = Known::to_the_hour;
    entry->urgent = is_urgent(entry->opened);
    entry->searched = searched_text(*entry);
    return entry;
}

void Requests::add(EntryPtr entry) {
    by_id_.emplace(entry->row.request.id, all_.size());
    all_.push_back(std::move(entry));
}

EntryPtr Requests::find(const std::string& id) const {
    const auto at = by_id_.find(id);
    return at == by_id_.end() ? nullptr : all_[at->second];
}

void Requests::order_within_hours() {
    for (auto at = all_.begin(); at != all_.end();) {
        const std::string& hour = (*at)->row.request.created;
        const auto end = std::find_if(at, all_.end(), [&hour](const EntryPtr& entry) {
            return entry->row.request.created != hour;
        });
        if (!(*at)->row.kiosk.empty())
            std::stable_sort(at, end, [](const EntryPtr& a, const EntryPtr& b) {
                return a->created_s < b->created_s;
            });
        at = end;
    }
    by_id_.clear();
    for (std::size_t i = 0; i < all_.size(); ++i) by_id_.emplace(all_[i]->row.request.id, i);
}

std::vector<std::string> search_words(std::string_view typed) {
    if (is_number(typed)) return {number_word(typed)};
    std::vector<std::string> words;
    const std::string text = searchable(typed);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        if (!word.empty()) words.push_back(is_number(word) ? number_word(word) : word);
        at = end + 1;
    }
    return words;
}

Entries select(const Entries& from, consult::Progress progress, const Filter& filter,
               const std::vector<std::string>& words) {
    Entries out;
    for (const EntryPtr& entry : from)
        if (passes(*entry, progress, filter, words)) out.push_back(entry);
    if (filter.newest_first) std::reverse(out.begin(), out.end());
    const auto unreadable = std::stable_partition(
        out.begin(), out.end(), [](const EntryPtr& e) { return e->problem == Problem::none; });
    std::stable_partition(out.begin(), unreadable, [](const EntryPtr& e) { return e->urgent; });
    return out;
}

}  // namespace candor::desk
