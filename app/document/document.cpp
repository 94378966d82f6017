#include "document/document.h"

#include "document/tree_builder.h"

namespace candor::document {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

const char* name_of(Problem::Kind kind) {
    switch (kind) {
        case Problem::Kind::not_utf8:
            return "not UTF-8";
        case Problem::Kind::control_character:
            return "a control character";
        case Problem::Kind::syntax:
            return "wrong syntax";
        case Problem::Kind::open_quote:
            return "a quote without an end";
        case Problem::Kind::nameless_value:
            return "a value without a name";
        case Problem::Kind::after_the_end:
            return "something after the end";
        case Problem::Kind::alias:
            return "an anchor or an alias";
        case Problem::Kind::tag:
            return "a tag";
        case Problem::Kind::doubled_key:
            return "a key that stands twice";
        case Problem::Kind::too_many_bytes:
            return "too many bytes";
        case Problem::Kind::too_deep:
            return "too many levels";
        case Problem::Kind::too_many_values:
            return "too many values";
        case Problem::Kind::too_many_keys:
            return "too many keys";
    }
    return "wrong syntax";
}

}  // namespace

Format format_of(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{' ? Format::json : Format::yaml;
}

std::string to_text(const Problem& problem) {
    const std::string name = name_of(problem.kind);
    return problem.detail.empty() ? name : name + ": " + problem.detail;
}

Document read(std::string_view text, Format format, const Limits& limits, int first_line) {
    TreeBuilder tree(limits);
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (text.size() > limits.bytes)
        tree.refuse(Problem::Kind::too_many_bytes, 0);
    else if (format == Format::json)
        read_json(text, first_line, tree);
    else
        read_yaml(text, first_line, tree);
    return tree.take();
}

}  // namespace candor::document
