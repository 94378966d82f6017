#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "consult/keys/keys.h"
#include "consult/store/inbox.h"

namespace candor::desk {

/// Calls that nobody answered since the person was last reached.
struct Tries {
    int times = 0;
    std::int64_t last_s = 0;  ///< of the last one, seconds since 1970; 0: unknown
    bool operator==(const Tries&) const = default;
};

/// Of a request's record, oldest first: what came after its last appointment, and after its last
/// step but back to new. Opens its notes from the last one on, and no more than it must; of a
/// record that somebody filled, so many that nobody waits for it. A note that this key does not
/// open is none.
Tries tries_of(const std::vector<consult::Change>& changes, const consult::SecretKey& key);

/// What is known of the requests whose rows were in sight. What is old is shown until it was read
/// anew.
class KnownTries {
  public:
    /// Of one that is not known: none.
    Tries of(const std::string& id) const;
    /// Read since the inbox last changed.
    bool is_current(const std::string& id) const { return current_.contains(id); }
    /// Whether these, which are not current, were asked for last.
    bool is_asked(const std::vector<std::string>& ids) const { return asked_ == ids; }
    void ask(std::vector<std::string> ids) { asked_ = std::move(ids); }
    void take(const std::string& id, const Tries& tries);
    /// The inbox has changed.
    void outdate();

  private:
    std::map<std::string, Tries> known_;
    std::set<std::string> current_;
    std::vector<std::string> asked_;
};

}  // namespace candor::desk
