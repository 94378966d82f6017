#include "pack/page/node_words.h"

#include <string>
#include <utility>

#include "pack/page/rich_text.h"

namespace candor::pack {

void refuse_inside(const MarkdownNode& node, const char* where, Report& report) {
    report.error(node.line, "block-inside",
                 std::string("Inside ") + where + " only words can stand.",
                 "Move this outside, between empty lines.");
}

RichText words_of(MarkdownNode& node, Report& report) {
    for (const auto& picture : node.pictures)
        report.error(picture.line, "image-in-text",
                     "The picture " + in_quotes(picture.name) + " stands among words.",
                     "Put it on a line of its own, between empty lines.");
    settle(node.text);
    return std::move(node.text);
}

namespace {

constexpr int kMaxListDepth = 3;

void add_items(MarkdownNode& node, int depth, List& out, Report& report);

void add_item(MarkdownNode& node, int depth, List& out, Report& report) {
    const std::size_t at = out.items.size();
    out.items.push_back({depth, node.number, words_of(node, report)});
    for (auto& child : node.children) {
        if (child.kind == MarkdownNode::Kind::list) {
            add_items(child, depth + 1, out, report);
        } else if (child.kind == MarkdownNode::Kind::paragraph) {
            RichText& text = out.items[at].text;
            if (!text.empty()) append(text, Run{.text = "\n"});
            for (auto& run : words_of(child, report)) append(text, std::move(run));
        } else {
            refuse_inside(child, "a list", report);
        }
    }
    if (is_blank(out.items[at].text))
        report.warning(node.line, "empty-item", "This list item has no words.",
                       "Write them, or delete it.");
}

void add_items(MarkdownNode& node, int depth, List& out, Report& report) {
    if (depth > kMaxListDepth)
        return report.error(node.line, "too-deep", "Too many lists stand inside one another.",
                            "Write it more simply.");
    for (auto& child : node.children) add_item(child, depth, out, report);
}

}  // namespace

List list_of(MarkdownNode& node, Report& report) {
    List list;
    add_items(node, 0, list, report);
    return list;
}

}  // namespace candor::pack
