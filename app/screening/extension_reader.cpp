#include "screening/extension_reader.h"

#include <algorithm>
#include <array>

#include "screening/fhir_urls.h"
#include "screening/fhir_value.h"
#include "screening/value.h"

namespace candor::screening {
namespace {

using base::Severity;

constexpr const char* kSeeSupport = "See app/screening/SUPPORT.md.";

// By the last part of the url, because each has had several homes (core, SDC, R5's pack).
constexpr std::array<std::string_view, 3> kRefused{"enableWhenExpression", "calculatedExpression",
                                                   "answerExpression"};
constexpr std::array<std::string_view, 8> kConstraints{
    "constraint",       "targetConstraint", "regex", "minLength", "minOccurs", "maxOccurs",
    "maxDecimalPlaces", "initialExpression"};

std::string_view last_part(std::string_view url) {
    const auto cut = url.find_last_of("/-");
    return cut == std::string_view::npos ? url : url.substr(cut + 1);
}

template <typename List>
bool contains(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

void set_aside(const Node& node, const std::string& url, Reading& reading) {
    const auto name = last_part(url);
    if (contains(kRefused, name))
        reading.error(node, "unsupported", "the extension \"" + url + "\" is not supported.",
                      kSeeSupport);
    else if (contains(kConstraints, name))
        reading.warning(node, "ignored-extension", "the rule \"" + url + "\" is not enforced.",
                        kSeeSupport);
    else
        reading.advice(node, "ignored-extension", "the extension \"" + url + "\" is ignored.",
                       kSeeSupport);
}

std::string code_of(const Node& extension) {
    const Node* concept_node = extension.get("valueCodeableConcept");
    const Node* codings = concept_node == nullptr ? nullptr : concept_node->get("coding");
    if (codings == nullptr || codings->children.empty()) return {};
    const auto* code = string_in(codings->children.front().get("code"));
    return code == nullptr ? std::string() : *code;
}

void read_control(const Node& node, Item& item, Reading& reading) {
    const std::string code = code_of(node);
    if (code == "help" && item.type == ItemType::display)
        item.control = ItemControl::help;
    else
        reading.advice(node, "ignored-extension", "the itemControl \"" + code + "\" is ignored.",
                       kSeeSupport);
}

void read_media(const Node& node, std::string& url, base::Localized& alt, Reading& reading) {
    const Node* attachment = node.get("valueAttachment");
    if (attachment == nullptr || !attachment->is(Node::Kind::map)) {
        reading.error(node, "bad-media", "a picture has no valueAttachment.",
                      "Give it valueAttachment with url, contentType and title.");
        return;
    }
    url = reading.text(*attachment, "url");
    alt = reading.localized(*attachment, "title");
    if (url.empty())
        reading.error(*attachment, "bad-media", "a picture has no url.",
                      "Name the file, as in images/x.svg.");
    if (alt.empty())
        reading.warning(*attachment, "missing-alt", "a picture has no words for who cannot see it.",
                        "Describe it in the attachment's title.");
}

void read_limit(const Node& node, std::optional<Value>& limit, Reading& reading) {
    FoundValue found = find_value(node, "value");
    if (found.value)
        limit = std::move(found.value);
    else
        reading.error(node, "bad-limit", "a minValue or maxValue cannot be read.",
                      "Give it valueInteger, valueDecimal or valueDate.");
}

bool read_weight(const Node& node, AnswerOption& option, Reading& reading) {
    const auto* written = number_in(node.get("valueDecimal"));
    if (written == nullptr) written = number_in(node.get("valueInteger"));
    const auto weight = written == nullptr ? std::nullopt : to_decimal(*written);
    if (!weight)
        reading.error(node, "bad-weight", "a weight is not a number.", "Give it valueDecimal.");
    option.weight = weight;
    return true;
}

bool read_option_extension(const Node& node, const std::string& url, AnswerOption& option,
                           Reading& reading) {
    if (url == urls::kOrdinalValue || url == urls::kItemWeight)
        return read_weight(node, option, reading);
    if (url == urls::kOptionExclusive) {
        option.exclusive = reading.flag(node, "valueBoolean");
        return true;
    }
    if (url != urls::kItemAnswerMedia) return false;
    read_media(node, option.media, option.media_alt, reading);
    return true;
}

}  // namespace

void read_item_extensions(const Node& node, Item& item, Reading& reading) {
    for (const Node* entry : reading.maps(node, "extension")) {
        const std::string url = reading.text(*entry, "url");
        if (url == urls::kItemControl)
            read_control(*entry, item, reading);
        else if (url == urls::kHidden)
            item.hidden = item.hidden || reading.flag(*entry, "valueBoolean");
        else if (url == urls::kItemMedia)
            read_media(*entry, item.media, item.media_alt, reading);
        else if (url == urls::kMinValue)
            read_limit(*entry, item.min_value, reading);
        else if (url == urls::kMaxValue)
            read_limit(*entry, item.max_value, reading);
        else
            set_aside(*entry, url, reading);
    }
}

// An option's extensions stand on it or, in R4's own examples, on its valueCoding.
void read_option_extensions(const Node& node, AnswerOption& option, Reading& reading) {
    const Node* coding = node.get("valueCoding");
    for (const Node* holder : {&node, coding}) {
        if (holder == nullptr || !holder->is(Node::Kind::map)) continue;
        for (const Node* entry : reading.maps(*holder, "extension")) {
            const std::string url = reading.text(*entry, "url");
            if (!read_option_extension(*entry, url, option, reading))
                set_aside(*entry, url, reading);
        }
    }
}

}  // namespace candor::screening
