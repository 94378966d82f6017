#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "consult/keys/keys.h"
#include "consult/store/queue.h"

namespace candor::fleet {

/// What a kiosk seals requests to.
struct SealingKey {
    std::optional<consult::PublicKey> key;  ///< none: a demonstration's, which is not made yet
    bool demonstration = false;
    std::string named_in;  ///< "--clinic-key" or "kiosk.yaml"; empty: nowhere

    /// What stands with a row that is sealed to it.
    std::string mark() const;
};

/// The key that `named` (a FILE.pub of the command line; empty: none) or else kiosk.yaml names.
/// Where neither does, a demonstration's: never where a `delivery` is set or kiosk.yaml has a
/// mistake (fault refused or wrong_format, where: kiosk.yaml). The demonstration's own key stays a
/// demonstration whoever names it. Other faults are load_public_key's. Writes nothing.
base::Result<SealingKey> sealing_key(const std::filesystem::path& named,
                                     const std::filesystem::path& state);

/// The same, ready to seal: a demonstration's key is made where there is none.
base::Result<SealingKey> ensure_sealing_key(const std::filesystem::path& named,
                                            const std::filesystem::path& state);

}  // namespace candor::fleet
