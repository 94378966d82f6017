#pragma once
#include <string>
#include <vector>

#include "pack/page/page.h"

namespace candor::pack {

enum class PieceRole {
    title,
    heading,
    paragraph,
    item,
    head_cell,
    cell,
    label,  ///< of a step, row, column, moment, group or box
    alt,
    caption,
    alert,
    step,
    moment,
    note,
    question,
    choice,
    feedback,
    ask,
    answer
};

/// One text of a page with its place: a paragraph, a list item, a cell. `citations` are the bytes
/// of `words` at which a source is cited, beside the sources' ids.
struct Piece {
    struct Citation {
        std::size_t at = 0;
        std::string source;
    };
    const Page* page = nullptr;
    const Block* block = nullptr;  ///< nullptr: the page's title
    std::string file;              ///< that it stands in, where that is not the page's
    int line = 0;                  ///< of that file
    PieceRole role = PieceRole::paragraph;
    int row = 0;                ///< of a table, from 0
    bool wrong_choice = false;  ///< an answer of a quick check that is wrong on purpose
    std::string words;
    std::vector<Citation> citations;
    /// Bytes of `words` that are the words of a link to a page: they name it, and state nothing.
    struct Span {
        std::size_t begin = 0, end = 0;
    };
    std::vector<Span> page_links;
};

/// The page's texts in reading order. They point to the page and its blocks.
std::vector<Piece> pieces_of(const Page& page);

/// Does a reader meet these words as a statement, and not as a label or a question?
bool is_statement(const Piece& piece);

}  // namespace candor::pack
