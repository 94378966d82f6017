#include "screening/reading/extension_value.h"

#include <algorithm>
#include <array>

#include "screening/model/value.h"
#include "screening/reading/set_aside.h"

namespace candor::screening {
namespace {

/// The types that a definition allows; the first one is what authors are told to write.
struct DefinedTypes {
    std::string_view name;
    std::array<std::string_view, 2> types;
};
constexpr std::string_view kNoOther;
constexpr std::array kDefined{
    DefinedTypes{"questionnaire-hidden", {"valueBoolean", kNoOther}},
    DefinedTypes{"questionnaire-optionExclusive", {"valueBoolean", kNoOther}},
    DefinedTypes{"questionnaire-itemControl", {"valueCodeableConcept", kNoOther}},
    DefinedTypes{"questionnaire-displayCategory", {"valueCodeableConcept", kNoOther}},
    DefinedTypes{"questionnaire-usageMode", {"valueCode", kNoOther}},
    DefinedTypes{"keyboard", {"valueCoding", "valueCode"}},
    DefinedTypes{"questionnaire-unit", {"valueCoding", kNoOther}},
    DefinedTypes{"questionnaire-unitOption", {"valueCoding", kNoOther}},
    DefinedTypes{"questionnaire-minOccurs", {"valueInteger", kNoOther}},
    DefinedTypes{"questionnaire-maxOccurs", {"valueInteger", kNoOther}},
    DefinedTypes{"minLength", {"valueInteger", kNoOther}},
    DefinedTypes{"maxDecimalPlaces", {"valueInteger", kNoOther}},
    DefinedTypes{"questionnaire-sliderStepValue", {"valueInteger", "valueDecimal"}},
    DefinedTypes{"regex", {"valueString", kNoOther}},
    DefinedTypes{"entryFormat", {"valueString", "valueMarkdown"}},
    DefinedTypes{"questionnaire-instruction", {"valueString", "valueMarkdown"}},
    DefinedTypes{"openLabel", {"valueString", kNoOther}},
    DefinedTypes{"questionnaire-optionPrefix", {"valueString", kNoOther}},
    DefinedTypes{"valueset-label", {"valueString", kNoOther}},
    DefinedTypes{"ordinalValue", {"valueDecimal", "valueInteger"}},
    DefinedTypes{"itemWeight", {"valueDecimal", "valueInteger"}},
    DefinedTypes{"calculatedExpression", {"valueExpression", kNoOther}},
    DefinedTypes{"enableWhenExpression", {"valueExpression", kNoOther}},
    DefinedTypes{"variable", {"valueExpression", kNoOther}}};

const std::string* code_said(const Node& coding) {
    for (const char* key : {"code", "display"})
        if (const auto* words = string_in(coding.find(key))) return words;
    return nullptr;
}

const std::string* said_in(const Node& value) {
    if (!value.is(Node::Kind::map)) return string_in(&value);
    const Node* codings = value.find("coding");
    if (codings != nullptr && codings->is(Node::Kind::list) && !codings->items.empty())
        if (const auto* code = code_said(codings->items.front())) return code;
    if (const auto* code = code_said(value)) return code;
    return string_in(value.find("text"));
}

}  // namespace

ExtensionValue extension_value(const Node& extension) {
    for (std::size_t i = 0; i < extension.keys.size(); ++i)
        if (extension.keys[i].name.starts_with("value"))
            return {extension.keys[i].name, &extension.items[i]};
    return {};
}

std::optional<bool> extension_flag(const Node& extension) {
    const Node* value = extension_value(extension).node;
    if (const auto flag = boolean_in(value)) return flag;
    const std::string* words = value == nullptr ? nullptr : said_in(*value);
    if (words == nullptr || (*words != "true" && *words != "false")) return std::nullopt;
    return *words == "true";
}

std::optional<std::string> extension_number(const Node& extension) {
    const Node* value = extension_value(extension).node;
    if (const auto* written = number_in(value)) return *written;
    const std::string* words = value == nullptr ? nullptr : said_in(*value);
    return words != nullptr && to_decimal(*words) ? std::optional(*words) : std::nullopt;
}

std::optional<std::string> extension_words(const Node& extension) {
    const Node* value = extension_value(extension).node;
    const std::string* words = value == nullptr ? nullptr : said_in(*value);
    return words == nullptr ? std::nullopt : std::optional(*words);
}

void check_type(const Node& extension, std::string_view url, Reading& reading) {
    const auto defined =
        std::find_if(kDefined.begin(), kDefined.end(),
                     [&](const DefinedTypes& each) { return is_named(url, each.name); });
    const std::string key(extension_value(extension).key);
    if (defined == kDefined.end() || key.empty() || is_one_of(defined->types, key)) return;
    const std::string wanted(defined->types.front());
    reading.warning(extension, "other-type",
                    "\"" + std::string(defined->name) + "\" has its value as " + key +
                        ", and its definition says " + wanted + ".",
                    "Write " + wanted + ": other programs may not read it.");
}

}  // namespace candor::screening
