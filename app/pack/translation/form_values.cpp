#include "pack/translation/form_values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "base/localized.h"
#include "pack/translation/edits.h"

namespace candor::pack {
namespace {

using document::YamlPlace;
using document::YamlStep;

constexpr std::string_view kTranslation = "http://hl7.org/fhir/StructureDefinition/translation";

/// The values of a form by their path.
class FormPlaces {
  public:
    explicit FormPlaces(std::string_view yaml) : places_(document::yaml_places(yaml)) {
        for (std::size_t i = 0; i < places_.size(); ++i)
            by_path_.emplace(path_of(places_[i].path, places_[i].path.size()), i);
    }

    const std::vector<YamlPlace>& all() const { return places_; }
    const YamlPlace* at(const std::string& path) const {
        const auto found = by_path_.find(path);
        return found == by_path_.end() ? nullptr : &places_[found->second];
    }
    std::string text_at(const std::string& path) const {
        const auto* place = at(path);
        return place == nullptr ? std::string() : place->text;
    }
    /// The first and the last value below a path.
    std::pair<const YamlPlace*, const YamlPlace*> below(const std::string& path) const {
        std::pair<const YamlPlace*, const YamlPlace*> found{};
        for (const auto& place : places_) {
            if (!path_of(place.path, place.path.size()).starts_with(path + '.')) continue;
            if (found.first == nullptr) found.first = &place;
            found.second = &place;
        }
        return found;
    }

    static std::string path_of(const std::vector<YamlStep>& path, std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : ".") + path[i].name;
        return out;
    }
    /// "item.0._text.extension", where the translations of "item.0.text" stand.
    static std::string translations_of(const YamlPlace& place) {
        const auto& path = place.path;
        const std::string holder = path_of(path, path.size() - 1);
        return (holder.empty() ? "" : holder + ".") + "_" + path.back().name + ".extension";
    }

  private:
    std::vector<YamlPlace> places_;
    std::unordered_map<std::string, std::size_t> by_path_;
};

/// A step counted from the last, 0; empty before the first.
std::string_view step(const YamlPlace& place, std::size_t from_end) {
    const auto& path = place.path;
    return from_end < path.size() ? std::string_view(path[path.size() - 1 - from_end].name)
                                  : std::string_view();
}

/// Of an extension's value: "…/entryFormat". `up`: how many steps the extension lies above it.
std::string extension_of(const FormPlaces& places, const YamlPlace& place, std::size_t up) {
    if (place.path.size() <= up) return {};
    return places.text_at(FormPlaces::path_of(place.path, place.path.size() - up) + ".url");
}

bool ends_with_any(std::string_view url, std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return url.ends_with(name); });
}

bool is_display_words(const FormPlaces& places, const YamlPlace& place) {
    if (step(place, 1) == "valueCoding")
        return step(place, 3) == "answerOption" ||
               ends_with_any(extension_of(places, place, 2),
                             {"questionnaire-unit", "questionnaire-unitOption"});
    const bool is_concept = step(place, 2) == "concept" || step(place, 2) == "contains";
    const std::string around = FormPlaces::path_of(place.path, place.path.size() - 1);
    return is_concept && place.path.front().name == "contained" &&
           places.at(around + ".designation.0.value") == nullptr;
}

/// Do patients read or hear it?
bool is_words(const FormPlaces& places, const YamlPlace& place) {
    const bool aside = std::any_of(place.path.begin(), place.path.end(),
                                   [](const YamlStep& each) { return each.name.starts_with('_'); });
    if (aside || place.text.empty() || place.path.empty()) return false;
    const std::string_view last = step(place, 0);
    if (last == "title")
        return place.path.size() == 1 ||
               (step(place, 1) == "valueAttachment" &&
                ends_with_any(extension_of(places, place, 2), {"itemMedia", "itemAnswerMedia"}));
    if (last == "text" || last == "prefix") return step(place, 2) == "item";
    if (last == "display") return is_display_words(places, place);
    return last == "valueString" &&
           (step(place, 2) == "answerOption" ||
            ends_with_any(extension_of(places, place, 1), {"entryFormat"}));
}

/// By the innermost item around it, so that it stays the same when items are added before it.
std::string name_of(const FormPlaces& places, const YamlPlace& place) {
    for (std::size_t count = place.path.size(); count-- > 0;) {
        const std::string holder = FormPlaces::path_of(place.path, count);
        const std::string link_id = places.text_at(holder + ".linkId");
        if (link_id.empty()) continue;
        return link_id + FormPlaces::path_of(place.path, place.path.size()).substr(holder.size());
    }
    return FormPlaces::path_of(place.path, place.path.size());
}

std::optional<YamlPlace> translation_of(const FormPlaces& places, const YamlPlace& place,
                                        const std::string& language) {
    const std::string list = FormPlaces::translations_of(place);
    for (int k = 0;; ++k) {
        const std::string entry = list + "." + std::to_string(k);
        const auto* url = places.at(entry + ".url");
        if (url == nullptr) return std::nullopt;
        if (url->text != kTranslation) continue;
        std::string found_language;
        const YamlPlace* content = nullptr;
        for (int j = 0; j < 2; ++j) {
            const std::string part = entry + ".extension." + std::to_string(j);
            if (places.text_at(part + ".url") == "lang")
                found_language = places.text_at(part + ".valueCode");
            for (const char* value : {".valueString", ".valueMarkdown"})
                if (places.text_at(part + ".url") == "content" && places.at(part + value))
                    content = places.at(part + value);
        }
        if (found_language == language && content != nullptr) return *content;
    }
}

std::string entry_of(const std::string& language, const std::string& words) {
    return "{url: \"" + std::string(kTranslation) +
           "\", extension: [{url: lang, valueCode: " + language +
           "}, {url: content, valueString: " + in_double_quotes(words) + "}]}";
}

/// Behind the braces and brackets that close so many containers; npos: something else is there.
std::size_t behind_closers(std::string_view yaml, std::size_t at, std::size_t count) {
    while (count > 0 && at < yaml.size()) {
        const char c = yaml[at++];
        if (c == '}' || c == ']')
            --count;
        else if (std::string_view(" \t\n,").find(c) == std::string_view::npos)
            return std::string_view::npos;
    }
    return count == 0 ? at : std::string_view::npos;
}

/// Where its line begins.
std::size_t line_of(std::string_view yaml, std::size_t at) {
    const auto before = at == 0 ? std::string_view::npos : yaml.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

Edit behind_line(std::string_view yaml, std::size_t at, std::string words) {
    const auto end = std::min(yaml.find('\n', at), yaml.size());
    return {end, end, "\n" + std::move(words)};
}

/// The first translation of a text.
Edit first_addition(std::string_view yaml, const YamlPlace& place, const std::string& entry) {
    const YamlStep& key = place.path.back();
    if (key.in_flow)
        return {place.end, place.end, ", _" + key.name + ": {extension: [" + entry + "]}"};
    const std::string indent(key.column, ' ');
    return behind_line(
        yaml, place.end,
        indent + "_" + key.name + ":\n" + indent + "  extension:\n" + indent + "    - " + entry);
}

/// One more behind those that are there, in the way in which they are written.
std::optional<Edit> further_addition(std::string_view yaml, const YamlPlace& first,
                                     const YamlPlace& last, std::size_t depth,
                                     const std::string& entry) {
    std::size_t open = 0;
    for (std::size_t i = depth + 1; i < last.path.size(); ++i) open += last.path[i].in_flow ? 1 : 0;
    const std::size_t end = behind_closers(yaml, last.end, open);
    if (end == std::string_view::npos) return std::nullopt;
    if (last.path[depth].in_flow) return Edit{end, end, ", " + entry};
    const std::size_t line = line_of(yaml, first.begin);
    const auto dash = yaml.find('-', line);
    if (dash == std::string_view::npos || dash > first.begin) return std::nullopt;
    return behind_line(yaml, end, std::string(dash - line, ' ') + "- " + entry);
}

std::optional<Edit> form_addition(std::string_view yaml, const FormPlaces& places,
                                  const YamlPlace& place, const std::string& entry) {
    const std::string list = FormPlaces::translations_of(place);
    int count = 0;
    while (places.at(list + "." + std::to_string(count) + ".url") != nullptr) ++count;
    const std::string holder = list.substr(0, list.size() - std::string(".extension").size());
    if (count == 0 && places.below(holder).first != nullptr) return std::nullopt;
    if (count == 0) return first_addition(yaml, place, entry);
    const auto [first, last] = places.below(list + "." + std::to_string(count - 1));
    return further_addition(yaml, *first, *last, place.path.size() + 1, entry);
}

}  // namespace

std::vector<LocalizedValue> form_values(std::string_view yaml, const std::string& first,
                                        const std::string& language) {
    const FormPlaces places(yaml);
    std::vector<LocalizedValue> values;
    const auto* written_in = places.at("language");
    if ((written_in == nullptr ? base::kFallbackLanguage : written_in->text) != first)
        return values;
    for (const auto& place : places.all()) {
        if (!is_words(places, place)) continue;
        values.push_back({name_of(places, place), place, 0, {}});
        if (!language.empty()) values.back().translation = translation_of(places, place, language);
    }
    return values;
}

std::string with_form_translations(std::string_view yaml, const std::vector<LocalizedValue>& values,
                                   const std::string& language,
                                   const std::vector<std::string>& words) {
    const FormPlaces places(yaml);
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& there = values[i].translation;
        if (words[i].empty() || (there && words[i] == there->text)) continue;
        if (there)
            edits.push_back({there->begin, there->end, in_double_quotes(words[i])});
        else if (auto edit =
                     form_addition(yaml, places, values[i].source, entry_of(language, words[i])))
            edits.push_back(std::move(*edit));
    }
    return with_edits(yaml, std::move(edits));
}

}  // namespace candor::pack
