#include <algorithm>
#include <map>
#include <set>

#include "pack/checks/check_table.h"
#include "pack/checks/citing.h"
#include "pack/checks/claimed_numbers.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

using Numbers = std::set<std::string>;

bool cites(const Piece& piece) { return !piece.citations.empty(); }

/// Labels and the like cannot hold a source: their numbers must stand beside one elsewhere.
bool cannot_cite(PieceRole role) {
    return role == PieceRole::title || role == PieceRole::heading || role == PieceRole::label ||
           role == PieceRole::head_cell || role == PieceRole::caption ||
           role == PieceRole::feedback || role == PieceRole::choice;
}

/// "US, 2021.": says when, and claims nothing.
bool is_date_alone(std::string_view words, const std::vector<NumberInText>& numbers) {
    constexpr std::size_t kMostWords = 3;
    return folded_words(words).size() <= kMostWords &&
           std::all_of(numbers.begin(), numbers.end(), [](const auto& number) {
               return number.digits.size() == 4 &&
                      (number.digits.starts_with("19") || number.digits.starts_with("20"));
           });
}

/// All of one block's pieces, with what the block as a whole cites.
class BlockOfPieces {
  public:
    void add(const Piece& piece) { pieces_.push_back(&piece); }
    const std::vector<const Piece*>& pieces() const { return pieces_; }

    /// A source in the last row alone, or in the note below what is drawn, stands for all of it.
    bool covers(const Piece& piece) const {
        if (piece.role == PieceRole::label || piece.role == PieceRole::head_cell)
            return std::any_of(pieces_.begin(), pieces_.end(), [](auto* p) { return cites(*p); });
        if (piece.role != PieceRole::cell || !std::holds_alternative<Table>(piece.block->body))
            return false;
        std::set<int> rows;
        for (const auto* other : pieces_)
            if (other->role == PieceRole::cell && cites(*other)) rows.insert(other->row);
        return rows.contains(piece.row) || (rows.size() == 1 && piece.row < *rows.begin());
    }
    /// "A summary gives these times: [1]" right above a list or a table.
    bool leads() const {
        if (pieces_.size() != 1 || pieces_[0]->role != PieceRole::paragraph || !cites(*pieces_[0]))
            return false;
        const auto& words = pieces_[0]->words;
        const auto end = words.find_last_not_of(" \n");
        return end != std::string::npos &&
               (words[end] == ':' || std::string_view(words).substr(0, end + 1).ends_with("："));
    }

  private:
    std::vector<const Piece*> pieces_;
};

class ClaimCheck {
  public:
    ClaimCheck(const Subject& subject, base::Findings& findings)
        : subject_(subject), list_(findings) {}

    void check() {
        for (const auto& piece : subject_.pieces) collect(piece);
        const BlockOfPieces* before = nullptr;
        for (const auto& block : blocks()) {
            const bool led = before != nullptr && before->leads();
            for (const auto* piece : block.pieces()) check(*piece, block, led);
            before = &block;
        }
    }

  private:
    /// The numbers that stand in a sentence with a source, anywhere in this language.
    void collect(const Piece& piece) {
        for (const auto& [sentence, citations] : cited_sentences(piece))
            if (!citations.empty())
                for (const auto& number : numbers_in(words_of(piece.words, sentence)))
                    sourced_[piece.page->language].insert(number.digits);
    }

    std::vector<BlockOfPieces> blocks() const {
        std::vector<BlockOfPieces> out;
        const Block* last = nullptr;
        const Page* page = nullptr;
        for (const auto& piece : subject_.pieces) {
            if (out.empty() || piece.block != last || piece.page != page) out.emplace_back();
            out.back().add(piece);
            last = piece.block, page = piece.page;
        }
        return out;
    }

    void check(const Piece& piece, const BlockOfPieces& block, bool led) {
        if (piece.role == PieceRole::ask || piece.role == PieceRole::question ||
            piece.role == PieceRole::alt)
            return;
        if (led && piece.block != nullptr &&
            (std::holds_alternative<Table>(piece.block->body) ||
             std::holds_alternative<List>(piece.block->body)))
            return;
        if (block.covers(piece)) return;
        // A label such as "1" or "Week 2" is a name until someone counts with it.
        if (piece.role == PieceRole::label && piece.block != nullptr &&
            std::holds_alternative<Timeline>(piece.block->body))
            return;
        for (const auto& [sentence, citations] : cited_sentences(piece))
            if (citations.empty() && !sentence.question) check(piece, sentence);
    }

    void check(const Piece& piece, const Sentence& sentence) {
        const auto words = words_of(piece.words, sentence);
        const auto numbers = claimed_numbers(words, words_of_language(piece.page->language));
        const Numbers& sourced = sourced_[piece.page->language];
        const auto open = std::find_if(numbers.begin(), numbers.end(), [&](const auto& number) {
            return !cannot_cite(piece.role) || !sourced.contains(number.digits);
        });
        if (open == numbers.end() || is_date_alone(words, numbers)) return;
        const std::string shown(words.substr(open->begin, open->end - open->begin));
        list_.warning(Subject::file_of(piece), subject_.line_of(piece, shown), "unsourced-number",
                      "The number " + shown + " has no source: " + in_quotes(words) + ".",
                      remedy(piece, sentence));
    }

    static const char* remedy(const Piece& piece, const Sentence& sentence) {
        if (cannot_cite(piece.role))
            return "Say it in a sentence with a source on a page of this pack too.";
        const bool later =
            std::any_of(piece.citations.begin(), piece.citations.end(),
                        [&](const auto& citation) { return citation.at >= sentence.end; });
        return later ? "Cite the source behind this sentence too: the one behind the next sentence "
                       "stands for that one alone. Or leave the number out."
                     : "Cite the source behind this sentence, or leave the number out.";
    }

    const Subject& subject_;
    FindingList list_;
    std::map<std::string, Numbers> sourced_;
};

}  // namespace

/// Numbers that stand without a source.
void check_claims(const Subject& subject, base::Findings& findings) {
    ClaimCheck(subject, findings).check();
}

}  // namespace candor::pack
