#include "consult/keys/sealing_key.h"

#include "consult/keys/demonstration_keys.h"

namespace candor::consult {
namespace {

using base::FaultKind;

base::Result<PublicKey> key_of(const NamedKey& named, const std::string& where) {
    if (!named.file.empty()) return load_public_key(named.file);
    return read_public_key(named.key, named.fingerprint, where);
}

base::Result<SealingKey> named_key(const KeySettings& settings) {
    const bool on_command_line = !settings.on_command_line.empty();
    auto key = on_command_line ? load_public_key(settings.on_command_line)
                               : key_of(*settings.in_kiosk_yaml, settings.kiosk_yaml);
    if (!key) return tl::unexpected(key.error());
    return SealingKey{*key, false, on_command_line ? "--clinic-key" : "kiosk.yaml"};
}

/// The demonstration's, as far as it was made. That a half is broken is told when it is needed.
std::optional<PublicKey> trial_key(const std::filesystem::path& state) {
    const auto key = load_public_key(public_path(demonstration_key_file(state)));
    return key ? std::optional(*key) : std::nullopt;
}

}  // namespace

std::string SealingKey::mark() const {
    if (!key) return {};
    return demonstration ? demonstration_mark(*key) : key->fingerprint();
}

base::Result<SealingKey> sealing_key(const KeySettings& settings) {
    SealingKey chosen;
    if (!settings.on_command_line.empty() || settings.in_kiosk_yaml) {
        auto found = named_key(settings);
        if (!found) return found;
        chosen = std::move(*found);
    } else if (settings.mistaken) {
        return base::fail(FaultKind::wrong_format, settings.kiosk_yaml,
                          "it has a mistake, so no key can be taken from it");
    }
    const auto trial = trial_key(settings.state);
    if (!chosen.key) chosen.key = trial;
    chosen.demonstration = chosen.named_in.empty() || chosen.key == trial;
    if (chosen.demonstration && settings.delivered)
        return base::fail(FaultKind::refused, settings.kiosk_yaml,
                          "requests are delivered, and no clinic_key is named: nothing is sealed "
                          "to a demonstration's key");
    return chosen;
}

base::Result<SealingKey> ensure_sealing_key(const KeySettings& settings) {
    auto chosen = sealing_key(settings);
    if (!chosen || !chosen->demonstration) return chosen;
    // Also where it is there: its two halves may not belong together.
    auto key = ensure_demonstration_keys(settings.state);
    if (!key) return tl::unexpected(key.error());
    chosen->key = *key;
    return chosen;
}

}  // namespace candor::consult
