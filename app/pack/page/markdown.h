#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/folder/report.h"
#include "pack/page/links.h"
#include "pack/page/page.h"

namespace candor::pack {

struct Picture {
    std::string name, alt, title;
    int line = 0;
};

/// A block of Markdown before it becomes one of the page's blocks.
struct MarkdownNode {
    enum class Kind {
        document,
        heading,
        paragraph,
        quote,
        list,
        item,
        table,
        row,
        cell,
        fenced,
        rule
    };
    Kind kind = Kind::document;
    int line = 0;                            ///< in the file, 1-based
    int number = 0;                          ///< heading: level; item: its number, 0 for a bullet
    ColumnAlign align = ColumnAlign::start;  ///< of a cell
    std::string info,
        body;       ///< fenced: the words after the fence; what stands inside. row: its line
    RichText text;  ///< words of a heading, paragraph, item or cell, not settled
    std::vector<Picture> pictures;  ///< that stand among those words
    std::vector<MarkdownNode> children;
};

/// Where a text stands: decides what its links may name and where findings point.
struct MarkdownPlace {
    int first_line = 1;
    std::string language;
    Links& links;
    Report& report;
};

/// Parses CommonMark with GFM tables (md4c). Raw HTML and what has no place on a kiosk is reported.
/// Nothing, with an error finding, where nesting or size pass the bounds. Never throws.
std::optional<MarkdownNode> parse_markdown(std::string_view text, const MarkdownPlace& place);

/// The words of one field of a block: paragraphs only, joined by hard breaks, settled.
RichText parse_words(std::string_view text, const MarkdownPlace& place);

}  // namespace candor::pack
