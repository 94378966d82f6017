#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace candor::consult {

/// What stands in the queue without a key: no name, no words.
struct QueuedRequest {
    std::string id;         ///< UUID
    std::string reference;  ///< "K7Q4FM8": six characters and a check character
    std::string created;    ///< RFC 3339 instant: the hour, of older programs the second
    std::string state;      ///< FHIR Task status of the row: "requested", …; or "damaged"
    std::string key_fingerprint;
    std::vector<std::uint8_t> sealed;
};

enum class OpenMode { append, read };

/// consult.db: SQLite, WAL, synchronous=FULL, secure_delete, mode 0600. append() returns only after
/// the commit reached the disk, in the log at first; a thread then takes it over into consult.db,
/// which a moment later holds every request by itself, whoever copies it. Several processes may
/// hold it. One thread an object. Faults: disk_full, read_only, locked (after `busy_ms`), damaged,
/// unsupported (a newer program's). After any of them the same object may be tried again.
class Queue {
  public:
    /// `append` makes the file where there is none (its folder must be there); `read` gives fault
    /// not_found then.
    static base::Result<std::unique_ptr<Queue>> open(const std::filesystem::path& file,
                                                     OpenMode mode, int busy_ms = 2000);
    ~Queue();
    /// Stores a sealed request, enters its arrival into the record and gives its reference. Of
    /// `created` the hour alone is kept: the order of arrival is the rows' own, and the second
    /// stands inside the seal. The same id again gives the same reference and stores nothing (a
    /// double tap, a second try after a fault). A consult.db that was moved or deleted underneath
    /// is noticed and opened anew. Of `instead_of`, ids of earlier tries of the same person, what
    /// is there goes in the same transaction, unless a server has it or staff have touched it.
    /// Fault refused: nothing sealed, or opened to read.
    base::Result<std::string> append(const std::string& id, const std::string& created,
                                     const std::string& key_fingerprint,
                                     const std::vector<std::uint8_t>& sealed,
                                     const std::vector<std::string>& instead_of = {});
    /// All that append() does with a request, up to the commit; nothing of it stays.
    base::Result<void> rehearse();
    /// Oldest first. Rows that fail their own digest come with the state "damaged".
    base::Result<std::vector<QueuedRequest>> list() const;
    /// By reference, in any case and grouping. Faults: not_found; wrong_format when the check
    /// character says that it was mistyped; damaged.
    base::Result<QueuedRequest> get(const std::string& reference) const;

  private:
    struct Impl;
    explicit Queue(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::consult
