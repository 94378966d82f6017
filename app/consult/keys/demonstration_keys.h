#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "consult/keys/keys.h"
#include "consult/store/queue.h"

namespace candor::consult {

/// "demo-clinic.key" in the state folder; its public half is "demo-clinic.key.pub".
std::filesystem::path demonstration_key_file(const std::filesystem::path& state_dir);

/// The key that a kiosk without a clinic's key seals to, made on the first run. Two processes that
/// start at once get the same one. No row is ever orphaned: a secret file is never overwritten, and
/// its public half appears only after it is on the disk; a public half that is missing or half
/// written is made again from the secret.
/// Faults: damaged (the halves do not belong together, or the secret cannot be read: nothing may be
/// sealed to a key that does not open), read_only, disk_full.
base::Result<PublicKey> ensure_demonstration_keys(const std::filesystem::path& state_dir);

/// The key_fingerprint of a row that is sealed to a demonstration's key: "demonstration:" and the
/// fingerprint. So who sees the row knows without any key, on a server too, that it is no request
/// of a patient.
std::string demonstration_mark(const PublicKey& key);
bool is_demonstration(std::string_view key_fingerprint);
/// Is the row sealed to the key of this fingerprint, as a demonstration or not?
bool is_sealed_to(const QueuedRequest& row, std::string_view fingerprint);

}  // namespace candor::consult
