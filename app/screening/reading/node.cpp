#include "screening/reading/node.h"

#include <algorithm>

#include "base/utf8.h"
#include "screening/reading/node_builder.h"

namespace candor::screening {
namespace {

bool looks_like_json(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

}  // namespace

const Node* Node::get(std::string_view key) const {
    if (kind != Kind::map) return nullptr;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] == key) return children[i].is(Kind::null) ? nullptr : &children[i];
    return nullptr;
}

std::optional<Node> parse_node(std::string_view text, const std::string& where,
                               base::Findings& findings) {
    NodeBuilder builder(where, findings);
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, 3) == kByteOrderMark) text.remove_prefix(3);
    if (text.size() > kMaxBytes) {
        builder.fault(0, "too-large", "The file is larger than 8 MiB.", "Split it, or shorten it.");
    } else if (!base::is_utf8(text)) {
        builder.fault(0, "not-utf8", "The file is not UTF-8 text.", "Save it as UTF-8.");
    } else if (looks_like_json(text)) {
        read_json(text, builder);
    } else {
        read_yaml(text, builder);
    }
    return builder.take();
}

}  // namespace candor::screening
