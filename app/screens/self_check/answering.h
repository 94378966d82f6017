#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/secret_string.h"
#include "screening/model/response.h"
#include "screens/self_check/entry.h"

namespace candor::screens {

/// A self-check on the way. Questions are named by their keys in the Response.
struct Answering {
    screening::Response response;
    std::string question;                 ///< id of the step shown; empty: the summary
    bool from_summary = false;            ///< a change returns to the summary
    std::string changed_group;            ///< key of the group one of whose repetitions is changed,
    int changed_repetition = 0;           ///< to which list a change then returns
    std::set<std::string> asked;          ///< questions that were shown
    std::map<std::string, Draft> drafts;  ///< of the step shown
    std::map<std::string, std::vector<std::string>> problems;  ///< codes; of the step shown
    int reveal_count = 0;         ///< how often something had to come into sight
    std::string just_chosen;      ///< the question whose one answer was touched last, on this step
    int choices = 0;              ///< how often one was touched
    bool reveal_problem = false;  ///< the last time what Next found wrong, else `answering`
    std::string answering;        ///< the question that Field::answer edits, or last turned to
    Part part = Part::words;      ///< and what of its answer
    std::string listed;           ///< the question on a page whose list of answers is open
    base::SecretString filter{200};  ///< what a long list of answers is searched for
    bool whole_list = false;         ///< all of a long list is shown, and not its beginning

    /// What is being entered to that question; an empty one where nothing is.
    const Draft& draft(const std::string& key) const;
    /// Somebody turned to that question: it comes into sight.
    void turn_to(const std::string& key);
    /// Which list of answers is open on a page; empty: none.
    void open_list(const std::string& key);
    /// The step was left: nothing is being entered, nothing complained of.
    void forget_entries();
    bool holds_something() const;
    /// Zeroes what was answered and entered.
    void erase();
};

}  // namespace candor::screens
