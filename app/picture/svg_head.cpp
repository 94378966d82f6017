#include "picture/svg_head.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace candor::picture {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

/// Behind "<!DOCTYPE …>" with its brackets and quotes; npos where it does not end.
std::size_t behind_doctype(std::string_view text, std::size_t at) {
    int brackets = 0;
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (text.substr(at).starts_with("<!--")) {
            at = text.find("-->", at);
            if (at == std::string_view::npos) return at;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[') {
            ++brackets;
        } else if (c == ']') {
            --brackets;
        } else if (c == '>' && brackets == 0) {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

/// What stands behind the "<" of the root.
std::string_view root_of(std::string_view text) {
    for (std::size_t at = 0; (at = text.find('<', at)) != std::string_view::npos;) {
        std::size_t end = std::string_view::npos;
        if (text.substr(at).starts_with("<!--"))
            end = text.find("-->", at);
        else if (text.substr(at).starts_with("<?"))
            end = text.find("?>", at);
        else if (text.substr(at).starts_with("<!"))
            end = behind_doctype(text, at);
        else
            return text.substr(at + 1);
        if (end == std::string_view::npos) return {};
        at = end;
    }
    return {};
}

/// Calls `take` with the name and value of each attribute; false where the tag does not end.
template <typename Take>
bool each_attribute(std::string_view tag, Take take) {
    auto at = tag.find_first_of(" \t\r\n/>");
    while (at != std::string_view::npos) {
        at = tag.find_first_not_of(kSpaces, at);
        if (at == std::string_view::npos) return false;
        if (tag[at] == '>' || tag[at] == '/') return true;
        const auto equals = tag.find('=', at);
        if (equals == std::string_view::npos) return false;
        auto name = tag.substr(at, equals - at);
        name = name.substr(0, name.find_first_of(kSpaces));
        const auto open = tag.find_first_not_of(kSpaces, equals + 1);
        if (open == std::string_view::npos || (tag[open] != '"' && tag[open] != '\'')) return false;
        const auto close = tag.find(tag[open], open + 1);
        if (close == std::string_view::npos) return false;
        take(name, tag.substr(open + 1, close - open - 1));
        at = close + 1;
    }
    return false;
}

std::optional<double> take_number(std::string_view& text) {
    const auto from = text.find_first_not_of(" \t\r\n,");
    if (from == std::string_view::npos) return std::nullopt;
    text.remove_prefix(from);
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !std::isfinite(value)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// In CSS pixels; nothing for a share ("100%") and for what is no length.
std::optional<double> length_of(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, double>, 9> kUnits{{{"", 1},
                                                                         {"px", 1},
                                                                         {"in", 96},
                                                                         {"cm", 96 / 2.54},
                                                                         {"mm", 96 / 25.4},
                                                                         {"pt", 96.0 / 72},
                                                                         {"pc", 16},
                                                                         {"em", 12},
                                                                         {"ex", 6}}};
    const auto value = take_number(text);
    if (!value) return std::nullopt;
    const auto unit = text.substr(0, text.find_last_not_of(kSpaces) + 1);
    for (const auto& [name, factor] : kUnits)
        if (unit == name) return *value * factor;
    return std::nullopt;
}

}  // namespace

std::optional<SvgSize> svg_size(std::string_view bytes) {
    const auto tag = root_of(bytes);
    const auto name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    if (name.substr(name.find(':') + 1) != "svg") return std::nullopt;
    std::optional<double> width, height;
    std::array<double, 4> box{};
    const bool whole = each_attribute(tag, [&](std::string_view key, std::string_view value) {
        if (key == "width") width = length_of(value);
        if (key == "height") height = length_of(value);
        if (key == "viewBox")
            for (double& number : box) number = take_number(value).value_or(0);
    });
    if (!whole) return std::nullopt;
    if (width && height && *width > 0 && *height > 0) return SvgSize{*width, *height};
    if (!(box[2] > 0) || !(box[3] > 0)) return std::nullopt;
    return SvgSize{box[2], box[3]};
}

}  // namespace candor::picture
