#include "ctl/languages_here.h"

#include "base/places.h"
#include "text/coverage.h"

namespace candor::ctl {
namespace {

/// Where the fonts are missing, that is no mistake of the language.
language::Letters letters_of_fonts() {
    const auto fonts = std::make_shared<const text::Coverage>();
    return {[fonts](char32_t letter) { return fonts->is_empty() || fonts->shows(letter); },
            [](char32_t letter) { return std::string(text::package_with(letter)); }};
}

}  // namespace

language::Places language_places(const std::filesystem::path& state) {
    base::Places places = base::default_places();
    if (!state.empty()) places.state = state;
    return {places.assets, places.clinic_languages()};
}

base::Result<ShippedWords> ShippedWords::load(const std::filesystem::path& assets) {
    ShippedWords out;
    for (const auto& files : language::shipped_languages(assets)) {
        out.kiosk_.emplace(files.code, TRY(language::Strings::load(files.strings)));
        out.desk_.emplace(files.code, TRY(language::Strings::load(files.desk_strings)));
    }
    return out;
}

language::Yardstick ShippedWords::yardstick() const {
    return {&kiosk_, &desk_, letters_of_fonts()};
}

std::vector<std::string> spoken_languages(const std::filesystem::path& state) {
    const auto places = language_places(state);
    std::vector<std::string> codes;
    for (const auto& files : language::shipped_languages(places.assets))
        codes.push_back(files.code);
    const auto own =
        state.empty() ? std::vector<language::Files>{} : language::clinic_languages(places);
    if (own.empty()) return codes;
    const auto shipped = ShippedWords::load(places.assets);
    if (!shipped) return codes;
    const auto yardstick = shipped->yardstick();
    for (const auto& files : own)
        if (language::check_language(files, yardstick).is_offered()) codes.push_back(files.code);
    return codes;
}

}  // namespace candor::ctl
