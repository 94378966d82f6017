#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/descriptor.h"
#include "base/result.h"

// How a kiosk and its courier meet: in consult.db, and in the folder "courier" beside it, which
// both watch (base/folder_watch.h). The kiosk has no network, and the courier opens no request.
//
//   courier/bell    the kiosk rings it when a request was stored
//   courier/word    the courier's last word, a "name value" a line
//   courier/lock    locked by the courier as long as it lives

namespace candor::consult {

std::filesystem::path handover_folder(const std::filesystem::path& state_dir);

/// A request was stored. Writes nothing, so a full disk does not stop it once the bell is there.
/// Faults: base::fault_of_errno's.
base::Result<void> ring_courier(const std::filesystem::path& state_dir);

/// Why the delivery does not work, as staff treat it differently.
enum class DeliveryProblem {
    none,
    kiosk,     ///< its own storage
    settings,  ///< a mistake in kiosk.yaml
    unreachable,
    login,
    certificate,
    server_full,
    server_read_only,
    layout,
    row,  ///< the server takes the others
    other
};
/// "server-full"; "" for none.
std::string_view name_of(DeliveryProblem problem);

/// How the delivery stands. No word of a request. Instants are RFC 3339 in UTC; empty: none.
struct CourierWord {
    std::int64_t waiting = 0;
    std::string oldest, last_delivered, failing_since;
    DeliveryProblem problem = DeliveryProblem::none;
    bool operator==(const CourierWord&) const = default;
};

/// Whole or not at all. Faults: base::write_file_atomically's.
base::Result<void> write_word(const std::filesystem::path& state_dir, const CourierWord& word);
/// Nothing: none was written yet, or not as write_word() does. A problem that this program does not
/// know is `other`.
std::optional<CourierWord> read_word(const std::filesystem::path& state_dir);

/// The sign of life; the system takes it away, even when the process is killed.
class CourierLock {
  public:
    /// Faults: refused (another courier lives on this folder); else base::fault_of_errno's.
    static base::Result<CourierLock> take(const std::filesystem::path& state_dir);

  private:
    explicit CourierLock(base::Descriptor file) : file_(std::move(file)) {}
    base::Descriptor file_;
};
/// Makes no file and takes no lock. Nothing: whoever asks may not look there.
std::optional<bool> whether_courier_lives(const std::filesystem::path& state_dir);
/// The same where that cannot be: the kiosk's own user.
bool courier_lives(const std::filesystem::path& state_dir);

}  // namespace candor::consult
