#include "content/catalog_files.h"

#include <algorithm>
#include <utility>

#include "base/files.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::content {
namespace {

constexpr std::size_t kMaxBytes = 4U << 20;

/// A language's own name, which its file of strings says near its head. The first frame names all
/// languages, and reading every file as YAML would make it late.
std::string name_in(const std::filesystem::path& file) {
    constexpr std::string_view kKey = "\nlanguage.name: \"";
    const auto text = base::read_file(file, kMaxBytes);
    if (!text) return {};
    const auto at = text->find(kKey);
    if (at == std::string::npos) return {};
    const auto begin = at + kKey.size(), end = text->find('"', begin);
    return end == std::string::npos ? std::string{} : text->substr(begin, end - begin);
}

std::vector<Language> languages_of(const std::filesystem::path& assets) {
    std::vector<Language> languages;
    const auto entries = base::entries_of(assets / "strings");
    if (!entries) return languages;
    for (const base::FolderEntry& entry : *entries) {
        if (entry.path().extension() != ".yaml") continue;
        if (std::string name = name_in(entry.path()); !name.empty())
            languages.push_back({entry.path().stem().string(), std::move(name)});
    }
    std::sort(languages.begin(), languages.end(),
              [](const auto& a, const auto& b) { return a.code < b.code; });
    return languages;
}

}  // namespace

std::shared_ptr<const Words> load_words(const std::filesystem::path& assets,
                                        const Complaints& complaints) {
    auto words = std::make_shared<Words>();
    for (const auto& [code, _] : languages_of(assets)) {
        const std::string file = code + ".yaml";
        auto strings = ui::Strings::load(assets / "strings" / file);
        if (strings)
            words->strings.emplace(code, std::move(*strings));
        else
            complaints.fault(strings.error());
        auto keyboard = ui::KeyboardLayouts::load(assets / "keyboards" / file);
        if (keyboard)
            words->keyboards.emplace(code, std::move(*keyboard));
        else
            complaints.fault(keyboard.error());
    }
    return words;
}

base::Result<std::shared_ptr<Catalog>> load_interface(const std::filesystem::path& assets,
                                                      const std::string& language) {
    auto catalog = std::make_shared<Catalog>();
    catalog->languages = languages_of(assets);
    auto& languages = catalog->languages;
    auto own = std::find_if(languages.begin(), languages.end(),
                            [&](const auto& known) { return known.code == language; });
    if (own == languages.end())
        own = std::find_if(languages.begin(), languages.end(),
                           [](const auto& known) { return known.code == "en"; });
    if (own == languages.end())
        return base::fail(base::FaultKind::not_found, (assets / "strings/en.yaml").string(),
                          "the interface's words are missing");
    std::rotate(languages.begin(), own, own + 1);
    const std::string& code = languages.front().code;
    auto strings = ui::Strings::load(assets / "strings" / (code + ".yaml"));
    if (!strings) return tl::unexpected(strings.error());
    catalog->strings.emplace(code, std::move(*strings));
    catalog->library = std::make_shared<pack::Library>();
    return catalog;
}

base::Result<std::shared_ptr<Catalog>> load_whole_interface(const std::filesystem::path& assets,
                                                            const std::string& language,
                                                            const Complaints& complaints) {
    auto catalog = load_interface(assets, language);
    if (!catalog) return catalog;
    const auto words = load_words(assets, complaints);
    (*catalog)->strings = words->strings;
    (*catalog)->keyboards = words->keyboards;
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
