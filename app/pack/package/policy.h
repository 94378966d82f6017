#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "pack/package/approval.h"
#include "pack/package/clinic.h"
#include "pack/package/stand.h"

// kiosk.yaml, in the state folder:
//
//   packs:
//     require: [author, reviewer]                   # who must have signed; neither may be left out
//     keys: {author: ["RW…"], reviewer: ["RW…"]}    # minisign public keys
//     show_shipped: true                            # packs that came with Candor are shown too
//   review_grace_days: 90                         # pages are shown for so long after review_by
//   phone_country: TR                             # ISO 3166: how numbers without a country are
//   drawn staff_code: "$argon2id$…"                     # by `candor staff-code` clinic_key:
//   /etc/candor/clinic.key.pub        # requests are sealed to it; none: a demonstration.
//                                                 # Or what that file holds: {key: "…",
//                                                 fingerprint: "…"}
//   delivery:                                     # of requests to a server; none: they stay here
//     database: postgresql://kiosk.north.hall@db.example.org/candor
//     clinic: north                               # a-z, 0-9 and _, at most 24, as in the login
//     kiosk: hall
//     retention_days: 30                          # delivered requests stay here for so long
//   clinic: {name: …}                             # clinic.h
//   display: {height_mm: …}                       # stand.h
//   go_on_by_itself: true                         # the self-check, a moment after the one answer
//   of
//                                                 # a question was touched

namespace candor::pack {

enum class ShowShipped {
    yes,
    no,
    when_nothing_else  ///< what a policy that cannot be read leaves: a kiosk that still runs
};

/// Where requests are delivered to.
struct DeliveryPolicy {
    std::string database;  ///< the address as it stands there; fleet/database_url reads it
    std::string clinic, kiosk;
    int retention_days = 30;
};

/// The clinic's public key: a file, or the values in one. consult/keys/keys reads them.
struct ClinicKeyPolicy {
    std::filesystem::path file;  ///< a relative one begins at kiosk.yaml's folder; or:
    std::string key, fingerprint;
};

struct Policy {
    enum class State {
        none,   ///< there is no kiosk.yaml: installed packs are held to the keys noted with them
        good,   ///< only its keys count
        broken  ///< nothing may be installed; installed packs are held to the keys noted with them
    };
    State state = State::none;
    std::vector<Role> require{Role::author, Role::reviewer};
    TrustedKeys keys;
    ShowShipped show_shipped = ShowShipped::yes;
    int review_grace_days = 90;
    std::string staff_code;  ///< a crypto_pwhash_str; empty: none is set
    /// Is there a `delivery`? With a mistake in it `delivery` is empty. Mistakes elsewhere do not
    /// stop it: requests must arrive.
    bool wants_delivery = false;
    std::optional<DeliveryPolicy> delivery;
    /// The same for `clinic_key`.
    bool wants_clinic_key = false;
    std::optional<ClinicKeyPolicy> clinic_key;
    Clinic clinic;         ///< as far as it can be read, whatever is wrong elsewhere
    Stand stand;           ///< the same
    bool goes_on = false;  ///< go_on_by_itself
    base::Findings findings;
};

/// "kiosk.yaml" in the state folder.
std::filesystem::path policy_file(const std::filesystem::path& state_dir);

/// Never fails: what is wrong stands in `findings`, and makes it `broken`; but the warning
/// "shared-key" (one key for two roles) does not.
Policy read_policy(const std::filesystem::path& state_dir);

/// The same with keys that a person named on the command line. They are trusted besides those of a
/// policy; where there is no kiosk.yaml, exactly their roles are required. May add "shared-key".
Policy with_keys(Policy policy, const TrustedKeys& keys);

/// The text of kiosk.yaml with another staff code. Keeps every other line as it is.
std::string with_staff_code(const std::string& policy_text, const std::string& hash);

}  // namespace candor::pack
