#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/localized.h"
#include "pack/page/pack.h"

namespace candor::content {

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
    std::string stick;                    ///< and the stick's folder
    bool live = false;                    ///< on a stick: this version is on the kiosk
    std::string problem;                  ///< key of why it cannot be installed; empty: it can
    int findings = 0;
};

/// A stick as staff see it.
struct StaffStick {
    std::string name, folder;
    std::string problem;  ///< key of what is to be said of it; empty: its packs say it
    bool operator==(const StaffStick&) const = default;
};

}  // namespace candor::content
