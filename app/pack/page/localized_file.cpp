#include "pack/page/localized_file.h"

#include "pack/page/markdown.h"

namespace candor::pack {

SaidWords LanguageReading::said(const Fields& fields, std::string_view key, Need need) const {
    const base::Localized all = fields.localized(key, need);
    const YamlNode* node = fields.map(key, Need::optional);
    if (all.empty() || node == nullptr) return {};
    std::string missing;
    for (const auto& listed : languages)
        if (!all.has(listed)) missing += (missing.empty() ? "" : ", ") + listed;
    if (!missing.empty())
        shape.warning(fields.line_of(key), "missing-translation",
                      "There are no words in " + missing + " for “" + std::string(key) + "”.",
                      "Translate it, or take the language off the list in pack.yaml.");
    const std::string& found = all.in(language);
    for (std::size_t i = 0; i < node->items.size(); ++i)
        if (node->items[i].text == found) return {found, node->keys[i].line};
    return {found, node->line};
}

RichText LanguageReading::rich(const SaidWords& said) const {
    if (said.words.empty()) return {};
    return parse_words(said.words, {said.line, language, links, words});
}

bool read_in_each_language(
    PackFolder& folder, const char* name, const std::vector<std::string>& languages, Links& links,
    base::Findings& findings,
    const std::function<void(const YamlNode& file, const LanguageReading& as)>& read) {
    if (!folder.has(name)) return false;
    Report words(name, findings);
    const auto text = folder.read_text(name, words);
    if (!text) return false;
    const auto file = parse_yaml(*text, 1, words);
    if (!file) return false;
    base::Findings told;  // by the first of them
    Report again(name, told);
    for (const auto& language : languages) {
        Report& shape = &language == &languages.front() ? words : again;
        read(*file, {language, languages, links, shape, words});
    }
    return !words.failed();
}

}  // namespace candor::pack
