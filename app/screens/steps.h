#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "screening/outline.h"
#include "screening/response.h"

namespace candor::screens {

/// What stands on one screen of the self-check: one question, or all that a group with the
/// itemControl `page` holds.
struct Step {
    std::string id;  ///< linkId of the question or of the page
    const screening::Item* page = nullptr;
    std::vector<const screening::Item*>
        around;  ///< titles of the groups around it, outermost first
    std::vector<const screening::Item*>
        items;  ///< texts, titles (of a page) and questions, in order

    std::vector<const screening::Item*> questions() const;
    bool asks(std::string_view link_id) const;
};

/// The screens to go through, as the answers are now. A text belongs to the question that follows
/// it in its group, else to the one before. One evaluation of the questionnaire: call it once a
/// frame. The questionnaire must outlive it.
std::vector<Step> steps(const screening::Outline& outline, const screening::Response& response);

/// The first question that still needs an answer, or that has come up and was never `asked`;
/// those of the step `except` aside. nullptr: none.
const screening::Item* open_question(const std::vector<Step>& steps,
                                     const screening::Response& response,
                                     const std::set<std::string>& asked, std::string_view except);

/// Index of the step of that id, or that asks that question; -1: none.
int find_step(const std::vector<Step>& steps, std::string_view id);

}  // namespace candor::screens
