#include "content/catalog_files.h"

#include <algorithm>
#include <utility>

#include "base/localized.h"
#include "content/languages.h"
#include "language/check.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::content {
namespace {

using language::Files;

void add_shipped(const Files& files, Words& words, const Complaints& complaints) {
    const auto rules = language::Rules::load(files.rules, files.code);
    if (!rules) return complaints.fault(rules.error());
    auto strings = ui::Strings::load(files.strings, *rules);
    if (!strings) return complaints.fault(strings.error());
    words.languages.push_back({files.code, (*rules)->name});
    words.strings.emplace(files.code, std::move(*strings));
    auto keyboard = ui::KeyboardLayouts::load(files.keyboard);
    if (keyboard)
        words.keyboards.emplace(files.code, std::move(*keyboard));
    else
        complaints.fault(keyboard.error());
}

/// Those that have no mistake; the others are named, since staff are told of them.
void add_clinics_own(const language::Places& places, Words& words, const Complaints& complaints) {
    const auto files = language::clinic_languages(places);
    if (files.empty()) return;
    const language::ShippedStrings shipped = words.strings;
    const language::Yardstick yardstick{&shipped, nullptr, letters_of_fonts()};
    for (const Files& each : files) {
        auto checked = language::check_language(each, yardstick);
        if (checked.is_offered()) {
            words.languages.push_back({each.code, checked.rules->name});
            words.strings.emplace(each.code, std::move(*checked.kiosk));
            if (checked.keyboard) words.keyboards.emplace(each.code, std::move(*checked.keyboard));
        } else if (checked.is_refused()) {
            words.refused.push_back(each.code);
            complaints.fault({base::FaultKind::refused, each.rules.parent_path().string(),
                              why_not_offered(checked)});
        }
    }
}

}  // namespace

std::shared_ptr<const Words> load_words(const language::Places& places,
                                        const Complaints& complaints) {
    auto words = std::make_shared<Words>();
    for (const Files& files : language::shipped_languages(places.assets))
        add_shipped(files, *words, complaints);
    if (words->strings.contains(base::kFallbackLanguage))
        add_clinics_own(places, *words, complaints);
    return words;
}

namespace {

void put_first(std::vector<Language>& languages, const std::string& code) {
    const auto own = std::find_if(languages.begin(), languages.end(),
                                  [&](const Language& known) { return known.code == code; });
    if (own != languages.end()) std::rotate(languages.begin(), own, own + 1);
}

}  // namespace

void take_words(Catalog& catalog, const Words& words) {
    auto before = std::exchange(catalog.strings, words.strings);
    catalog.keyboards = words.keyboards;
    catalog.refused = words.refused;
    const auto own = catalog.languages.front();
    catalog.languages = words.languages;
    if (!catalog.speaks(own.code) && before.contains(own.code)) {
        catalog.languages.push_back(own);
        catalog.strings.insert(before.extract(own.code));
    }
    put_first(catalog.languages, own.code);
}

void start_in(Catalog& catalog, const std::string& language) {
    if (catalog.strings.contains(language)) put_first(catalog.languages, language);
}

void offer(Catalog& catalog, const std::vector<std::string>& languages) {
    if (languages.empty()) return;
    std::vector<Language> offered{catalog.languages.front()};
    for (const auto& code : languages)
        for (const Language& known : catalog.languages)
            if (known.code == code && code != offered.front().code) offered.push_back(known);
    catalog.languages = std::move(offered);
}

base::Result<std::shared_ptr<Catalog>> load_interface(
    const language::Places& places, const std::string& language,
    const std::function<void(const std::string&)>& say) {
    auto catalog = std::make_shared<Catalog>();
    for (const Files& files : language::shipped_languages(places.assets))
        if (const auto rules = language::Rules::load(files.rules, files.code))
            catalog->languages.push_back({files.code, (*rules)->name});
    auto strings = load_strings_or_fallback(places, language, Program::kiosk, say);
    if (!strings) return tl::unexpected(strings.error());
    const std::string code = strings->language();
    if (!catalog->speaks(code)) catalog->languages.push_back({code, strings->rules().name});
    put_first(catalog->languages, code);
    catalog->strings.emplace(code, std::move(*strings));
    catalog->library = std::make_shared<pack::Library>();
    return catalog;
}

base::Result<std::shared_ptr<Catalog>> load_whole_interface(const language::Places& places,
                                                            const std::string& language,
                                                            const Complaints& complaints) {
    auto catalog = load_interface(places, language);
    if (!catalog) return catalog;
    take_words(**catalog, *load_words(places, complaints));
    return catalog;
}

std::shared_ptr<const SelfCheck> load_self_check(const pack::Library& library,
                                                 const Complaints& complaints) {
    for (const pack::Pack& pack : library.self_checks) {
        if (pack.questionnaire.empty() || pack.guidance.empty()) continue;
        const auto questions = pack.folder / "questionnaire.yaml",
                   words = pack.folder / "guidance.yaml";
        auto questionnaire = screening::load_questionnaire(pack.questionnaire, questions.string());
        for (const auto& finding : questionnaire.findings) complaints.finding(finding);
        if (!questionnaire.questionnaire) continue;
        auto guidance =
            screening::load_guidance(pack.guidance, words.string(), *questionnaire.questionnaire);
        for (const auto& finding : guidance.findings) complaints.finding(finding);
        if (!guidance.guidance) continue;
        return std::make_shared<const SelfCheck>(SelfCheck{
            &pack, std::move(*questionnaire.questionnaire), std::move(*guidance.guidance)});
    }
    return nullptr;
}

std::shared_ptr<const Catalog> load_preview_catalog(const std::filesystem::path& pack_folder,
                                                    const Catalog& with) {
    auto catalog = std::make_shared<Catalog>(with);
    catalog->library = pack::load_preview(pack_folder);
    catalog->self_check = load_self_check(*catalog->library,
                                          {[](const base::Fault&) {}, [](const base::Finding&) {}});
    catalog->preview = catalog->library->packs.empty() && !catalog->self_check;
    return catalog;
}

}  // namespace candor::content
