#include "pack/checks/piece.h"

#include <algorithm>
#include <array>

namespace candor::pack {
namespace {

/// Adds the texts of a block, each with its role.
class PieceWalk {
  public:
    PieceWalk(const Page& page, std::vector<Piece>& out) : page_(page), out_(out) {}

    void title() { add(Role::title, page_.title); }
    void block(const Block& block) {
        block_ = &block;
        std::visit(*this, block.body);
    }

    void operator()(const Heading& body) { add(Role::heading, body.text); }
    void operator()(const Prose& body) { add(Role::paragraph, body.text); }
    void operator()(const List& body) {
        for (const auto& item : body.items) add(Role::item, item.text);
    }
    void operator()(const Table& body) {
        for (const auto& cell : body.header) add(Role::head_cell, cell);
        for (std::size_t row = 0; row < body.rows.size(); ++row)
            for (const auto& cell : body.rows[row]) add(Role::cell, cell, static_cast<int>(row));
    }
    void operator()(const Figure& body) {
        add(Role::alt, body.alt);
        add(Role::caption, body.caption);
    }
    void operator()(const Alert& body) {
        add(Role::label, body.heading);
        for (const auto& paragraph : body.paragraphs) add(Role::alert, paragraph);
    }
    void operator()(const Steps& body) {
        for (const auto& step : body.steps) {
            add(Role::label, step.title);
            (*this)(step.figure);
            add(Role::step, step.text);
        }
    }
    void operator()(const Compare& body) {
        for (const auto& column : body.columns) add(Role::head_cell, column.title);
        for (std::size_t row = 0; row < body.rows.size(); ++row) {
            add(Role::label, body.rows[row].label);
            for (const auto& cell : body.rows[row].cells)
                add(Role::cell, cell, static_cast<int>(row));
        }
    }
    void operator()(const Timeline& body) {
        for (const auto& entry : body.entries) {
            add(Role::label, entry.when);
            add(Role::moment, entry.text);
        }
    }
    void operator()(const IconArray& body) {
        add(Role::label, body.title);
        for (const auto& group : body.groups) add(Role::label, group.label);
        add(Role::note, body.note);
    }
    void operator()(const QuickCheck& body) {
        add(Role::question, body.question);
        for (const auto& choice : body.choices) {
            add(Role::choice, choice.text);
            if (!out_.empty()) out_.back().wrong_choice = !choice.right;
            add(Role::feedback, choice.feedback);
        }
    }
    void operator()(const AskList& body) {
        for (const auto& item : body.items) add(Role::ask, item.text);
    }
    void operator()(const Faq& body) {
        for (const auto& item : body.items) {
            add(Role::question, item.question);
            add(Role::answer, item.answer);
        }
    }

  private:
    void add(Role role, const std::string& words) {
        if (words.empty()) return;
        Piece& piece = out_.emplace_back();
        piece.page = &page_;
        piece.block = block_;
        piece.role = role;
        piece.words = words;
    }
    void add(Role role, const RichText& text, int row = 0) {
        Piece piece{.page = &page_, .block = block_, .role = role, .row = row};
        for (const auto& run : text) {
            piece.words += run.text;
            if (run.link == LinkKind::source)
                piece.citations.push_back({piece.words.size(), run.target});
        }
        if (!piece.words.empty()) out_.push_back(std::move(piece));
    }

    const Page& page_;
    const Block* block_ = nullptr;
    std::vector<Piece>& out_;
};

}  // namespace

std::vector<Piece> pieces_of(const Page& page) {
    std::vector<Piece> pieces;
    PieceWalk walk(page, pieces);
    walk.title();
    for (const auto& block : page.blocks) walk.block(block);
    return pieces;
}

bool is_statement(const Piece& piece) {
    constexpr std::array kStatements{Role::paragraph, Role::item,     Role::cell,   Role::caption,
                                     Role::alert,     Role::step,     Role::moment, Role::note,
                                     Role::choice,    Role::feedback, Role::answer};
    return std::find(kStatements.begin(), kStatements.end(), piece.role) != kStatements.end();
}

}  // namespace candor::pack
