#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/secret_string.h"
#include "content/staff_pack.h"

namespace candor::screens {

using content::StaffPack;
using content::StaffStick;

/// How the delivery of requests to the clinic's server stands. Moments are local:
/// "2026-11-25 14:03"; empty: there is none.
struct StaffDelivery {
    int waiting = 0;
    std::string oldest, last_delivered, failing_since;
    std::string problem;  ///< key of why ("staff.delivery.problem.…"); empty: all is well
    bool operator==(const StaffDelivery&) const = default;
};

/// A clock that cannot be right, by what the kiosk has seen. Days: "2026-11-22".
struct ClockDoubt {
    std::string clock, seen;
    bool ahead = false;
    bool operator==(const ClockDoubt&) const = default;
};

/// Whether the kiosk can do its work. No part of a visit.
struct KioskHealth {
    bool takes_requests = true;          ///< one could be stored now
    std::string problem;                 ///< key of why not ("staff.kiosk.problem.…")
    std::string key;                     ///< fingerprint of what requests are sealed to
    bool demonstration = false;          ///< that is a demonstration's key
    std::vector<std::string> set_aside;  ///< damaged files that staff must see to
    bool operator==(const KioskHealth&) const = default;
};

/// What staff are told.
struct StaffNews {
    enum class Stage { locked, checking, open };

    Stage stage = Stage::locked;
    bool wrong = false, no_code = false;
    int wrong_codes = 0;  ///< that others typed since staff last came in, if they are many
    std::optional<ClockDoubt> clock;
    bool looking = false;  ///< at a stick, still
    std::vector<StaffPack> here, on_stick;
    std::vector<StaffStick> sticks;
    /// What is being installed; `percent` of it. Empty: nothing.
    std::string installing;
    int percent = 0;
    /// The last thing that happened: a key and what it wants, and whether something went wrong.
    std::string message, message_pack, message_version;
    bool problem = false;
};

/// What staff have in front of them. Erased with the visit.
struct Staff {
    using Stage = StaffNews::Stage;

    StaffNews news;
    base::SecretString code{32};
    std::optional<StaffDelivery> delivery;  ///< empty: this kiosk delivers to no server
    int wait_s = 0;                         ///< after too many wrong codes

    /// Zeroes the code.
    void erase();
};

}  // namespace candor::screens
