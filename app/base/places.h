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

/// Of a program at PREFIX/bin: PREFIX/share/candor (of a build, links to the sources' folders), the
/// decoder in PREFIX/libexec/candor (of a build, beside the program), the state in /var/lib/candor
/// (of a build, in the build's folder). Without a PREFIX/share/candor, /usr is it.
Places places_of(const std::filesystem::path& program);

/// Of this program.
Places default_places();

}  // namespace candor::base
