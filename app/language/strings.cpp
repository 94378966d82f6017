#include "language/strings.h"

#include "document/yaml_file.h"

namespace candor::language {
namespace {

constexpr std::size_t kMaxStringsBytes = 1U << 20;

void fill(std::string& text, std::string_view name, std::string_view value) {
    const std::string hole = "{" + std::string(name) + "}";
    for (std::size_t at = text.find(hole); at != std::string::npos;
         at = text.find(hole, at + value.size())) {
        text.replace(at, hole.size(), value);
    }
}

base::Result<Strings::Texts> read_texts(const std::filesystem::path& file) {
    const auto root = document::read_yaml_file(file, kMaxStringsBytes);
    if (!root) return tl::unexpected(root.error());
    if (!root->is(document::Node::Kind::map) && !root->is(document::Node::Kind::nothing))
        return document::wrong_format(file, root->line, "no map of words");
    Strings::Texts texts;
    for (std::size_t i = 0; i < root->items.size(); ++i) {
        const auto& [name, line] = root->keys[i];
        if (!root->items[i].is_scalar())
            return document::wrong_format(file, line, "no words: " + name);
        texts[name] = root->items[i].text;
    }
    return texts;
}

}  // namespace

Strings::Strings() : rules_(std::make_shared<const Rules>()) {}

Strings::Strings(Texts texts, std::shared_ptr<const Rules> rules)
    : rules_(std::move(rules)), texts_(std::move(texts)) {}

base::Result<Strings> Strings::load(const std::filesystem::path& file,
                                    std::shared_ptr<const Rules> rules) {
    auto texts = read_texts(file);
    if (!texts) return tl::unexpected(texts.error());
    return Strings(std::move(*texts), std::move(rules));
}

base::Result<Strings> Strings::load(const std::filesystem::path& file) {
    const auto rules = file.parent_path().parent_path() / "languages" / file.filename();
    return load(file, TRY(Rules::load(rules, file.stem().string())));
}

const std::string* Strings::find(std::string_view key) const {
    const auto found = texts_.find(key);
    return found != texts_.end() ? &found->second : rules_->word(key);
}

std::string Strings::operator()(std::string_view key, Fillers fillers) const {
    const std::string* found = find(key);
    if (found == nullptr) return "<" + std::string(key) + ">";
    std::string text = *found;
    for (const auto& [name, value] : fillers) fill(text, name, value);
    return text;
}

std::string Strings::number(std::string_view ascii) const {
    std::string out;
    for (const char c : ascii) {
        if (c >= '0' && c <= '9')
            out += rules_->digits[static_cast<std::size_t>(c - '0')];
        else if (c == '.')
            out += rules_->decimal;
        else if (c == '-')
            out += rules_->minus;
        else
            out += c;
    }
    // A sign would change sides in a line from right to left (UAX #9).
    return ascii.starts_with('-') ? left_to_right(out) : out;
}

std::string Strings::left_to_right(const std::string& text) const {
    return right_to_left() && !text.empty() ? "\u2066" + text + "\u2069" : text;
}

std::string Strings::isolated(const std::string& text) const {
    return right_to_left() && !text.empty() ? "\u2068" + text + "\u2069" : text;
}

std::string Strings::plural(std::string_view key, int count) const {
    std::string full = std::string(key) + "." + std::string(rules_->plural.category(count));
    if (!has(full)) full = std::string(key) + ".other";
    return (*this)(full, {{"n", std::to_string(count)}});
}

void Strings::name_language(const std::string& code, const std::string& name) {
    texts_["language." + code] = name;
}

void Strings::fill_gaps(const Strings& english) {
    for (const auto& [key, text] : english.all()) {
        const std::string plural = plural_of(key, english.all());
        if (!plural.empty() && has(plural + ".other")) continue;
        if (!plural.empty())
            texts_[key] = text;
        else
            texts_.emplace(key, text);
    }
}

std::string plural_of(std::string_view key, const Strings::Texts& english) {
    const auto dot = key.rfind('.');
    if (dot == std::string_view::npos) return {};
    const std::string_view form = key.substr(dot + 1);
    if (form != "other" && !PluralRule::is_category(form)) return {};
    const std::string stem(key.substr(0, dot));
    const bool plural = english.contains(stem + ".one") && english.contains(stem + ".other");
    return plural ? stem : std::string{};
}

}  // namespace candor::language
