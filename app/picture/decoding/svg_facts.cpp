#include "picture/decoding/svg_facts.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <climits>
#include <memory>
#include <string>

namespace candor::picture {
namespace {

constexpr std::size_t kMaxOutside = 5, kMaxShown = 80;
constexpr std::string_view kSvg = "http://www.w3.org/2000/svg";
constexpr std::string_view kInclude = "http://www.w3.org/2001/XInclude";

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeText {
    void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_in(const xmlNode& node, std::string_view space) {
    return node.ns != nullptr && view(node.ns->href) == space;
}

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

/// In the file itself, or carried along in the address.
bool stays_inside(std::string_view address) {
    return address.empty() || address.starts_with('#') || address.starts_with("data:");
}

std::string without_comments(std::string_view css) {
    std::string out;
    for (std::size_t at = 0; at < css.size();) {
        const auto open = std::min(css.find("/*", at), css.size());
        out += css.substr(at, open - at);
        const auto close = open < css.size() ? css.find("*/", open + 2) : std::string_view::npos;
        at = close == std::string_view::npos ? css.size() : close + 2;
    }
    return out;
}

class SvgLook {
  public:
    explicit SvgLook(Facts& facts) : facts_(facts) {}

    void document(const xmlDoc& document) {
        if (document.intSubset != nullptr)
            for (const xmlNode* node = document.intSubset->children; node != nullptr;
                 node = node->next)
                entity(*node);
        // No recursion: how deep the elements stand is the drawing's choice.
        const xmlNode* node = document.children;
        while (node != nullptr) {
            look_at(*node);
            const bool enters = node->type == XML_ELEMENT_NODE && node->children != nullptr;
            node = enters ? node->children : next_of(node);
        }
    }

  private:
    static const xmlNode* next_of(const xmlNode* node) {
        while (node != nullptr && node->next == nullptr)
            node = node->parent != nullptr && node->parent->type == XML_ELEMENT_NODE ? node->parent
                                                                                     : nullptr;
        return node == nullptr ? nullptr : node->next;
    }

    void entity(const xmlNode& node) {
        if (node.type != XML_ENTITY_DECL) return;
        const auto& declared = reinterpret_cast<const xmlEntity&>(node);
        if (declared.etype == XML_EXTERNAL_GENERAL_PARSED_ENTITY ||
            declared.etype == XML_EXTERNAL_GENERAL_UNPARSED_ENTITY ||
            declared.etype == XML_EXTERNAL_PARAMETER_ENTITY)
            add_outside(view(declared.SystemID));
    }

    void look_at(const xmlNode& node) {
        if (node.type == XML_PI_NODE && view(node.name) == "xml-stylesheet")
            return style_sheet(view(node.content));
        if (node.type != XML_ELEMENT_NODE) return;
        if (is_in(node, kInclude)) return include(node);
        if (is_in(node, kSvg)) element(node);
    }

    void style_sheet(std::string_view words) {
        const auto href = words.find("href=");
        if (href == std::string_view::npos || href + 6 > words.size()) return;
        const auto from = href + 6;
        const auto address = words.substr(from, words.find(words[from - 1], from) - from);
        if (!stays_inside(address)) add_outside(address);
    }

    void include(const xmlNode& node) {
        for (const xmlAttr* attribute = node.properties; attribute; attribute = attribute->next)
            if (view(attribute->name) == "href") add_outside(text_of(node, *attribute));
    }

    void element(const xmlNode& node) {
        const auto name = view(node.name);
        if ((name == "text" || name == "foreignObject") && has_letters(node))
            facts_.has_words = true;
        if (name == "script") facts_.has_script = true;
        for (const xmlAttr* attribute = node.properties; attribute; attribute = attribute->next)
            this->attribute(name, view(attribute->name), text_of(node, *attribute));
        if (name != "style") return;
        const std::unique_ptr<xmlChar, FreeText> css(xmlNodeGetContent(&node));
        style(without_comments(view(css.get())));
    }

    /// Illustrator puts an empty foreignObject into each of its drawings.
    static bool has_letters(const xmlNode& node) {
        const std::unique_ptr<xmlChar, FreeText> content(xmlNodeGetContent(&node));
        return !trimmed(view(content.get())).empty();
    }

    void attribute(std::string_view element, std::string_view name, const std::string& value) {
        if (name.starts_with("on")) facts_.has_script = true;
        if (name == "href" || name == "src") {
            const auto address = trimmed(value);
            // A link is not followed, and asks for nothing.
            if (element != "a" && !stays_inside(address)) add_outside(address);
            if (address.starts_with("javascript:")) facts_.has_script = true;
        } else if (name == "style") {
            style(without_comments(value));
        } else {
            style(value);
        }
    }

    void style(std::string_view css) {
        if (css.find("@import") != std::string_view::npos) add_outside("@import");
        if (css.find("var(") != std::string_view::npos) facts_.has_variables = true;
        for (std::size_t at = 0; (at = css.find("url(", at)) != std::string_view::npos;) {
            at += 4;
            const auto from = css.find_first_not_of("\"' \t\r\n", at);
            if (from == std::string_view::npos) return;
            const auto address = css.substr(from, css.find_first_of(")\"'", from) - from);
            if (!stays_inside(address)) add_outside(address);
        }
    }

    static std::string text_of(const xmlNode& node, const xmlAttr& attribute) {
        const std::unique_ptr<xmlChar, FreeText> value(
            xmlNodeListGetString(node.doc, attribute.children, 1));
        return std::string(view(value.get()));
    }

    void add_outside(std::string_view what) {
        if (facts_.outside.size() >= kMaxOutside) return;
        std::string shown(what.substr(0, kMaxShown));
        std::replace(shown.begin(), shown.end(), '\n', ' ');
        facts_.outside.push_back(shown.empty() ? "a file" : std::move(shown));
    }

    Facts& facts_;
};

/// Nothing else is ever opened: not by a process that could.
xmlParserInput* no_other_file(const char*, const char*, xmlParserCtxt*) { return nullptr; }

}  // namespace

void look_into_svg(std::string_view bytes, Facts& facts) {
    if (bytes.size() > INT_MAX) return;
    xmlSetExternalEntityLoader(no_other_file);
    constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR |
                             XML_PARSE_NOWARNING | XML_PARSE_RECOVER | XML_PARSE_NOCDATA;
    const std::unique_ptr<xmlDoc, FreeDocument> document(
        xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, kOptions));
    if (document) SvgLook(facts).document(*document);
}

}  // namespace candor::picture
