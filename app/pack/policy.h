#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"
#include "pack/approval.h"

// kiosk.yaml, in the state folder:
//
//   packs:
//     require: [author, reviewer]                   # who must have signed; neither may be left out
//     keys: {author: ["RW…"], reviewer: ["RW…"]}    # minisign public keys
//     show_shipped: true                            # packs that came with Candor are shown too
//   review_grace_days: 90                           # after review_by, pages are still shown so
//   long staff_code: "$argon2id$…"                       # by `candor staff-code`

namespace candor::pack {

enum class ShowShipped {
    yes,
    no,
    when_nothing_else  ///< what a policy that cannot be read leaves: a kiosk that still runs
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
    base::Findings findings;
};

/// "kiosk.yaml" in the state folder.
std::filesystem::path policy_file(const std::filesystem::path& state_dir);

/// Never fails: what is wrong stands in `findings`, and any error makes it `broken`.
Policy read_policy(const std::filesystem::path& state_dir);

/// The same with keys that a person named on the command line. They are trusted besides those of a
/// policy; where there is no kiosk.yaml, exactly their roles are required.
Policy with_keys(Policy policy, const TrustedKeys& keys);

/// The text of kiosk.yaml with another staff code. Keeps every other line as it is.
std::string with_staff_code(const std::string& policy_text, const std::string& hash);

}  // namespace candor::pack
