#include "desk/inbox/clerk.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/clock.h"
#include "base/last_catch.h"
#include "consult/keys/seal.h"
#include "desk/shell/open_key.h"

namespace candor::desk {
namespace {

constexpr std::chrono::seconds kLookEvery{1};
constexpr int kTellEvery = 100;  // opened requests a progress step
constexpr std::chrono::milliseconds kMostForTries{50};

std::shared_ptr<base::SecretString> shared(base::SecretString text) {
    return std::make_shared<base::SecretString>(std::move(text));
}

}  // namespace

Clerk::Clerk(Setup setup, std::function<void()> on_news)
    : setup_(std::move(setup)), on_news_(std::move(on_news)) {}

Clerk::~Clerk() {
    stop_->raise();
    worker_.drop();
    setup_.inbox.stop();
    worker_.end();
}

void Clerk::add(std::function<void()> work, Failed failed) {
    const auto then_look = [this, work = std::move(work)] {
        look_later();
        work();
    };
    worker_.add(then_look, std::move(failed));
}

void Clerk::look_later() {
    if (!key_) return;
    const auto look = [this] {
        look_later();
        look_now();
    };
    worker_.add_when_quiet(kLookEvery, look, tells_unreachable());
}

Clerk::Failed Clerk::tells_unreachable() {
    return [this](const base::Fault& fault) { unreachable(fault); };
}

Clerk::Failed Clerk::tells_not_saved(const std::string& id) {
    return [this, id](const base::Fault& fault) { tell(NotSaved{id, fault}); };
}

void Clerk::tell(News news) {
    {
        const std::lock_guard lock(mutex_);
        if (is_over()) return;
        news_.push_back(std::move(news));
    }
    on_news_();
}

void Clerk::unlock(base::SecretString passphrase) {
    const auto work = [this, text = shared(std::move(passphrase))] {
        unlock_now(*text);
        text->clear();
    };
    add(work, [this](const base::Fault& fault) {
        forget();
        tell(KeyRefused{fault});
    });
}

void Clerk::unlock_now(const base::SecretString& passphrase) {
    forget();
    warn_of_open_key(setup_.key);
    auto key = consult::load_secret_key(setup_.key, passphrase);
    if (!key) return tell(KeyRefused{key.error()});
    if (is_over()) return;
    key_ = std::move(*key);
    look_later();
    fingerprint_ = key_->public_key().fingerprint();
    look_now();
}

void Clerk::forget() {
    key_.reset();
    requests_.reset();
    version_.reset();
    trouble_ = false;
}

void Clerk::lock() {
    // Before the jobs go: what is told of a parcel afterwards hears of it (clerk_send).
    stop_->raise();
    stop_ = std::make_shared<base::StopSignal>();
    worker_.drop();
    std::vector<News> dropped;
    {
        const std::lock_guard lock(mutex_);
        dropped.swap(news_);
    }
    worker_.add([this] { forget(); });
}

void Clerk::look() {
    add([this] { look_now(); }, tells_unreachable());
}

base::Fault Clerk::no_inbox() {
    return {base::FaultKind::unreachable, "inbox", "it could not be opened"};
}

/// A consult.db that is not there yet is an empty inbox: the first request makes it.
bool Clerk::open_inbox() {
    if (inbox_) return true;
    auto inbox = setup_.inbox.open();
    if (inbox) {
        inbox_ = std::move(*inbox);
        return true;
    }
    if (inbox.error().kind != base::FaultKind::not_found) {
        unreachable(inbox.error());
    } else if (!requests_) {
        requests_ = std::make_shared<Requests>();
        tell(Loaded{requests_});
    }
    return false;
}

void Clerk::unreachable(const base::Fault& fault) {
    if (!std::exchange(trouble_, true)) tell(Unreachable{fault});
    if (fault.kind == base::FaultKind::unreachable)
        inbox_.reset();  // a lost server is dialled anew
}

void Clerk::look_now() {
    if (!key_ || is_over() || !open_inbox()) return;
    const auto version = inbox_->version();
    if (!version) return unreachable(version.error());
    if (version_ == *version && !trouble_) return;
    load_now(*version);
}

/// What has not changed since is not opened again.
EntryPtr Clerk::known(const consult::InboxRow& row) const {
    const EntryPtr entry = requests_ ? requests_->find(row.request.id) : nullptr;
    const bool same = entry && entry->row.revision == row.revision &&
                      entry->row.progress == row.progress &&
                      entry->row.request.state == row.request.state;
    return same ? entry : nullptr;
}

void Clerk::load_now(std::int64_t version) {
    auto rows = inbox_->rows();
    if (!rows) return unreachable(rows.error());
    auto fresh = std::make_shared<Requests>();
    const int of = static_cast<int>(rows->size());
    const std::string now = base::utc_now();
    std::vector<consult::Change> unentered;
    for (consult::InboxRow& row : *rows) {
        if (is_over()) return;
        const int done = static_cast<int>(fresh->all().size());
        if (!requests_ && done % kTellEvery == 0) tell(Opening{done, of});
        EntryPtr entry = known(row);
        const bool entered = row.entered;
        auto seen = entered ? consult::Change() : seen_entry(row.request, setup_.who, now);
        if (!entry) entry = open_entry(std::move(row), *key_, fingerprint_, setup_.say);
        if (!entered && entry->problem == Problem::none) unentered.push_back(std::move(seen));
        fresh->add(std::move(entry));
    }
    fresh->order_within_hours();
    requests_ = std::move(fresh);
    version_ = version;
    trouble_ = false;
    tell(Loaded{requests_});
    enter(unentered);
}

/// On a server nobody but a desk can say of a request that it came. Only what opens is entered: the
/// record is no place for junk. Where it cannot be, verify says so.
void Clerk::enter(const std::vector<consult::Change>& seen) {
    constexpr std::size_t kAtOnce = 500;
    for (std::size_t from = 0; from < seen.size() && !is_over(); from += kAtOnce) {
        const auto end = std::min(seen.size(), from + kAtOnce);
        const std::vector<consult::Change> some(seen.begin() + static_cast<std::ptrdiff_t>(from),
                                                seen.begin() + static_cast<std::ptrdiff_t>(end));
        if (!inbox_->enter(some)) return;
    }
}

void Clerk::set_progress(const std::string& id, std::int64_t seen, consult::Progress to) {
    add([this, id, seen, to] { set_progress_now(id, seen, to); }, tells_not_saved(id));
}

void Clerk::set_progress_now(const std::string& id, std::int64_t seen, consult::Progress to) {
    if (!key_ || is_over()) return;
    if (!open_inbox()) return tell(NotSaved{id, no_inbox()});
    const auto row = inbox_->set_progress(id, seen, to, setup_.who, base::utc_now());
    if (row) {
        look_now();
        read_history_now(id);
        return tell(Saved{id, consult::ChangeKind::progress});
    }
    if (row.error().kind != base::FaultKind::changed) return tell(NotSaved{id, row.error()});
    look_now();
    read_history_now(id);
    tell_conflict(id, to);
}

void Clerk::tell_conflict(const std::string& id, consult::Progress wanted) {
    const EntryPtr entry = requests_ ? requests_->find(id) : nullptr;
    ChangedMeanwhile news{
        id, wanted, entry ? entry->row.progress : consult::Progress::closed, {}, {}};
    if (const auto changes = inbox_->changes(id)) {
        for (const consult::Change& change : *changes) {
            if (change.kind != consult::ChangeKind::progress &&
                change.kind != consult::ChangeKind::purge)
                continue;
            news.by = change.by;
            news.at = change.at;
        }
    }
    tell(std::move(news));
}

void Clerk::add_note(const std::string& id, const consult::Note& noted) {
    const auto work = [this, id, note = shared(consult::sealable(noted))] {
        add_note_now(id, *note);
        note->clear();
    };
    add(work, tells_not_saved(id));
}

void Clerk::add_note_now(const std::string& id, const base::SecretString& text) {
    if (!key_ || is_over()) return;
    if (auto done = keep_note(id, text.view()); !done) return tell(NotSaved{id, done.error()});
    tell(Saved{id, consult::ChangeKind::note});
}

base::Result<void> Clerk::keep_note(const std::string& id, std::string_view text) {
    if (!open_inbox()) return tl::unexpected(no_inbox());
    const auto sealed = consult::seal(text, key_->public_key(), consult::kLeastNoteBytes);
    TRY(inbox_->add_note(id, sealed, setup_.who, base::utc_now()));
    look_now();
    read_history_now(id);
    return {};
}

void Clerk::read_history(const std::string& id) {
    add([this, id] { read_history_now(id); });
}

void Clerk::read_history_now(const std::string& id) {
    if (!key_ || is_over() || !inbox_) return;
    const auto changes = inbox_->changes(id);
    if (!changes) return unreachable(changes.error());
    tell(HistoryRead{std::make_shared<const History>(open_history(id, *changes, *key_))});
}

void Clerk::read_tries(std::vector<std::string> ids) {
    {
        const std::lock_guard lock(mutex_);
        tries_wanted_ = std::move(ids);
    }
    add([this] { read_tries_now(); });
}

/// Rows that were scrolled past before their turn came are not read. What a person does comes
/// between: the list asks again for what is missing.
void Clerk::read_tries_now() {
    std::vector<std::string> ids;
    {
        const std::lock_guard lock(mutex_);
        ids.swap(tries_wanted_);
    }
    if (ids.empty() || !key_ || !inbox_) return;
    TriesRead news;
    const auto until = std::chrono::steady_clock::now() + kMostForTries;
    for (const std::string& id : ids) {
        if (is_over()) return;
        if (!news.tries.empty() && std::chrono::steady_clock::now() > until) break;
        const auto changes = inbox_->changes(id);
        if (!changes && changes.error().kind == base::FaultKind::unreachable)
            return unreachable(changes.error());
        // One record that is damaged takes no other row's mark.
        news.tries.emplace_back(id, changes ? tries_of(*changes, *key_) : Tries{});
    }
    tell(std::move(news));
}

std::vector<News> Clerk::take_news() {
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, {});
}

bool Clerk::is_idle() const {
    if (!worker_.is_idle()) return false;
    const std::lock_guard lock(mutex_);
    return news_.empty();
}

void Clerk::wait_until_idle() { worker_.wait_until_idle(); }

}  // namespace candor::desk
