// YAML as packs hold it, through both of our readers.
#include "base/utf8.h"
#include "input.h"
#include "pack/folder/yaml.h"
#include "screening/reading/node.h"

namespace candor::fuzz {
namespace {

void look_at(const pack::YamlNode& node, int depth, int lines, bool good) {
    using Kind = pack::YamlNode::Kind;
    must(depth <= 17, "values stand inside one another to a limit");
    must(node.line >= 0 && node.line <= lines, "a value has a line of the file");
    must(node.kind != Kind::map || node.keys.size() == node.items.size(), "each key has a value");
    must(!good || base::is_utf8(node.text), "words are UTF-8");
    for (const auto& key : node.keys) must(node.find(key.name) != &node, "a value is found by key");
    for (const auto& item : node.items) look_at(item, depth + 1, lines, good);
}

void look_at(const screening::Node& node) {
    must(!node.is(screening::Node::Kind::map) || node.keys.size() == node.children.size(),
         "each key has a value");
    for (const auto& child : node.children) look_at(child);
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace candor;
    const std::string_view text = fuzz::text_of(data, size);
    const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 2;
    base::Findings findings;
    pack::Report report("a.yaml", findings);
    if (const auto yaml = pack::parse_yaml(text, 1, report))
        fuzz::look_at(*yaml, 0, lines, !report.failed());
    else
        fuzz::must(base::has_error(findings), "YAML that is refused says why");
    fuzz::must_be_showable(findings);

    base::Findings others;
    if (const auto node = screening::parse_node(text, "a.yaml", others))
        fuzz::look_at(*node);
    else
        fuzz::must(base::has_error(others), "a document that is refused says why");
    fuzz::must_be_showable(others);
    return 0;
}
