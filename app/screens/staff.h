#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/localized.h"
#include "base/secret_string.h"

namespace candor::screens {

/// A pack as the clinic's staff see it, on the kiosk or on a stick.
struct StaffPack {
    enum class Review { current, coming, passed, withdrawn };

    std::string id;
    base::Localized title;  ///< empty: not known; the id stands for it
    int version = 0;
    std::vector<std::string> languages;
    bool shipped = false;
    bool reviewed = false;
    std::string reviewer, profession, review_date;
    std::string review_by;
    Review review = Review::current;
    int review_days = 0;
    std::optional<int> previous_version;  ///< on the kiosk: what "go back" brings
    std::optional<int> damaged_version;   ///< fell back from it
    std::string package;                  ///< on a stick: the file
    bool live = false;                    ///< on a stick: this version is on the kiosk
    std::string problem;                  ///< key of why it cannot be installed; empty: it can
    int findings = 0;
};

/// What staff have in front of them. Erased with the visit.
struct Staff {
    enum class Stage { locked, checking, open };

    Stage stage = Stage::locked;
    base::SecretString code{32};
    bool wrong = false, no_code = false;
    int wait_s = 0;  ///< after too many wrong codes
    bool stick = false, looking = false;
    std::vector<StaffPack> here, on_stick;
    /// What is being installed; `percent` of it. Empty: nothing.
    std::string installing;
    int percent = 0;
    /// The last thing that happened: a key, and what it wants.
    std::string message, message_pack, message_version;
    bool message_is_problem = false;
};

}  // namespace candor::screens
