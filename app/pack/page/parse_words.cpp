#include <string>

#include "pack/page/markdown.h"
#include "pack/page/rich_text.h"

namespace candor::pack {
namespace {

bool is_words_only(const MarkdownNode& node) {
    return node.kind == MarkdownNode::Kind::paragraph && node.pictures.empty();
}

}  // namespace

RichText parse_words(std::string_view text, const MarkdownPlace& place) {
    // A full stop in front keeps words such as "2007. The first…" or "- 5" from starting a list.
    const std::string guarded = "." + std::string(text);
    const auto tree = parse_markdown(guarded, place);
    RichText words;
    if (!tree) return words;
    for (const auto& node : tree->children) {
        if (!is_words_only(node)) {
            place.report.error(node.line, "words-only",
                               "Here only words can stand, with bold, italic and links.",
                               "Move lists, tables and pictures out of the block.");
            continue;
        }
        if (!words.empty()) append(words, Run{.text = "\n"});
        for (const auto& run : node.text) append(words, run);
    }
    if (!words.empty() && words.front().text.starts_with('.')) words.front().text.erase(0, 1);
    settle(words);
    return words;
}

}  // namespace candor::pack
