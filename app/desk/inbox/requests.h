#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "consult/keys/keys.h"
#include "consult/store/inbox.h"
#include "consult/store/opened_row.h"
#include "desk/shell/moments.h"

namespace candor::desk {

using Problem = consult::RowProblem;

/// A request as the desk holds it while it is open. Everything that came out of the seal is zeroed
/// on destruction.
struct Entry {
    Entry() = default;
    ~Entry();
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;

    consult::InboxRow row;  ///< without the sealed bytes
    Problem problem = Problem::none;
    consult::OpenedRequest opened;       ///< of Problem::none
    std::string id_inside;               ///< of Problem::not_its_row
    std::int64_t created_s = 0;          ///< seconds since 1970
    Known known = Known::to_the_second;  ///< of created_s: an unopened row tells its hour alone
    bool urgent = false;                 ///< a red flag is among its findings
    std::string searched;                ///< name, phone, reference and e-mail, folded
};
using EntryPtr = std::shared_ptr<const Entry>;
using Entries = std::vector<EntryPtr>;

/// Puts what was opened into the words of the desk.
using Say = std::function<void(consult::OpenedRequest&)>;

/// Opens one row with the clinic's key.
EntryPtr open_entry(consult::InboxRow row, const consult::SecretKey& key,
                    const std::string& fingerprint, const Say& say = {});

/// All requests, oldest first.
class Requests {
  public:
    void add(EntryPtr entry);
    const Entries& all() const { return all_; }
    /// nullptr: none of that id.
    EntryPtr find(const std::string& id) const;
    /// A database gives the rows of one hour in the order of their ids: puts those of other kiosks
    /// in the order of the seconds inside. This machine's own come by arrival.
    void order_within_hours();

  private:
    Entries all_;
    std::unordered_map<std::string, std::size_t> by_id_;
};

/// What the person wants to see of a page.
struct Filter {
    std::string language;  ///< empty: all
    std::optional<consult::BestTime> best_time;
    bool red_flags = false;
    bool unreadable = false;  ///< those alone that cannot be read
    bool newest_first = false;
    bool any() const { return !language.empty() || best_time || red_flags || unreadable; }
    bool operator==(const Filter&) const = default;
};

/// Words to look for, made comparable; all of them must be there. A number is one word, and is
/// found with and without its calling code.
std::vector<std::string> search_words(std::string_view typed);

/// Those of `from` (oldest first) that the filter and the words let through: red flags first, and
/// last what cannot be read. That may be thousands of rows, from whoever has a kiosk's login.
Entries select(const Entries& from, consult::Progress progress, const Filter& filter,
               const std::vector<std::string>& words);

}  // namespace candor::desk
