#include "desk/inbox/requests.h"

#include <algorithm>
#include <utility>

#include "base/instant.h"
#include "base/secret_string.h"
#include "consult/request/reference.h"
#include "pack/folder/fold.h"

namespace candor::desk {
namespace {

/// Without what people put between the digits of a phone number and the groups of a reference.
std::string searchable(std::string_view text) {
    std::string out = pack::fold(text);
    std::erase_if(
        out, [](char c) { return std::string_view("-+()./").find(c) != std::string_view::npos; });
    return out;
}

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

/// A line each, so that no match runs from one to the next.
std::string searched_text(const Entry& entry) {
    std::string out = searchable(entry.opened.first_name) + "\n" +
                      without_blanks(searchable(entry.opened.phone)) + "\n" +
                      searchable(entry.opened.email) + "\n" +
                      searchable(entry.row.request.reference);
    return out;
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
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return entry.searched.find(word) != std::string::npos;
    });
}

}  // namespace

Entry::~Entry() { base::wipe(searched); }

EntryPtr open_entry(consult::InboxRow row, const consult::SecretKey& key,
                    const std::string& fingerprint, const Say& say) {
    auto entry = std::make_shared<Entry>();
    entry->row = std::move(row);
    entry->problem = unseal(*entry, key, fingerprint);
    entry->row.request.sealed = {};
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
    std::vector<std::string> words;
    const std::string text = searchable(typed);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
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
