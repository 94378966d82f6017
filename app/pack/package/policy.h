#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "pack/package/approval.h"
#include "pack/package/clinic.h"
#include "pack/package/hearing.h"
#include "pack/package/stand.h"

// kiosk.yaml, in the state folder:
//
//   packs:
//     require: [author, reviewer]                   # who must have signed; neither may be left out
//     keys: {author: ["RW…"], reviewer: ["RW…"]}    # minisign public keys
//     show_shipped: true                            # packs that came with Candor are shown too
//   review_grace_days: 90                 # pages are shown for so long after review_by
//   phone_country: TR                     # ISO 3166: of phone numbers without a country
//   staff_code: "$argon2id$…"             # by `candor staff-code`
//   clinic_key: /etc/candor/clinic.key.pub       # requests are sealed to it; none: a
//   demonstration.
//                                         # Or what it holds: {key: "…", fingerprint: "…"}
//   delivery:                             # of requests to a server; none: they stay here
//     database: postgresql://kiosk.north.hall@db.example.org/candor
//     clinic: north                       # a-z, 0-9 and _, at most 24, as in the login
//     kiosk: hall
//     retention_days: 30                  # delivered requests stay here for so long
//   display:                              # the command line of the kiosk wins
//     rotate: 90                          # 0, 90, 180 or 270: picture and touch, clockwise
//     language: de                        # that a visit starts in
//     languages: [de, en, tr]             # that are offered; none: all
//     height_mm: 477                      # stand.h
//   go_on_by_itself: true                 # the self-check, a moment after the one answer of a
//                                         # question was touched
//   printer: hall                         # a queue of CUPS; none: nothing is printed
//   help_from: "Kiosk 2"                  # as the desk calls this kiosk when somebody there
//                                         # asks for help; none: nobody can
//   hearing: {keypad: {…}}                # hearing.h
//   clinic: {name: …}                     # clinic.h

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

    bool operator==(const DeliveryPolicy&) const = default;
};

/// The clinic's public key: a file, or the values in one. consult/keys/keys reads them.
struct ClinicKeyPolicy {
    std::filesystem::path file;  ///< a relative one begins at kiosk.yaml's folder; or:
    std::string key, fingerprint;
};

/// What stands around the kiosk. Empty: it does not.
struct Surroundings {
    std::string printer;    ///< the queue that people print on
    std::string help_from;  ///< the kiosk's name for the desk, which takes its calls for help
    bool delivers = false;  ///< there is a `delivery`: desks are elsewhere
    Stand stand;            ///< how its screen stands
    bool goes_on = false;   ///< the self-check, by itself after the one answer of a question
};
/// How a kiosk is set up in its place.
struct DisplayPolicy {
    std::optional<int> rotate;           ///< degrees; nothing: kiosk.yaml does not say
    std::string language;                ///< that a visit starts in; empty: it does not say
    std::vector<std::string> languages;  ///< that are offered; empty: all
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
    Surroundings around;
    Clinic clinic;          ///< as far as it can be read, whatever is wrong elsewhere
    Hearing hearing;        ///< the same
    DisplayPolicy display;  ///< the same
    base::Findings findings;
};

/// "kiosk.yaml" in the state folder.
std::filesystem::path policy_file(const std::filesystem::path& state_dir);

/// Never fails: what is wrong stands in `findings`, and makes it `broken`; but the warning
/// "shared-key" (one key for two roles) does not.
Policy read_policy(const std::filesystem::path& state_dir);

/// The same of a text, whose relative paths stay as they are.
Policy policy_of(const std::string& text);

/// The same with keys that a person named on the command line. They are trusted besides those of a
/// policy; where there is no kiosk.yaml, exactly their roles are required. May add "shared-key".
Policy with_keys(Policy policy, const TrustedKeys& keys);

}  // namespace candor::pack
