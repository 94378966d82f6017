#include "pack/checks/piece.h"

#include <algorithm>
#include <array>

namespace candor::pack {
namespace {

/// Adds the texts of a block, each with its role.
class PieceWalk {
  public:
    PieceWalk(const Page& page, std::vector<Piece>& out) : page_(page), out_(out) {}

    void title() { add(PieceRole::title, page_.title); }
    void block(const Block& block) {
        block_ = &block;
        std::visit(*this, block.body);
    }

    void operator()(const Heading& body) { add(PieceRole::heading, body.text); }
    void operator()(const Prose& body) { add(PieceRole::paragraph, body.text); }
    void operator()(const List& body) {
        for (const auto& item : body.items) add(PieceRole::item, item.text);
    }
    void operator()(const Table& body) {
        for (const auto& cell : body.header) add(PieceRole::head_cell, cell);
        for (std::size_t row = 0; row < body.rows.size(); ++row)
            for (const auto& cell : body.rows[row])
                add(PieceRole::cell, cell, static_cast<int>(row));
    }
    void operator()(const Figure& body) {
        add(PieceRole::alt, body.alt);
        add(PieceRole::caption, body.caption);
    }
    void operator()(const Alert& body) {
        add(PieceRole::label, body.heading);
        for (const auto& paragraph : body.paragraphs) add(PieceRole::alert, paragraph);
    }
    void operator()(const Steps& body) {
        for (const auto& step : body.steps) {
            add(PieceRole::label, step.title);
            (*this)(step.figure);
            add(PieceRole::step, step.text);
        }
    }
    void operator()(const Compare& body) {
        for (const auto& column : body.columns) add(PieceRole::head_cell, column.title);
        for (std::size_t row = 0; row < body.rows.size(); ++row) {
            add(PieceRole::label, body.rows[row].label);
            for (const auto& cell : body.rows[row].cells)
                add(PieceRole::cell, cell, static_cast<int>(row));
        }
    }
    void operator()(const Timeline& body) {
        for (const auto& entry : body.entries) {
            add(PieceRole::label, entry.when);
            add(PieceRole::moment, entry.text);
        }
    }
    void operator()(const IconArray& body) {
        add(PieceRole::label, body.title);
        for (const auto& group : body.groups) add(PieceRole::label, group.label);
        add(PieceRole::note, body.note);
    }
    void operator()(const Density& body) {
        add(PieceRole::label, body.title);
        add(PieceRole::label, body.area);
        for (const auto& patch : body.patches) add(PieceRole::label, patch.label);
        add(PieceRole::note, body.note);
    }
    void operator()(const QuickCheck& body) {
        add(PieceRole::question, body.question);
        for (const auto& choice : body.choices) {
            add(PieceRole::choice, choice.text);
            if (!out_.empty()) out_.back().wrong_choice = !choice.right;
            add(PieceRole::feedback, choice.feedback);
        }
    }
    void operator()(const AskList& body) {
        for (const auto& item : body.items) add(PieceRole::ask, item.text);
    }
    void operator()(const Faq& body) {
        for (const auto& item : body.items) {
            add(PieceRole::question, item.question);
            add(PieceRole::answer, item.answer);
        }
    }
    void operator()(const Options& body) {
        for (const auto& option : body.options) {
            at(kOptionsFile, option.line);
            if (body.face == OptionsFace::choices) {
                add(PieceRole::label, option.title);
                add(PieceRole::cell, option.summary);
            }
            if (body.face == OptionsFace::side_by_side) cells(body, option);
        }
        for (const auto& value : body.values) {
            at(kOptionsFile, value.line);
            if (body.face == OptionsFace::values) add(PieceRole::label, value.title);
        }
        at(nullptr, 0);
    }
    void operator()(const Course& body) {
        for (const auto& day : body.days) {
            add(PieceRole::moment, day.usual);
            add(PieceRole::note, day.rate);
            add(PieceRole::moment, day.care);
        }
        for (const auto& sign : body.call_now) add(PieceRole::item, sign);
        add(PieceRole::note, body.call_note);
    }
    void operator()(const Sequence& body) {
        at(kSequencesFile, body.alt_line);
        add(PieceRole::alt, body.alt);
        for (const auto& key : body.keys) {
            at(kSequencesFile, key.line);
            add(PieceRole::step, key.caption);
        }
        at(nullptr, 0);
    }

  private:
    void cells(const Options& body, const Option& option) {
        for (std::size_t row = 0; row < kOptionRows; ++row) {
            const OptionCell& cell = option.cells[row];
            at(kOptionsFile, cell.line);
            add(PieceRole::label, option.title + ": " + body.labels[row]);
            if (cell.number) number(*cell.number);
            add(PieceRole::cell, cell.text);
        }
    }
    /// As one claim: "26/100 women reported clear regrowth; 14/100 with a dummy lotion".
    void number(const OptionNumber& number) {
        const std::string of = "/" + std::to_string(number.of) + " ";
        RichText claim{Run{.text = std::to_string(number.with) + of + number.who}};
        if (number.without)
            claim[0].text += "; " + std::to_string(*number.without) + of + number.instead;
        claim.insert(claim.end(), number.source.begin(), number.source.end());
        add(PieceRole::cell, claim);
    }
    /// Options and sequences stand in files of their own.
    void at(const char* file, int line) { file_ = file, line_ = line; }
    void place(Piece& piece) const {
        if (line_ > 0) piece.file = file_, piece.line = line_;
    }

    void add(PieceRole role, const std::string& words) {
        if (words.empty()) return;
        Piece& piece = out_.emplace_back();
        piece.page = &page_;
        piece.block = block_;
        place(piece);
        piece.role = role;
        piece.words = words;
    }
    void add(PieceRole role, const RichText& text, int row = 0) {
        Piece piece{.page = &page_, .block = block_, .role = role, .row = row};
        place(piece);
        for (const auto& run : text) {
            piece.words += run.text;
            if (run.link == LinkKind::source)
                piece.citations.push_back({piece.words.size(), run.target});
            if (run.link == LinkKind::page)
                piece.page_links.push_back(
                    {piece.words.size() - run.text.size(), piece.words.size()});
        }
        // A cell may hold a source alone.
        if (!piece.words.empty() || !piece.citations.empty()) out_.push_back(std::move(piece));
    }

    const Page& page_;
    const Block* block_ = nullptr;
    const char* file_ = nullptr;  ///< nullptr: on the page itself
    int line_ = 0;
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
    constexpr std::array kStatements{PieceRole::paragraph, PieceRole::item,  PieceRole::cell,
                                     PieceRole::caption,   PieceRole::alert, PieceRole::step,
                                     PieceRole::moment,    PieceRole::note,  PieceRole::choice,
                                     PieceRole::feedback,  PieceRole::answer};
    return std::find(kStatements.begin(), kStatements.end(), piece.role) != kStatements.end();
}

}  // namespace candor::pack
