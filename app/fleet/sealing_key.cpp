#include "fleet/sealing_key.h"

#include "consult/keys/demonstration_keys.h"
#include "pack/package/policy.h"

namespace candor::fleet {
namespace {

using base::FaultKind;
namespace fs = std::filesystem;

base::Result<consult::PublicKey> key_of(const pack::ClinicKeyPolicy& policy,
                                        const std::string& where) {
    if (!policy.file.empty()) return consult::load_public_key(policy.file);
    return consult::read_public_key(policy.key, policy.fingerprint, where);
}

base::Result<SealingKey> named_key(const fs::path& named, const pack::Policy& policy,
                                   const std::string& where) {
    const bool on_command_line = !named.empty();
    auto key =
        on_command_line ? consult::load_public_key(named) : key_of(*policy.clinic_key, where);
    if (!key) return tl::unexpected(key.error());
    return SealingKey{*key, false, on_command_line ? "--clinic-key" : "kiosk.yaml"};
}

/// The demonstration's, as far as it was made. That a half is broken is told when it is needed.
std::optional<consult::PublicKey> trial_key(const fs::path& state) {
    const auto key =
        consult::load_public_key(consult::public_path(consult::demonstration_key_file(state)));
    return key ? std::optional(*key) : std::nullopt;
}

}  // namespace

std::string SealingKey::mark() const {
    if (!key) return {};
    return demonstration ? consult::demonstration_mark(*key) : key->fingerprint();
}

base::Result<SealingKey> sealing_key(const fs::path& named, const fs::path& state) {
    const pack::Policy policy = pack::read_policy(state);
    const std::string where = pack::policy_file(state).string();
    SealingKey chosen;
    if (!named.empty() || policy.clinic_key) {
        auto found = named_key(named, policy, where);
        if (!found) return found;
        chosen = std::move(*found);
    } else if (policy.wants_clinic_key || policy.state == pack::Policy::State::broken) {
        return base::fail(FaultKind::wrong_format, where,
                          "it has a mistake, so no key can be taken from it");
    }
    const auto trial = trial_key(state);
    if (!chosen.key) chosen.key = trial;
    chosen.demonstration = chosen.named_in.empty() || chosen.key == trial;
    if (chosen.demonstration && policy.wants_delivery)
        return base::fail(FaultKind::refused, where,
                          "requests are delivered, and no clinic_key is named: nothing is sealed "
                          "to a demonstration's key");
    return chosen;
}

base::Result<SealingKey> ensure_sealing_key(const fs::path& named, const fs::path& state) {
    auto chosen = sealing_key(named, state);
    if (!chosen || !chosen->demonstration) return chosen;
    // Also where it is there: its two halves may not belong together.
    auto key = TRY(consult::ensure_demonstration_keys(state));
    chosen->key = key;
    return chosen;
}

}  // namespace candor::fleet
