#include "pack/page/page_reader.h"

#include <algorithm>
#include <array>

#include "base/localized.h"
#include "pack/folder/edit_distance.h"
#include "pack/folder/fields.h"
#include "pack/page/node_words.h"
#include "pack/page/rich_text.h"
#include "pack/page/table_lines.h"
#include "pack/page/typography.h"

namespace candor::pack {
namespace {

using Kind = MarkdownNode::Kind;

struct FrontMatter {
    std::string_view yaml, rest;
    int rest_line = 1;
};

/// Editors leave blanks behind it.
bool is_fence(std::string_view line) {
    return line.starts_with("---") && line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

/// Splits off what stands between the first line "---" and the next one.
std::optional<FrontMatter> split_front_matter(std::string_view text) {
    const auto first = text.find('\n');
    if (first == std::string_view::npos || !is_fence(text.substr(0, first))) return std::nullopt;
    int line = 2;
    for (std::size_t at = first + 1; at < text.size(); ++line) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto next = std::min(end + 1, text.size());
        if (is_fence(text.substr(at, end - at)))
            return FrontMatter{text.substr(first + 1, at - first - 1), text.substr(next), line + 1};
        at = next;
    }
    return std::nullopt;
}

/// Turns the tree of a page into its blocks.
class BlockBuilder {
  public:
    explicit BlockBuilder(const PageScope& scope) : scope_(scope) {}
    std::vector<Block> build(MarkdownNode& document);

  private:
    void add(int line, BlockBody body) { blocks_.push_back({line, std::move(body)}); }
    void heading(MarkdownNode& node);
    void paragraph(MarkdownNode& node);
    void table(MarkdownNode& node);
    void look_at_row(const MarkdownNode& row, std::size_t columns);
    void quote(MarkdownNode& node);
    void alert(MarkdownNode& node, AlertKind kind, std::string heading);
    void fenced(MarkdownNode& node);

    const PageScope& scope_;
    std::vector<Block> blocks_;
};

std::vector<Block> BlockBuilder::build(MarkdownNode& document) {
    for (auto& node : document.children) {
        switch (node.kind) {
            case Kind::heading:
                heading(node);
                break;
            case Kind::paragraph:
                paragraph(node);
                break;
            case Kind::table:
                table(node);
                break;
            case Kind::quote:
                quote(node);
                break;
            case Kind::fenced:
                fenced(node);
                break;
            case Kind::list:
                add(node.line, list_of(node, scope_.report));
                break;
            default:
                scope_.report.warning(node.line, "rule", "A line across the page is not shown.",
                                      "Delete it, or use a heading.");
        }
    }
    return std::move(blocks_);
}

void BlockBuilder::heading(MarkdownNode& node) {
    if (node.number == 1)
        scope_.report.warning(node.line, "heading-level",
                              "The page's title is its only heading with one “#”.",
                              "Write “##” here.");
    Heading block{std::clamp(node.number, 2, 4), words_of(node, scope_.report)};
    if (is_blank(block.text))
        return scope_.report.warning(node.line, "empty-heading", "This heading has no words.",
                                     "Write them, or delete it.");
    add(node.line, std::move(block));
}

void BlockBuilder::paragraph(MarkdownNode& node) {
    if (!node.pictures.empty() && is_blank(node.text)) {
        for (auto& picture : node.pictures)
            add(picture.line, read_figure(picture.name, std::move(picture.alt),
                                          std::move(picture.title), picture.line, scope_));
        return;
    }
    if (const auto line = first_table_line(node.text))
        scope_.report.warning(node.line + *line, "not-a-table",
                              "This looks like a table, but is none.",
                              *line > 0 ? "Leave an empty line above the table."
                                        : "Give the line below its head three dashes a column: "
                                          "|---|---|.");
    Prose block{words_of(node, scope_.report)};
    if (!block.text.empty()) add(node.line, std::move(block));
}

/// What GFM takes into a table, or leaves out of it, without a word.
void BlockBuilder::look_at_row(const MarkdownNode& row, std::size_t columns) {
    const auto cells = cells_of_line(row.body);
    if (cells == 1 && row.body.find('|') == std::string::npos)
        scope_.report.warning(row.line, "row-without-bars",
                              "This line became a row of the table above it.",
                              "Leave an empty line between the two, or write its “|”.");
    if (cells > columns)
        scope_.report.error(row.line, "cell-count",
                            "This row has " + std::to_string(cells) +
                                (cells == 1 ? " cell for " : " cells for ") +
                                std::to_string(columns) + " columns; the last are lost.",
                            "Give every column one cell, or write “\\|” for a bar in words.");
}

void BlockBuilder::table(MarkdownNode& node) {
    Table block;
    const std::size_t columns = node.children.empty() ? 0 : node.children.front().children.size();
    for (auto& row : node.children) {
        if (&row != &node.children.front()) look_at_row(row, columns);
        std::vector<RichText> cells;
        for (auto& cell : row.children) cells.push_back(words_of(cell, scope_.report));
        if (&row == &node.children.front())
            for (const auto& cell : row.children) block.columns.push_back(cell.align);
        if (&row == &node.children.front())
            block.header = std::move(cells);
        else
            block.rows.push_back(std::move(cells));
    }
    if (block.rows.empty())
        return scope_.report.error(node.line, "empty-table", "This table has no rows.",
                                   "Write them, or delete it.");
    add(node.line, std::move(block));
}

std::optional<AlertKind> alert_kind(std::string_view mark) {
    if (mark == "GOOD-TO-KNOW") return AlertKind::good_to_know;
    if (mark == "CAUTION") return AlertKind::caution;
    if (mark == "UNKNOWN") return AlertKind::unknown;
    return std::nullopt;
}

void BlockBuilder::quote(MarkdownNode& node) {
    static const std::vector<std::string_view> kMarks{"GOOD-TO-KNOW", "CAUTION", "UNKNOWN"};
    std::string first;
    if (!node.children.empty() && node.children.front().kind == Kind::paragraph)
        first = take_first_line(node.children.front().text);
    const auto end = first.find(']');
    if (!first.starts_with("[!") || end == std::string::npos)
        return scope_.report.error(node.line, "plain-quote", "A quote says what kind of box it is.",
                                   "Start it with [!GOOD-TO-KNOW], [!CAUTION] or [!UNKNOWN], or "
                                   "delete the “>”.");
    const std::string mark = first.substr(2, end - 2);
    if (const auto kind = alert_kind(mark)) {
        const auto from = first.find_first_not_of(' ', end + 1);
        return alert(node, *kind, from == std::string::npos ? "" : first.substr(from));
    }
    const auto near = nearest(mark, kMarks);
    scope_.report.error(node.line, "unknown-alert", "There is no box " + in_quotes(mark) + ".",
                        near.empty() ? "Write GOOD-TO-KNOW, CAUTION or UNKNOWN."
                                     : "Did you mean “" + std::string(near) + "”?");
}

void BlockBuilder::alert(MarkdownNode& node, AlertKind kind, std::string heading) {
    Alert block{kind, std::move(heading), {}};
    for (auto& child : node.children) {
        if (child.kind != Kind::paragraph) {
            refuse_inside(child, "a box", scope_.report);
            continue;
        }
        if (RichText text = words_of(child, scope_.report); !text.empty())
            block.paragraphs.push_back(std::move(text));
    }
    if (block.paragraphs.empty())
        scope_.report.error(node.line, "empty-alert", "This box has no words.",
                            "Write them on the lines below its mark, each after “> ”.");
    add(node.line, std::move(block));
}

void BlockBuilder::fenced(MarkdownNode& node) {
    if (auto body = read_fenced_block(node, scope_)) add(node.line, std::move(*body));
}

/// Their authors type straight quotes; the others type their own.
bool has_english_quotes(std::string_view language) {
    constexpr std::array<std::string_view, 1> kLanguages{"en"};
    return std::find(kLanguages.begin(), kLanguages.end(), base::primary_language(language)) !=
           kLanguages.end();
}

bool read_titles(const FrontMatter& front, Page& page, Report& report) {
    const auto yaml = parse_yaml(front.yaml, 2, report);
    if (!yaml) return false;
    const Fields fields(*yaml, "The page", {"title", "short", "distress"}, report);
    page.title = fields.text("title", Need::required);
    page.short_title = fields.text("short", Need::optional);
    if (page.short_title.empty()) page.short_title = page.title;
    page.distress = fields.flag("distress");
    return true;
}

}  // namespace

std::optional<Page> read_page(std::string_view text, const std::string& id,
                              const std::filesystem::path& file, const PageScope& scope) {
    Page page{.id = id, .language = scope.language, .file = file};
    const auto front = split_front_matter(text);
    if (!front) {
        scope.report.error(1, "no-front-matter", "The page does not start with its title.",
                           "Start it with the lines “---”, “title: …” and “---”.");
        return std::nullopt;
    }
    read_titles(*front, page, scope.report);
    auto tree =
        parse_markdown(front->rest, {front->rest_line, scope.language, scope.links, scope.report});
    if (tree) page.blocks = BlockBuilder(scope).build(*tree);
    if (tree && page.blocks.empty() && !scope.report.failed())
        scope.report.error(front->rest_line, "empty-page", "The page has no words.",
                           "Write them, or delete the file.");
    if (scope.report.failed()) return std::nullopt;
    if (has_english_quotes(scope.language)) set_english_quotes(page);
    page.words = word_count(page);
    return page;
}

}  // namespace candor::pack
