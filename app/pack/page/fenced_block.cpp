#include "pack/page/fenced_block.h"

#include <algorithm>
#include <array>

#include "pack/folder/edit_distance.h"
#include "pack/folder/fields.h"
#include "pack/page/picture_size.h"
#include "pack/page/read_course.h"
#include "pack/page/rich_text.h"

namespace candor::pack {
namespace {

const std::vector<std::string_view> kTints{"", "mint", "sun", "sky", "peach", "plum"};
constexpr std::size_t kMinColumns = 2, kMaxColumns = 4;
constexpr int kMaxIcons = 1'000, kMaxHairs = 400;
constexpr std::size_t kMinPatches = 2, kMaxPatches = 3;
constexpr std::array<std::string_view, 3> kFaces{"choices", "side-by-side", "values"};

class BlockReader {
  public:
    explicit BlockReader(const PageScope& scope) : scope_(scope) {}

    BlockBody steps(const YamlNode& node) const;
    BlockBody compare(const YamlNode& node) const;
    BlockBody timeline(const YamlNode& node) const;
    BlockBody icon_array(const YamlNode& node) const;
    BlockBody density(const YamlNode& node) const;
    BlockBody quick_check(const YamlNode& node) const;
    BlockBody ask_list(const YamlNode& node) const;
    BlockBody faq(const YamlNode& node) const;
    BlockBody options(const YamlNode& node) const;
    BlockBody course(const YamlNode& node) const { return read_course(node, scope_); }
    BlockBody sequence(const YamlNode& node) const;

  private:
    Fields fields(const YamlNode& node, std::string what,
                  std::vector<std::string_view> known) const {
        return Fields(node, std::move(what), std::move(known), scope_.report);
    }
    const std::vector<YamlNode>& items(const YamlNode& node, const char* what) const {
        static const std::vector<YamlNode> kNone;
        if (node.kind == YamlNode::Kind::list && !node.items.empty()) return node.items;
        scope_.report.error(node.line, "wrong-type",
                            std::string("Here should be a list of ") + what + ".",
                            "Start each with “- ”.");
        return kNone;
    }
    RichText words(const Fields& fields, std::string_view key, Need need) const {
        const std::string text = fields.text(key, need);
        return text.empty() ? RichText{} : words(text, fields.line_of(key));
    }
    RichText words(const std::string& text, int line) const {
        return parse_words(text, {line, scope_.language, scope_.links, scope_.report});
    }
    CompareColumn column(const YamlNode& node) const;
    CompareRow row(const YamlNode& node, std::size_t columns) const;

    const PageScope& scope_;
};

BlockBody BlockReader::steps(const YamlNode& node) const {
    Steps block;
    for (const auto& item : items(node, "steps")) {
        const auto step = fields(item, "A step", {"title", "image", "alt", "caption", "text"});
        Step& out = block.steps.emplace_back();
        out.title = step.text("title", Need::required);
        out.text = words(step, "text", Need::required);
        if (const auto image = step.text("image", Need::optional); !image.empty())
            out.figure =
                read_figure(image, step.text("alt", Need::optional),
                            step.text("caption", Need::optional), step.line_of("image"), scope_);
    }
    return block;
}

CompareColumn BlockReader::column(const YamlNode& node) const {
    const auto column = fields(node, "A column", {"title", "icon", "tint"});
    CompareColumn out{
        column.text("title", Need::required), {}, column.choice("tint", kTints, Need::optional)};
    if (const auto icon = column.text("icon", Need::optional); !icon.empty())
        out.icon = scope_.folder.picture(icon, column.line_of("icon"), scope_.report).value_or("");
    return out;
}

CompareRow BlockReader::row(const YamlNode& node, std::size_t columns) const {
    const auto row = fields(node, "A row", {"label", "cells"});
    CompareRow out{row.text("label", Need::required), {}};
    for (const auto& cell : row.list("cells", Need::required)) {
        if (!cell.is_scalar())
            scope_.report.error(cell.line, "wrong-value", "A cell should be words.",
                                "Put the words into quotes.");
        out.cells.push_back(words(cell.text, cell.line));
    }
    if (!out.cells.empty() && out.cells.size() != columns)
        scope_.report.error(node.line, "cell-count",
                            "This row has " + std::to_string(out.cells.size()) +
                                (out.cells.size() == 1 ? " cell for " : " cells for ") +
                                std::to_string(columns) + " columns.",
                            "Give every column one cell.");
    return out;
}

BlockBody BlockReader::compare(const YamlNode& node) const {
    const auto compare = fields(node, "“compare”", {"columns", "rows"});
    Compare block;
    for (const auto& item : compare.list("columns", Need::required))
        block.columns.push_back(column(item));
    if (const auto n = block.columns.size(); n > 0 && (n < kMinColumns || n > kMaxColumns))
        scope_.report.error(compare.line_of("columns"), "column-count",
                            "A comparison has two to four columns.", "Add or delete columns.");
    for (const auto& item : compare.list("rows", Need::required))
        block.rows.push_back(row(item, block.columns.size()));
    return block;
}

BlockBody BlockReader::timeline(const YamlNode& node) const {
    Timeline block;
    for (const auto& item : items(node, "moments")) {
        const auto entry = fields(item, "A moment", {"when", "text"});
        block.entries.push_back(
            {entry.text("when", Need::required), words(entry, "text", Need::required)});
    }
    return block;
}

BlockBody BlockReader::icon_array(const YamlNode& node) const {
    const auto array = fields(node, "“icon-array”", {"title", "of", "groups", "note"});
    IconArray block;
    block.title = array.text("title", Need::required);
    block.of = array.whole_number("of", 1, kMaxIcons, 100, Need::optional);
    for (const auto& item : array.list("groups", Need::required)) {
        const auto group = fields(item, "A group", {"count", "label"});
        block.groups.push_back({group.whole_number("count", 0, block.of, 0, Need::required),
                                group.text("label", Need::required)});
    }
    block.note = words(array, "note", Need::expected);
    return block;
}

BlockBody BlockReader::density(const YamlNode& node) const {
    const auto density = fields(node, "“density”", {"title", "area", "patches", "note"});
    Density block;
    block.title = density.text("title", Need::required);
    block.area = density.text("area", Need::required);
    for (const auto& item : density.list("patches", Need::required)) {
        const auto patch = fields(item, "A patch", {"hairs", "label"});
        block.patches.push_back({patch.whole_number("hairs", 0, kMaxHairs, 0, Need::required),
                                 patch.text("label", Need::required)});
    }
    if (const auto n = block.patches.size(); n > 0 && (n < kMinPatches || n > kMaxPatches))
        scope_.report.error(density.line_of("patches"), "patch-count",
                            "What is compared are two or three patches.", "Add or delete some.");
    block.note = words(density, "note", Need::expected);
    return block;
}

BlockBody BlockReader::quick_check(const YamlNode& node) const {
    const auto check = fields(node, "“quick-check”", {"question", "choices"});
    QuickCheck block;
    block.question = check.text("question", Need::required);
    const auto& choices = check.list("choices", Need::required);
    for (const auto& item : choices) {
        const auto choice = fields(item, "A choice", {"text", "right", "feedback"});
        block.choices.push_back({words(choice, "text", Need::required), choice.flag("right"),
                                 words(choice, "feedback", Need::required)});
    }
    if (choices.size() == 1)
        scope_.report.error(check.line_of("choices"), "choice-count",
                            "A quick check has two choices or more.", "Add one.");
    if (!choices.empty() && std::none_of(block.choices.begin(), block.choices.end(),
                                         [](const QuickChoice& c) { return c.right; }))
        scope_.report.error(check.line_of("choices"), "no-right-choice",
                            "None of these choices is right.", "Write “right: true” in one.");
    return block;
}

BlockBody BlockReader::ask_list(const YamlNode& node) const {
    AskList block;
    for (const auto& item : items(node, "questions")) {
        const auto ask = fields(item, "A question", {"id", "text"});
        const std::string id = ask.text("id", Need::required);
        if (!id.empty() && !is_id(id))
            scope_.report.error(ask.line_of("id"), "bad-id", in_quotes(id) + " cannot be an id.",
                                "Use a-z, 0-9 and “-”.");
        else if (!id.empty() && !scope_.ask_ids.insert(id).second)
            scope_.report.error(ask.line_of("id"), "duplicate-id",
                                "Another question of this pack has the id " + in_quotes(id) + ".",
                                "Change one of the two.");
        block.items.push_back({id, words(ask, "text", Need::required)});
    }
    return block;
}

BlockBody BlockReader::faq(const YamlNode& node) const {
    Faq block;
    for (const auto& item : items(node, "questions")) {
        const auto faq = fields(item, "A question", {"question", "answer"});
        block.items.push_back(
            {faq.text("question", Need::required), words(faq, "answer", Need::required)});
    }
    return block;
}

BlockBody BlockReader::options(const YamlNode& node) const {
    const auto block = fields(node, "The options", {"show"});
    const std::string show = block.text("show", Need::required);
    const auto face = std::find(kFaces.begin(), kFaces.end(), show);
    if (face == kFaces.end())
        scope_.report.error(block.line_of("show"), "wrong-value",
                            in_quotes(show) + " is nothing to show of the options.",
                            "Write choices, side-by-side or values.");
    const bool read = scope_.options != nullptr && scope_.options->contains(scope_.language);
    if (!read)
        scope_.report.error(node.line, "no-options", "There are no options to show.",
                            "Write options.yaml, or mend what is wrong with it.");
    if (!read || face == kFaces.end()) return Options{};
    Options out = scope_.options->at(scope_.language);
    out.face = static_cast<OptionsFace>(face - kFaces.begin());
    if (out.face == OptionsFace::values && out.values.empty())
        scope_.report.error(node.line, "no-options", "The options have no values to show.",
                            "Write “values:” in options.yaml.");
    return out;
}

BlockBody BlockReader::sequence(const YamlNode& node) const {
    const auto block = fields(node, "The sequence", {"show"});
    const std::string id = block.text("show", Need::required);
    const Sequences none;
    const bool read = scope_.sequences != nullptr && scope_.sequences->contains(scope_.language);
    const Sequences& all = read ? scope_.sequences->at(scope_.language) : none;
    if (const auto found = all.find(id); found != all.end()) return found->second;
    if (id.empty()) return Sequence{};
    std::vector<std::string_view> known;
    for (const auto& [name, _] : all) known.push_back(name);
    const auto near = nearest(id, known);
    scope_.report.error(block.line_of("show"), "no-sequence",
                        "There is no sequence " + in_quotes(id) + " to show.",
                        near.empty() ? "Write it into sequences.yaml, or mend what is wrong there."
                                     : "Did you mean “" + std::string(near) + "”?");
    return Sequence{};
}

using Read = BlockBody (BlockReader::*)(const YamlNode&) const;
constexpr std::array<std::pair<std::string_view, Read>, 11> kBlocks{{
    {"steps", &BlockReader::steps},
    {"compare", &BlockReader::compare},
    {"timeline", &BlockReader::timeline},
    {"icon-array", &BlockReader::icon_array},
    {"density", &BlockReader::density},
    {"quick-check", &BlockReader::quick_check},
    {"ask-list", &BlockReader::ask_list},
    {"faq", &BlockReader::faq},
    {"options", &BlockReader::options},
    {"course", &BlockReader::course},
    {"sequence", &BlockReader::sequence},
}};

void report_unknown_block(const MarkdownNode& fenced, Report& report) {
    std::vector<std::string_view> known;
    for (const auto& [name, _] : kBlocks) known.push_back(name);
    const auto near = nearest(fenced.info, known);
    report.error(fenced.line, "unknown-block",
                 fenced.info.empty() ? "A block has no name after its fence."
                                     : "There is no block " + in_quotes(fenced.info) + ".",
                 near.empty() ? "Write one of: steps, compare, timeline, icon-array, density, "
                                "quick-check, ask-list, faq, options, course, sequence."
                              : "Did you mean “" + std::string(near) + "”?");
}

}  // namespace

constexpr float kNarrowest = 1.0F / 3, kWidest = 6;

Figure read_figure(const std::string& name, std::string alt, std::string caption, int line,
                   const PageScope& scope) {
    if (alt.find_first_not_of(" \n") == std::string::npos)
        scope.report.warning(
            line, "missing-alt",
            "The picture " + in_quotes(name) + " has no words that tell what it shows.",
            "Add them, for people who cannot see it.");
    Figure figure{scope.folder.picture(name, line, scope.report).value_or(""), std::move(alt),
                  std::move(caption)};
    if (const auto aspect = aspect_of_picture(figure.path))
        figure.aspect = std::clamp(*aspect, kNarrowest, kWidest);
    return figure;
}

std::optional<BlockBody> read_fenced_block(const MarkdownNode& fenced, const PageScope& scope) {
    for (const auto& [name, read] : kBlocks) {
        if (name != fenced.info) continue;
        const auto yaml = parse_yaml(fenced.body, fenced.line + 1, scope.report);
        if (!yaml) return std::nullopt;
        if (yaml->kind != YamlNode::Kind::nothing) return (BlockReader(scope).*read)(*yaml);
        scope.report.error(fenced.line, "empty-block",
                           "The block " + in_quotes(name) + " is empty.", "Fill or delete it.");
        return std::nullopt;
    }
    report_unknown_block(fenced, scope.report);
    return std::nullopt;
}

}  // namespace candor::pack
