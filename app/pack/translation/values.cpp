#include "pack/translation/values.h"

#include <algorithm>

#include "pack/translation/edits.h"

namespace candor::pack {
namespace {

using document::YamlPlace;

std::optional<std::size_t> step_named(const YamlPlace& place, const std::string& language) {
    for (std::size_t i = place.path.size(); i-- > 0;)
        if (place.path[i].name == language) return i;
    return std::nullopt;
}

std::string name_without(const YamlPlace& place, std::size_t step) {
    std::string name;
    for (std::size_t i = 0; i < place.path.size(); ++i)
        if (i != step) name += (name.empty() ? "" : ".") + place.path[i].name;
    return name;
}

/// Values of one entry stand under one language step of one parent.
bool is_same_entry(const LocalizedValue& a, const LocalizedValue& b) {
    if (a.language_step != b.language_step) return false;
    for (std::size_t i = 0; i < a.language_step; ++i)
        if (a.source.path[i].name != b.source.path[i].name) return false;
    return true;
}

/// What is put behind the source's entry, the values from `first` to before `behind`; nothing where
/// a text of it is missing, or it stands between braces as a map of its own.
std::optional<Edit> addition(std::string_view yaml, const std::vector<LocalizedValue>& values,
                             const std::string& language, const std::vector<std::string>& words,
                             std::size_t first, std::size_t behind) {
    const auto& step = values[first].source.path[values[first].language_step];
    const bool is_map = values[first].language_step + 1 < values[first].source.path.size();
    std::string entry;
    for (std::size_t i = first; i < behind; ++i) {
        if (words[i].empty()) return std::nullopt;
        const auto quoted = in_double_quotes(words[i]);
        if (is_map)
            entry += (i == first ? "{" : ", ") + values[i].source.path.back().name + ": " + quoted;
        else
            entry = quoted;
    }
    if (is_map) entry += '}';
    std::size_t at = values[behind - 1].source.end;
    if (step.in_flow) {
        if (is_map) return std::nullopt;
        return Edit{at, at, ", " + language + ": " + entry};
    }
    at = std::min(yaml.find('\n', at), yaml.size());
    return Edit{at, at, "\n" + std::string(step.column, ' ') + language + ": " + entry};
}

}  // namespace

std::vector<LocalizedValue> localized_values(std::string_view yaml, const std::string& first,
                                             const std::string& language) {
    const auto places = document::yaml_places(yaml);
    std::vector<LocalizedValue> values;
    for (const auto& place : places)
        if (const auto step = step_named(place, first); step && !place.text.empty())
            values.push_back({name_without(place, *step), place, *step, {}});
    for (const auto& place : places) {
        const auto step = language.empty() ? std::nullopt : step_named(place, language);
        if (!step) continue;
        const std::string name = name_without(place, *step);
        for (auto& value : values)
            if (value.name == name && value.language_step == *step) value.translation = place;
    }
    return values;
}

std::string with_translations(std::string_view yaml, const std::vector<LocalizedValue>& values,
                              const std::string& language, const std::vector<std::string>& words) {
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t behind = i + 1;
        while (behind < values.size() && is_same_entry(values[i], values[behind])) ++behind;
        bool is_new = true;
        for (std::size_t j = i; j < behind; ++j) {
            const auto& there = values[j].translation;
            is_new = is_new && !there;
            if (there && !words[j].empty() && words[j] != there->text)
                edits.push_back({there->begin, there->end, in_double_quotes(words[j])});
        }
        if (is_new)
            if (auto edit = addition(yaml, values, language, words, i, behind))
                edits.push_back(std::move(*edit));
        i = behind;
    }
    return with_edits(yaml, std::move(edits));
}

}  // namespace candor::pack
