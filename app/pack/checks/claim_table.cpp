#include "pack/checks/claim_table.h"

#include <algorithm>
#include <map>
#include <set>

#include "pack/checks/citing.h"
#include "pack/checks/subject.h"

namespace candor::pack {
namespace {

using Pieces = std::vector<const Piece*>;
using Citations = std::vector<Piece::Citation>;

/// Pieces of the same block, in the order of the pages.
std::vector<Pieces> by_block(const std::vector<Piece>& pieces, const std::string& language) {
    std::vector<Pieces> out;
    for (const auto& piece : pieces) {
        if (piece.page->language != language) continue;
        const bool same = !out.empty() && out.back().front()->block == piece.block &&
                          out.back().front()->page == piece.page;
        if (!same) out.emplace_back();
        out.back().push_back(&piece);
    }
    return out;
}

void join(std::string& all, std::string_view words, std::string_view between) {
    if (!all.empty() && !words.empty()) all += between;
    all += words;
}

/// A line that announces what stands below it: "A summary gives these times: [1]"
const Piece* leading(const Pieces& block) {
    const Piece& piece = *block.front();
    const auto end = piece.words.find_last_not_of(" \n");
    const bool leads = block.size() == 1 && piece.role == PieceRole::paragraph &&
                       end != std::string::npos && piece.words[end] == ':';
    return leads && !piece.citations.empty() ? &piece : nullptr;
}

class ClaimWalk {
  public:
    ClaimWalk(const Subject& subject, std::vector<ClaimRow>& out) : subject_(subject), out_(out) {}

    void pages(const std::string& language) {
        const Piece* leader = nullptr;
        for (const auto& block : by_block(subject_.pieces, language)) {
            of_block(block, leader);
            leader = leading(block);
        }
    }

    void guidance(const std::string& language) {
        if (!subject_.guidance) return;
        for (const auto& finding : subject_.guidance->findings) {
            if (!finding.title.has(language)) continue;
            std::string claim = finding.title.in(language);
            if (finding.text.has(language)) join(claim, finding.text.in(language), ": ");
            for (const auto& source : finding.sources)
                add({.claim = claim,
                     .source = source,
                     .language = language,
                     .page = finding.id,
                     .file = "guidance.yaml",
                     .line = line_of_finding(finding.id)});
        }
    }

  private:
    void of_block(const Pieces& block, const Piece* leader) {
        const Block* body = block.front()->block;
        const bool drawn = body != nullptr && (std::holds_alternative<IconArray>(body->body) ||
                                               std::holds_alternative<Density>(body->body));
        if (drawn) return whole(block);
        const bool table = body != nullptr && std::holds_alternative<Table>(body->body);
        const bool list = body != nullptr && std::holds_alternative<List>(body->body);
        const bool cites = std::any_of(block.begin(), block.end(),
                                       [](const auto* piece) { return !piece->citations.empty(); });
        if (leader != nullptr && !cites && (table || list)) return led(block, *leader);
        if (table) return rows(block);
        const Piece* label = nullptr;
        for (const auto* piece : block) {
            if (piece->role == PieceRole::label || piece->role == PieceRole::question)
                label = piece;
            else
                sentences(*piece, label);
        }
    }

    void sentences(const Piece& piece, const Piece* label) {
        for (const auto& [sentence, citations] : cited_sentences(piece)) {
            std::string claim = label == nullptr ? "" : label->words;
            join(claim, words_of(piece.words, sentence), ": ");
            for (const auto& citation : citations)
                add(piece, claim, citation.source, subject_.line_of(piece, citation));
        }
    }

    void whole(const Pieces& block) {
        std::string claim;
        for (const auto* piece : block) join(claim, piece->words, "; ");
        for (const auto* piece : block)
            for (const auto& citation : piece->citations)
                add(*piece, claim, citation.source, subject_.line_of(*piece, citation));
    }

    void led(const Pieces& block, const Piece& leader) {
        for (const auto* piece : block)
            if (piece->role != PieceRole::head_cell)
                for (const auto& citation : leader.citations)
                    add(*piece, piece->words, citation.source,
                        subject_.line_of(*piece, piece->words));
    }

    void rows(const Pieces& block) {
        std::map<int, Pieces> cells;
        std::set<int> citing;
        for (const auto* piece : block) {
            if (piece->role != PieceRole::cell) continue;
            cells[piece->row].push_back(piece);
            if (!piece->citations.empty()) citing.insert(piece->row);
        }
        if (citing.empty()) return;
        const bool last_alone = citing.size() == 1 && *citing.begin() == cells.rbegin()->first;
        for (const auto& [row, pieces] : cells)
            row_of(pieces, last_alone ? cells.rbegin()->second : pieces);
    }

    void row_of(const Pieces& cells, const Pieces& citing) {
        std::string claim;
        for (const auto* piece : cells) join(claim, piece->words, " | ");
        for (const auto* piece : citing)
            for (const auto& citation : piece->citations)
                add(*piece, claim, citation.source,
                    &cells == &citing ? subject_.line_of(*piece, citation)
                                      : subject_.line_of(*cells.front(), cells.front()->words));
    }

    int line_of_finding(const std::string& id) const {
        const std::string& text = subject_.pack.guidance;
        const auto at = text.find("- id: " + id + "\n");
        if (at == std::string::npos) return 0;
        return 1 + static_cast<int>(std::count(
                       text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }

    void add(const Piece& piece, const std::string& claim, const std::string& source, int line) {
        add({.claim = claim,
             .source = source,
             .language = piece.page->language,
             .page = piece.page->id,
             .file = Subject::file_of(piece),
             .line = line});
    }
    void add(ClaimRow row) {
        std::replace_if(
            row.claim.begin(), row.claim.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
        row.claim.erase(row.claim.find_last_not_of(' ') + 1);
        if (const Source* source = subject_.pack.source(row.source)) {
            row.kind = name_of(source->kind);
            row.strength = source->strength;
            row.evidence = source->evidence;
        }
        out_.push_back(std::move(row));
    }

    const Subject& subject_;
    std::vector<ClaimRow>& out_;
};

}  // namespace

std::vector<ClaimRow> claims_of(const Subject& subject) {
    std::vector<ClaimRow> out;
    ClaimWalk walk(subject, out);
    for (const auto& language : subject.pack.languages) {
        walk.pages(language);
        walk.guidance(language);
    }
    return out;
}

}  // namespace candor::pack
