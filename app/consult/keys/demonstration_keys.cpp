#include "consult/keys/demonstration_keys.h"

#include "base/files.h"
#include "consult/store/folder_lock.h"

namespace candor::consult {
namespace {

constexpr std::string_view kMark = "demonstration:";

/// No file, no right to look, or under a passphrase: staff took it into their own care.
bool is_out_of_sight(const base::Fault& fault) {
    return fault.kind == base::FaultKind::not_found || fault.kind == base::FaultKind::unreadable ||
           fault.kind == base::FaultKind::wrong_key;
}

base::Result<PublicKey> write_public_half(const std::filesystem::path& file, const PublicKey& key) {
    TRY(base::write_file_atomically(public_path(file), public_key_text(key)));
    return key;
}

base::Result<PublicKey> checked(const std::filesystem::path& file, const PublicKey& key,
                                const base::Result<SecretKey>& secret) {
    if (!secret && is_out_of_sight(secret.error())) return key;
    if (!secret) return tl::unexpected(secret.error());
    if (secret->public_key() == key) return key;
    return base::fail(base::FaultKind::damaged, public_path(file).string(),
                      "does not belong to the secret key beside it");
}

/// The pair on the disk as it is; with `mend`, also what is missing. Fault not_found: a half is to
/// be made.
base::Result<PublicKey> pair_on_disk(const std::filesystem::path& file, bool mend) {
    const auto key = load_public_key(public_path(file));
    const auto secret = load_secret_key(file, base::SecretString(1));
    if (key) return checked(file, *key, secret);
    const bool nothing_there = key.error().kind == base::FaultKind::not_found && !secret &&
                               secret.error().kind == base::FaultKind::not_found;
    if (mend && secret) return write_public_half(file, secret->public_key());
    if (mend && nothing_there) return create_clinic_keys(file, base::SecretString(1));
    if (secret || nothing_there) return base::fail(base::FaultKind::not_found, file.string(), "");
    const bool secret_gone = secret.error().kind == base::FaultKind::not_found;
    return tl::unexpected(secret_gone ? key.error() : secret.error());
}

}  // namespace

std::filesystem::path demonstration_key_file(const std::filesystem::path& state_dir) {
    return state_dir / "demo-clinic.key";
}

base::Result<PublicKey> ensure_demonstration_keys(const std::filesystem::path& state_dir) {
    const auto file = demonstration_key_file(state_dir);
    // Nothing is written where nothing is missing: the state folder may be read-only by then.
    auto key = pair_on_disk(file, false);
    if (key || key.error().kind != base::FaultKind::not_found) return key;
    TRY(base::ensure_folder(state_dir));
    const FolderLock lock(state_dir);
    return pair_on_disk(file, true);
}

std::string demonstration_mark(const PublicKey& key) {
    return std::string(kMark) + key.fingerprint();
}

bool is_demonstration(std::string_view key_fingerprint) {
    return key_fingerprint.starts_with(kMark);
}

bool is_sealed_to(const QueuedRequest& row, std::string_view fingerprint) {
    const std::string_view of_row = row.key_fingerprint;
    return of_row == fingerprint ||
           (is_demonstration(of_row) && of_row.substr(kMark.size()) == fingerprint);
}

}  // namespace candor::consult
