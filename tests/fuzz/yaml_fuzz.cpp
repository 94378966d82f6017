// YAML (or JSON) as packs and forms hold it: the tree, and what both readers say of it.
#include "base/utf8.h"
#include "document/document.h"
#include "input.h"
#include "pack/folder/yaml.h"
#include "screening/reading/node.h"

namespace candor::fuzz {
namespace {

using document::Node;

void look_at(const Node& node, int depth, int lines) {
    must(depth <= 17, "values stand inside one another to a limit");
    must(node.line >= 0 && node.line <= lines, "a value has a line of the file");
    must(!node.is(Node::Kind::map) || node.keys.size() == node.items.size(),
         "each key has a value");
    must(node.is_scalar() || node.text.empty(), "words are a scalar's");
    must(base::is_utf8(node.text), "words are UTF-8");
    for (const auto& key : node.keys) must(node.find(key.name) != &node, "a value is found by key");
    for (const auto& item : node.items) look_at(item, depth + 1, lines);
}

void read(std::string_view text, document::Format format, int lines) {
    const auto document = document::read(text, format);
    if (document.root) look_at(*document.root, 0, lines);
    must(document.root || !document.problems.empty(), "a text that is refused says why");
    for (const auto& problem : document.problems) {
        must(problem.line >= 0 && problem.line <= lines, "a problem has a line of the file");
        must(base::is_utf8(document::to_text(problem)), "a problem is UTF-8");
    }
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace candor;
    const std::string_view text = fuzz::text_of(data, size);
    const auto ends =
        std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    const auto lines = static_cast<int>(ends) + 2;
    fuzz::read(text, document::Format::yaml, lines);
    fuzz::read(text, document::Format::json, lines);

    base::Findings findings;
    pack::Report report("a.yaml", findings);
    if (!pack::parse_yaml(text, 1, report))
        fuzz::must(base::has_error(findings), "YAML that is refused says why");
    fuzz::must_be_showable(findings);

    base::Findings others;
    if (!screening::parse_node(text, "a.yaml", others))
        fuzz::must(base::has_error(others), "a document that is refused says why");
    fuzz::must_be_showable(others);
    return 0;
}
