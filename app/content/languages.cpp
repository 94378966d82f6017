#include "content/languages.h"

#include <algorithm>

#include "base/localized.h"
#include "text/coverage.h"

namespace candor::content {
namespace {

using language::Files;

/// Held against English alone: enough to see what must not be shown.
base::Result<ui::Strings> load_clinics_own(const language::Places& places, const Files& files,
                                           Program program) {
    language::ShippedStrings english;
    english.emplace(base::kFallbackLanguage,
                    TRY(load_strings(places, base::kFallbackLanguage, program)));
    language::Yardstick yardstick;
    (program == Program::kiosk ? yardstick.kiosk : yardstick.desk) = &english;
    yardstick.letters = letters_of_fonts();
    auto checked = language::check_language(files, yardstick);
    if (!checked.is_offered())
        return base::fail(base::FaultKind::refused, files.rules.parent_path().string(),
                          why_not_offered(checked));
    return std::move(program == Program::kiosk ? *checked.kiosk : *checked.desk);
}

/// Why not, what there is, and what is shown.
std::string no_such_language(const base::Fault& why, const language::Places& places,
                             const std::string& language) {
    std::string codes;
    for (const auto& all :
         {language::shipped_languages(places.assets), language::clinic_languages(places)})
        for (const Files& files : all) codes += (codes.empty() ? "" : ", ") + files.code;
    return "--language " + language + ": " + why.detail + " (" + why.where + "). There are " +
           codes + ". It starts in " + base::kFallbackLanguage + ".";
}

}  // namespace

base::Result<ui::Strings> load_strings(const language::Places& places, const std::string& language,
                                       Program program) {
    for (const Files& files : language::shipped_languages(places.assets)) {
        if (files.code != language) continue;
        const auto& file = program == Program::kiosk ? files.strings : files.desk_strings;
        return ui::Strings::load(file, TRY(language::Rules::load(files.rules, files.code)));
    }
    for (const Files& files : language::clinic_languages(places))
        if (files.code == language) return load_clinics_own(places, files, program);
    return base::fail(base::FaultKind::not_found, (places.assets / "languages").string(),
                      "there is no such language");
}

std::vector<Language> names_of_languages(const language::Places& places) {
    std::vector<Language> names;
    for (const auto& all :
         {language::shipped_languages(places.assets), language::clinic_languages(places)})
        for (const Files& files : all)
            if (const auto rules = language::Rules::load(files.rules, files.code))
                names.push_back({files.code, (*rules)->name});
    return names;
}

base::Result<ui::Strings> load_strings_or_fallback(
    const language::Places& places, const std::string& language, Program program,
    const std::function<void(const std::string&)>& say) {
    auto strings = load_strings(places, language, program);
    if (strings) return strings;
    if (say) say(no_such_language(strings.error(), places, language));
    return load_strings(places, base::kFallbackLanguage, program);
}

language::Letters letters_of_fonts() {
    const auto fonts = std::make_shared<const text::Coverage>();
    return {[fonts](char32_t letter) { return fonts->is_empty() || fonts->shows(letter); },
            [](char32_t letter) { return std::string(text::package_with(letter)); }};
}

std::string why_not_offered(const language::CheckedLanguage& checked) {
    const std::string see = "; see \"candor language check " + checked.code + "\"";
    const auto is_error = [](const base::Finding& finding) {
        return finding.severity == base::Severity::error;
    };
    const auto& findings = checked.findings;
    const auto first = std::find_if(findings.begin(), findings.end(), is_error);
    if (first == findings.end()) return "it does not say that it is ready (offer: yes)" + see;
    const auto count = std::count_if(findings.begin(), findings.end(), is_error);
    return std::to_string(count) + (count == 1 ? " mistake" : " mistakes") + ", the first in " +
           first->file + (first->line > 0 ? ", line " + std::to_string(first->line) : "") + see;
}

}  // namespace candor::content
