#pragma once
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "screening/model/outline.h"
#include "screening/model/response.h"

namespace candor::screens {

/// A question where it is asked: in a repetition of a group it is asked anew.
struct Asked {
    const screening::Item* item = nullptr;
    std::string key;  ///< in the Response
};

/// A group by its title and, where there are several repetitions, which of them it is.
struct Title {
    const screening::Item* item = nullptr;
    int number = 0, of = 0;  ///< "2 of 3"; 0: it is the only one
    bool operator==(const Title&) const = default;
};

/// What stands on a step, from top to bottom.
struct Piece {
    enum class Kind {
        text,
        title,  ///< of a group: around what follows, or one that asks nothing
        question,
        worked_out,  ///< a value that the form works out, and its words
        repetition,  ///< where it begins (on a page), or all of it in short
        more         ///< after the last repetition: another one can be added
    };
    Kind kind = Kind::text;
    Title title;      ///< the text, group or question itself
    std::string key;  ///< of the question; of a repetition and of `more`: the group's
    int repetition = 0;
    std::vector<Asked> inside;             ///< what a repetition asks
    std::vector<screening::Value> values;  ///< that were worked out
    std::vector<Title> around;  ///< of a question and of `more`: all groups around it that have a
                                ///< title, outermost first

    const screening::Item& item() const { return *title.item; }
};

/// What stands on one screen of the self-check: one question, all that a group with the itemControl
/// `page` holds, or the repetitions of a group after they were asked.
struct FormStep {
    std::string id;             ///< key of the question or the page, or more_id() of the group
    Title page;                 ///< without an item where it is none
    std::vector<Title> around;  ///< groups that have a title, and questions, around it, outermost
                                ///< first
    std::vector<Piece> pieces;  ///< in the order of the form; each title once

    bool is_page() const { return page.item != nullptr; }
    std::vector<Asked> questions() const;
    bool asks(std::string_view key) const;
};

/// The screens to go through, as the answers are now: everything that the form shows, in its order.
/// A text belongs to the question that follows it in its group, else to the one before; a group
/// that asks nothing is a text of the group around it. One evaluation of the questionnaire: call it
/// once a frame. The questionnaire must outlive it.
std::vector<FormStep> steps(const screening::Outline& outline, const screening::Response& response);

/// Id of the step after a group's repetitions, by the group's key.
std::string more_id(const std::string& group);

/// The first question that still needs an answer, or that has come up and was never `asked`;
/// those of the step `except` aside. Without an item: none.
Asked open_question(const std::vector<FormStep>& steps, const screening::Response& response,
                    const std::set<std::string>& asked, std::string_view except);

/// The last question that is asked in the group, in whichever repetition. Without an item: none.
Asked last_question(const screening::Outline& outline, const std::vector<FormStep>& steps,
                    const screening::Item& group);

/// Index of the step of that id, or that asks the question of that key; -1: none.
int find_step(const std::vector<FormStep>& steps, std::string_view id);

/// A repetition of the group that has this key; nullptr: there is none such.
const Piece* find_repetition(const std::vector<FormStep>& steps, std::string_view group,
                             int number);

/// The steps that ask a repetition, those of the groups inside it too; empty on a page.
std::span<const FormStep> steps_of_repetition(const std::vector<FormStep>& steps,
                                              std::string_view group, int number);

}  // namespace candor::screens
