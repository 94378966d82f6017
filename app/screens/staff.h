#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/localized.h"
#include "base/secret_string.h"
#include "pack/pack.h"

namespace candor::screens {

/// A pack as the clinic's staff see it, on the kiosk or on a stick.
struct StaffPack {
    std::string id;
    base::Localized title;  ///< empty: not known; the id stands for it
    int version = 0;
    std::vector<std::string> languages;
    bool shipped = false;
    bool by_one_key = false;  ///< author and reviewer signed with the same key
    pack::Review review;
    std::optional<int> previous_version;  ///< on the kiosk: what "go back" brings
    std::optional<int> damaged_version;   ///< fell back from it
    std::string package;                  ///< on a stick: the file
    bool live = false;                    ///< on a stick: this version is on the kiosk
    std::string problem;                  ///< key of why it cannot be installed; empty: it can
    int findings = 0;
};

/// How the delivery of requests to the clinic's server stands. Moments are local:
/// "2026-11-25 14:03"; empty: there is none.
struct StaffDelivery {
    int waiting = 0;
    std::string oldest, last_delivered, failing_since;
    std::string problem;  ///< key of why ("staff.delivery.problem.…"); empty: all is well
    bool operator==(const StaffDelivery&) const = default;
};

/// What staff are told.
struct StaffNews {
    enum class Stage { locked, checking, open };

    Stage stage = Stage::locked;
    bool wrong = false, no_code = false;
    bool looking = false;  ///< at a stick, still
    std::vector<StaffPack> here, on_stick;
    /// What is being installed; `percent` of it. Empty: nothing.
    std::string installing;
    int percent = 0;
    /// The last thing that happened: a key ("staff.problem.…" for what went wrong), and what it
    /// wants.
    std::string message, message_pack, message_version;
};

/// What staff have in front of them. Erased with the visit.
struct Staff : StaffNews {
    base::SecretString code{32};
    std::optional<StaffDelivery> delivery;  ///< empty: this kiosk delivers to no server
    int wait_s = 0;                         ///< after too many wrong codes
};

}  // namespace candor::screens
