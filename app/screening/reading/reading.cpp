#include "screening/reading/reading.h"

#include <map>
#include <utility>

#include "screening/model/value.h"
#include "screening/reading/fhir_urls.h"
#include "screening/reading/set_aside.h"

namespace candor::screening {

using base::Severity;

const std::string* string_in(const Node* node) {
    if (node == nullptr) return nullptr;
    return node->is(Node::Kind::string) || node->is(Node::Kind::plain) ? &node->text : nullptr;
}

std::string trimmed(const std::string& words) {
    constexpr const char* kBlanks = " \t\r\n";
    const auto first = words.find_first_not_of(kBlanks);
    if (first == std::string::npos) return {};
    return words.substr(first, words.find_last_not_of(kBlanks) + 1 - first);
}

std::optional<bool> boolean_in(const Node* node) {
    if (node == nullptr || (!node->is(Node::Kind::boolean) && !node->is(Node::Kind::plain)))
        return std::nullopt;
    if (node->text == "true") return true;
    if (node->text == "false") return false;
    return std::nullopt;
}

const std::string* number_in(const Node* node) {
    if (node == nullptr) return nullptr;
    return node->is(Node::Kind::number) || node->is(Node::Kind::plain) ? &node->text : nullptr;
}

const Node* extension(const Node& holder, std::string_view url) {
    const Node* list = holder.find("extension");
    if (list == nullptr || !list->is(Node::Kind::list)) return nullptr;
    for (const auto& entry : list->items) {
        const std::string* name = string_in(entry.find("url"));
        if (name != nullptr && *name == url) return &entry;
    }
    return nullptr;
}

std::string Reading::set_subject(std::string subject) {
    return std::exchange(subject_, std::move(subject));
}

void Reading::at_line(int line, Severity severity, std::string code, std::string message,
                      std::string remedy) {
    if (!subject_.empty()) message = subject_ + ": " + message;
    findings_.push_back(
        {where_, line, severity, std::move(code), std::move(message), std::move(remedy)});
}

void Reading::error(const Node& at, std::string code, std::string message, std::string remedy) {
    at_line(at.line, Severity::error, std::move(code), std::move(message), std::move(remedy));
}

void Reading::warning(const Node& at, std::string code, std::string message, std::string remedy) {
    at_line(at.line, Severity::warning, std::move(code), std::move(message), std::move(remedy));
}

void Reading::advice(const Node& at, std::string code, std::string message, std::string remedy) {
    at_line(at.line, Severity::advice, std::move(code), std::move(message), std::move(remedy));
}

void Reading::wrong_type(const Node& at, std::string_view key, const char* wanted) {
    error(at, "wrong-type", "\"" + std::string(key) + "\" is not " + wanted + ".",
          std::string("Write ") + wanted + ".");
}

std::string Reading::text(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    if (node == nullptr) return {};
    if (const auto* found = string_in(node)) return *found;
    wrong_type(*node, key, "a text");
    return {};
}

bool Reading::flag(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    if (node == nullptr) return false;
    if (const auto found = boolean_in(node)) return *found;
    wrong_type(*node, key, "true or false");
    return false;
}

std::optional<std::int64_t> Reading::whole(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    if (node == nullptr) return std::nullopt;
    const std::string* written = number_in(node);
    const auto number = written == nullptr ? std::nullopt : to_integer(*written);
    if (!number) wrong_type(*node, key, "a whole number");
    return number;
}

std::vector<const Node*> Reading::maps(const Node& map, std::string_view key) {
    std::vector<const Node*> found;
    const Node* list = map.find(key);
    if (list == nullptr) return found;
    if (!list->is(Node::Kind::list)) {
        wrong_type(*list, key, "a list");
        return found;
    }
    for (const auto& entry : list->items) {
        if (entry.is(Node::Kind::map))
            found.push_back(&entry);
        else
            wrong_type(entry, key, "a list of objects");
    }
    return found;
}

base::Localized Reading::localized(const Node& map, const std::string& key) {
    std::map<std::string, std::string> texts;
    if (std::string own = trimmed(text(map, key)); !own.empty()) texts[language_] = std::move(own);
    const Node* beside = map.find("_" + key);
    if (beside == nullptr || !beside->is(Node::Kind::map))
        return texts.empty() ? base::Localized() : base::Localized(std::move(texts));
    for (const Node* entry : maps(*beside, "extension")) {
        const std::string url = text(*entry, "url");
        if (is_named(url, "rendering-markdown")) continue;
        if (url != urls::kTranslation) {
            set_aside(*entry, " on \"" + key + "\"", *this);
            continue;
        }
        const Node* language = extension(*entry, "lang");
        const Node* content = extension(*entry, "content");
        const auto* code = language == nullptr ? nullptr : string_in(language->find("valueCode"));
        const auto* words = content == nullptr ? nullptr : string_in(content->find("valueString"));
        if (words == nullptr && content != nullptr)
            words = string_in(content->find("valueMarkdown"));
        if (code == nullptr || words == nullptr || code->empty() || trimmed(*words).empty())
            error(*entry, "bad-translation", "a translation lacks its language or its words.",
                  "Give it the extensions lang (valueCode) and content (valueString).");
        else
            texts[*code] = trimmed(*words);
    }
    return texts.empty() ? base::Localized() : base::Localized(std::move(texts));
}

namespace {

/// The Markdown that stands beside a text, in its `_…`.
const std::string* rendered_in(const Node* beside) {
    const Node* list = beside == nullptr ? nullptr : beside->find("extension");
    if (list == nullptr || !list->is(Node::Kind::list)) return nullptr;
    for (const Node& entry : list->items) {
        const auto* url = string_in(entry.find("url"));
        if (url == nullptr || !is_named(*url, "rendering-markdown")) continue;
        const auto* words = string_in(entry.find("valueMarkdown"));
        return words == nullptr ? string_in(entry.find("valueString")) : words;
    }
    return nullptr;
}

}  // namespace

base::Localized Reading::markdown(const Node& map, const std::string& key) {
    std::map<std::string, std::string> texts;
    const Node* beside = map.find("_" + key);
    if (beside == nullptr || !beside->is(Node::Kind::map)) return {};
    if (const auto* own = rendered_in(beside); own != nullptr) texts[language_] = *own;
    for (const Node* entry : maps(*beside, "extension")) {
        if (text(*entry, "url") != urls::kTranslation) continue;
        const Node* language = extension(*entry, "lang");
        const Node* content = extension(*entry, "content");
        const auto* code = language == nullptr ? nullptr : string_in(language->find("valueCode"));
        if (code == nullptr || content == nullptr) continue;
        const auto* words = string_in(content->find("valueMarkdown"));
        if (words == nullptr) words = rendered_in(content->find("_valueString"));
        if (words != nullptr) texts[*code] = *words;
    }
    std::erase_if(texts, [](const auto& each) { return each.second.empty(); });
    return base::Localized(std::move(texts));
}

void Reading::add_designations(const Node& map, std::map<std::string, std::string>& texts) {
    for (const Node* designation : maps(map, "designation")) {
        std::string language = text(*designation, "language");
        std::string words = trimmed(text(*designation, "value"));
        if (!language.empty() && !words.empty())
            texts.emplace(std::move(language), std::move(words));
    }
}

base::Localized Reading::by_language(const Node& map, std::string_view key) {
    const Node* node = map.find(key);
    if (node == nullptr) return {};
    if (!node->is(Node::Kind::map)) {
        wrong_type(*node, key, "a text by language, as in {en: \"…\"}");
        return {};
    }
    std::map<std::string, std::string> texts;
    for (const auto& [language, line] : node->keys)
        if (std::string words = text(*node, language); !words.empty())
            texts[language] = std::move(words);
    return base::Localized(std::move(texts));
}

}  // namespace candor::screening
