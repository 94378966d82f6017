#include <array>
#include <optional>

#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "pack/page/html_entities.h"

namespace candor::pack {
namespace {

/// Something that was written as a mark and reaches readers as it stands.
struct Leftover {
    std::string_view found;  ///< in the words
    const char* what;
    const char* remedy;
};

struct MarkPair {
    std::string_view opens, closes;
    const char* what;
    const char* remedy;
};

constexpr const char* kPlainly = "Write the words without it.";
/// In order: the first that is found is told.
constexpr std::array<MarkPair, 11> kPairs{{
    {"![[", "]]", "an embedded file", "Write ![what it shows](images/NAME \"A caption\")."},
    {"[[", "]]", "a link of a note book", "Write [words](page:PACK/PAGE)."},
    {"![", ")", "a picture",
     "Write ![what it shows](images/NAME \"A caption\"); a name with blanks stands in <…>."},
    {"](", ")", "a link", "Write [words](term:ID), [words](page:PACK/PAGE) or [](source:ID)."},
    {"[^", "]", "a footnote", "Cite a source, as [](source:ID), or write the words here."},
    {"~~", "~~", "a mark for struck-out words", "Delete the words, or the “~~”."},
    {"**", "**", "a mark for bold words", kPlainly},
    {"```", "", "a fence of a block", "Put it on a line of its own."},
    {":::", "", "a fence of a block", "Write the blocks that content/README.md names."},
    {"{#", "}", "an attribute", kPlainly},
    {"==", "==", "a mark for highlighted words", "Write **words** for bold ones."},
}};

std::optional<Leftover> pair_in(std::string_view words) {
    for (const auto& pair : kPairs) {
        const auto open = words.find(pair.opens);
        if (open == std::string_view::npos) continue;
        const auto close = words.find(pair.closes, open + pair.opens.size());
        if (close == std::string_view::npos) continue;
        return Leftover{words.substr(open, close + pair.closes.size() - open), pair.what,
                        pair.remedy};
    }
    return std::nullopt;
}

bool is_tag_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Entities and tags, where words are not read as Markdown.
std::optional<Leftover> html_in(std::string_view words) {
    for (std::size_t at = 0; (at = words.find_first_of("&<", at)) != std::string_view::npos; ++at) {
        const auto end = words.find(words[at] == '&' ? ';' : '>', at);
        if (end == std::string_view::npos) continue;
        const auto found = words.substr(at, end + 1 - at);
        if (found.front() == '&' && !text_of_entity(found).empty())
            return Leftover{found, "an entity of HTML", "Type the character itself."};
        if (found.front() == '<' && found.size() > 2 &&
            (is_tag_letter(found[1]) || found[1] == '/' || found[1] == '!'))
            return Leftover{found, "a tag of HTML", kPlainly};
    }
    return std::nullopt;
}

bool is_task(std::string_view words) {
    return words.starts_with("[ ] ") || words.starts_with("[x] ") || words.starts_with("[X] ");
}

/// Fields that are words and no Markdown.
bool is_plain_field(PieceRole role) {
    return role == PieceRole::title || role == PieceRole::label || role == PieceRole::question ||
           role == PieceRole::alt || role == PieceRole::caption;
}

std::optional<Leftover> leftover_of(const Piece& piece) {
    if (piece.role == PieceRole::item && is_task(piece.words))
        return Leftover{std::string_view(piece.words).substr(0, 3), "a box to tick",
                        "Write a block “ask-list” for questions to tick."};
    auto left = pair_in(piece.words);
    return left || !is_plain_field(piece.role) ? left : html_in(piece.words);
}

void tell_leftover(const std::string& file, int line, const Leftover& left, FindingList& list) {
    list.warning(
        file, line, "unread-mark",
        in_quotes(left.found) + " is shown as it stands: " + left.what + " that is not read here.",
        left.remedy);
}

}  // namespace

/// Marks of Markdown and HTML that nothing read, so that readers would see them.
void check_leftover_marks(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& piece : subject.pieces)
        if (const auto left = leftover_of(piece))
            tell_leftover(Subject::file_of(*piece.page), subject.line_of(piece, left->found), *left,
                          list);
    for (const auto& text : subject.texts) {
        auto left = pair_in(text.words);
        if (!left) left = html_in(text.words);
        if (left) tell_leftover(text.file, text.line, *left, list);
    }
}

}  // namespace candor::pack
