#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

#include "base/secret_string.h"
#include "base/stop_signal.h"
#include "base/worker.h"
#include "consult/keys/keys.h"
#include "desk/inbox/history.h"
#include "desk/inbox/requests.h"
#include "desk/inbox/sending.h"
#include "desk/inbox/tries.h"

namespace candor::desk {

// What the clerk has to tell.
struct KeyRefused {
    base::Fault fault;
};
struct Opening {  ///< the key fits; of so many requests so many are open
    int done = 0, of = 0;
};
struct Loaded {
    std::shared_ptr<const Requests> requests;
};
struct Unreachable {  ///< the inbox cannot be read for now; it is tried again every second
    base::Fault fault;
};
struct HistoryRead {
    std::shared_ptr<const History> history;
};
struct TriesRead {
    std::vector<std::pair<std::string, Tries>> tries;  ///< with the requests' ids
};
struct Saved {
    std::string id;
    consult::ChangeKind what = consult::ChangeKind::progress;
};
struct NotSaved {
    std::string id;
    base::Fault fault;
};
/// Another desk was faster: nothing was written. What it did, as the record says.
struct ChangedMeanwhile {
    std::string id;
    consult::Progress wanted, now;
    std::string by, at;
};
struct SendEnded {
    std::string id;
    SendingPtr sending;
};
using News = std::variant<KeyRefused, Opening, Loaded, Unreachable, HistoryRead, TriesRead, Saved,
                          NotSaved, ChangedMeanwhile, SendEnded>;

/// How to come by the inbox. Both are called on threads other than the frame's.
struct InboxSource {
    /// Fault not_found: there is none yet.
    std::function<base::Result<std::unique_ptr<consult::Inbox>>()> open;
    std::function<void()> stop = [] {};  ///< ends a call that is under way
};

/// Does the slow work of the desk on a thread of its own, which alone holds the secret key and the
/// inbox; while it has a key it looks every second whether the inbox has changed. What it sends to
/// a FHIR server waits for the answer on a second thread. What comes of all this is fetched with
/// take_news(). Of work that was asked for before a lock() nothing is told after it.
class Clerk {
  public:
    struct Setup {
        std::filesystem::path key;
        std::string who;
        InboxSource inbox;
        fleet::FhirServer record = {};  ///< of no URL: nothing is sent
        /// The words of the note about a sending that was accepted; on the clerk's thread.
        std::function<std::string(const Sending&)> note_of = {};
        /// What staff read of a request, in their language; on the clerk's thread.
        Say say = {};
    };
    /// `on_news` is called on the clerk's thread.
    Clerk(Setup setup, std::function<void()> on_news);
    ~Clerk();
    Clerk(const Clerk&) = delete;
    Clerk& operator=(const Clerk&) = delete;

    /// Derives the key (Argon2id: up to seconds), and opens every request.
    void unlock(base::SecretString passphrase);
    /// Wipes the key, lets go of every opened request, and breaks off what is being sent.
    void lock();
    /// Looks at the inbox now.
    void look();
    void set_progress(const std::string& id, std::int64_t seen, consult::Progress to);
    void add_note(const std::string& id, const consult::Note& noted);
    void read_history(const std::string& id);
    /// Of these requests, the rows in sight: what was asked for before and not read yet is not.
    /// What a slow database does not give at once is left out, and has to be asked for again.
    void read_tries(std::vector<std::string> ids);
    /// Posts the request's Bundle, with its progress as the inbox has it then, and makes a note of
    /// a success.
    void send(const std::string& id);

    std::vector<News> take_news();
    /// Blocks until all that was asked for is done (tests and --screens).
    void wait_until_idle();
    bool is_idle() const;

  private:
    using Failed = base::Worker::Failed;
    using Stop = std::shared_ptr<base::StopSignal>;
    void add(std::function<void()> work, Failed failed = {});
    Failed tells_not_saved(const std::string& id);
    Failed tells_unreachable();
    void tell(News news);
    bool is_over() const { return worker_.is_dropped(); }
    void look_later();
    void unlock_now(const base::SecretString& passphrase);
    void look_now();
    bool open_inbox();
    static base::Fault no_inbox();
    void load_now(std::int64_t version);
    void enter(const std::vector<consult::Change>& seen);
    EntryPtr known(const consult::InboxRow& row) const;
    void set_progress_now(const std::string& id, std::int64_t seen, consult::Progress to);
    void tell_conflict(const std::string& id, consult::Progress wanted);
    void add_note_now(const std::string& id, const base::SecretString& text);
    base::Result<void> keep_note(const std::string& id, std::string_view text);
    void send_now(const std::string& id, const Stop& stop);
    base::Result<base::SecretString> bundle_of(const std::string& id);
    void post(const std::string& id, base::SecretString bundle, const Stop& stop);
    void sent_now(const std::string& id, const std::shared_ptr<Sending>& sending);
    void read_history_now(const std::string& id);
    void read_tries_now();
    void unreachable(const base::Fault& fault);
    void forget();

    const Setup setup_;
    std::function<void()> on_news_;
    mutable std::mutex mutex_;
    std::vector<News> news_;
    std::vector<std::string> tries_wanted_;             ///< with the mutex
    Stop stop_ = std::make_shared<base::StopSignal>();  ///< the session's; the frame's thread alone
    // The clerk's thread alone:
    std::optional<consult::SecretKey> key_;
    std::string fingerprint_;
    std::unique_ptr<consult::Inbox> inbox_;
    std::optional<std::int64_t> version_;  ///< of what was told last
    std::shared_ptr<const Requests> requests_;
    bool trouble_ = false;
    base::Worker worker_{"clerk"};
    base::Worker courier_{"FHIR server"};  ///< ends before what it reports to
};

}  // namespace candor::desk
