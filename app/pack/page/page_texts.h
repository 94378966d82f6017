#pragma once
#include <string>
#include <type_traits>
#include <variant>

#include "pack/page/page.h"

namespace candor::pack {

/// Calls its visitor with every RichText and every std::string that a reader of a block sees or
/// hears, in reading order. The bodies may be const or not, and the texts are then as well.
template <typename Visit>
class TextWalk {
  public:
    explicit TextWalk(Visit& visit) : visit_(visit) {}

    template <typename Body>
    void operator()(Body& body) const {
        using T = std::remove_const_t<Body>;
        if constexpr (std::is_same_v<T, Heading> || std::is_same_v<T, Prose>) {
            visit_(body.text);
        } else if constexpr (std::is_same_v<T, List> || std::is_same_v<T, AskList>) {
            for (auto& item : body.items) visit_(item.text);
        } else if constexpr (std::is_same_v<T, Figure>) {
            figure(body);
        } else if constexpr (std::is_same_v<T, Alert>) {
            visit_(body.heading);
            for (auto& paragraph : body.paragraphs) visit_(paragraph);
        } else if constexpr (std::is_same_v<T, Table>) {
            for (auto& cell : body.header) visit_(cell);
            for (auto& row : body.rows)
                for (auto& cell : row) visit_(cell);
        } else {
            fenced(body);
        }
    }

  private:
    template <typename AnyFigure>
    void figure(AnyFigure& figure) const {
        visit_(figure.alt);
        visit_(figure.caption);
    }

    template <typename Body>
    void fenced(Body& body) const {
        using T = std::remove_const_t<Body>;
        if constexpr (std::is_same_v<T, Steps>) {
            for (auto& step : body.steps)
                visit_(step.title), figure(step.figure), visit_(step.text);
        } else if constexpr (std::is_same_v<T, Compare>) {
            for (auto& column : body.columns) visit_(column.title);
            for (auto& row : body.rows) {
                visit_(row.label);
                for (auto& cell : row.cells) visit_(cell);
            }
        } else if constexpr (std::is_same_v<T, Timeline>) {
            for (auto& entry : body.entries) visit_(entry.when), visit_(entry.text);
        } else if constexpr (std::is_same_v<T, IconArray>) {
            visit_(body.title);
            for (auto& group : body.groups) visit_(group.label);
            visit_(body.note);
        } else if constexpr (std::is_same_v<T, Density>) {
            visit_(body.title), visit_(body.area);
            for (auto& patch : body.patches) visit_(patch.label);
            visit_(body.note);
        } else if constexpr (std::is_same_v<T, QuickCheck>) {
            visit_(body.question);
            for (auto& choice : body.choices) visit_(choice.text), visit_(choice.feedback);
        } else if constexpr (std::is_same_v<T, Options>) {
            options(body);
        } else if constexpr (std::is_same_v<T, Course>) {
            for (auto& day : body.days) visit_(day.usual), visit_(day.rate), visit_(day.care);
            for (auto& sign : body.call_now) visit_(sign);
            visit_(body.call_note);
        } else if constexpr (std::is_same_v<T, Sequence>) {
            visit_(body.alt);
            for (auto& key : body.keys) visit_(key.caption);
        } else {
            static_assert(std::is_same_v<T, Faq>);
            for (auto& item : body.items) visit_(item.question), visit_(item.answer);
        }
    }

    template <typename AnyOptions>
    void options(AnyOptions& body) const {
        if (body.face == OptionsFace::values) {
            for (auto& value : body.values) visit_(value.title);
            return;
        }
        for (auto& option : body.options) {
            visit_(option.title);
            if (body.face == OptionsFace::choices)
                visit_(option.summary);
            else
                for (auto& cell : option.cells) option_cell(cell);
        }
        if (body.face == OptionsFace::side_by_side)
            for (auto& label : body.labels) visit_(label);
    }

    template <typename AnyCell>
    void option_cell(AnyCell& cell) const {
        if (cell.number)
            visit_(cell.number->who), visit_(cell.number->instead), visit_(cell.number->source);
        visit_(cell.text);
    }

    Visit& visit_;
};

template <typename AnyBlock, typename Visit>
void for_each_text(AnyBlock& block, Visit visit) {
    std::visit(TextWalk<Visit>(visit), block.body);
}

}  // namespace candor::pack
