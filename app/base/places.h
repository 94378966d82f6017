#pragma once
#include <filesystem>

namespace candor::base {

/// Where a program finds its things when the command line does not say.
struct Places {
    std::filesystem::path content, state, assets, decoder;
    std::filesystem::path languages;  ///< a clinic's own; empty: languages/ in the state folder
    std::filesystem::path
        clinic;  ///< its kiosk.yaml says who the clinic is; empty: the state folder

    std::filesystem::path clinic_languages() const {
        return !languages.empty() || state.empty() ? languages : state / "languages";
    }
};

/// Beside the program in a build tree (BUILD/bin, with the sources' content and assets), else in
/// /usr/share/candor and /var/lib/candor.
Places default_places();

}  // namespace candor::base
