#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "consult/keys/keys.h"

namespace candor::consult {

/// A clinic's public key as a file, or as the two values in one.
struct NamedKey {
    std::filesystem::path file;  ///< FILE.pub; or:
    std::string key, fingerprint;
};

/// What a kiosk is told of its key (pack/package/key_settings.h reads it).
struct KeySettings {
    std::filesystem::path state;            ///< where a demonstration's key lies
    std::filesystem::path on_command_line;  ///< FILE.pub; empty: none
    std::string kiosk_yaml;                 ///< its path, for faults
    std::optional<NamedKey> in_kiosk_yaml;
    bool mistaken = false;   ///< kiosk.yaml has a mistake where its key stands, or as a whole
    bool delivered = false;  ///< requests go to a server
};

/// What a kiosk seals requests to.
struct SealingKey {
    std::optional<PublicKey> key;  ///< none: a demonstration's, which is not made yet
    bool demonstration = false;
    std::string named_in;  ///< "--clinic-key" or "kiosk.yaml"; empty: nowhere

    /// What stands with a row that is sealed to it.
    std::string mark() const;
};

/// The key that the command line or else kiosk.yaml names. Where neither does, a demonstration's:
/// never where requests are delivered or kiosk.yaml has a mistake (fault refused or wrong_format,
/// where: kiosk.yaml). The demonstration's own key stays a demonstration whoever names it. Other
/// faults are load_public_key's. Writes nothing.
base::Result<SealingKey> sealing_key(const KeySettings& settings);

/// The same, ready to seal: a demonstration's key is made where there is none.
base::Result<SealingKey> ensure_sealing_key(const KeySettings& settings);

}  // namespace candor::consult
