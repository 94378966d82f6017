#pragma once
#include <deque>
#include <span>
#include <vector>

#include "screening/model/enable_when.h"
#include "screening/model/outline.h"
#include "screening/model/response.h"

namespace candor::screening {

/// An item as it occurs in one answered form: once, or once in each repetition around it.
struct Occurrence {
    int place = 0;
    int parent = -1;     ///< the enclosing occurrence
    int end = 0;         ///< one past the last occurrence inside
    bool slot = false;   ///< not the item itself: the inside of one of its several answers
    int repetition = 0;  ///< of a Response: the number of the innermost repetition around what is
                         ///< inside, so of a repeating group its own
    bool declined = false, enabled = false;
    std::span<const Value> values;
};

/// All occurrences in document order. The one place where enabledness is decided, for the screen's
/// Response and for a QuestionnaireResponse with repetitions alike, and where values are worked
/// out. Outline and values must outlive it.
class AnswerTree {
  public:
    explicit AnswerTree(const Outline& outline) : outline_(outline) {}
    /// Every item as often as `response` repeats the groups around it, answered by it, resolved.
    AnswerTree(const Outline& outline, const Response& response);
    AnswerTree(const AnswerTree&) = delete;
    AnswerTree& operator=(const AnswerTree&) = delete;

    /// Adds an occurrence inside the innermost open one; `close` ends it.
    int open(int place);
    int open_slot(int place);
    void close();
    /// The key of an occurrence in the Response.
    std::string key(const Occurrence& occurrence) const;
    Occurrence& at(int occurrence) { return occurrences_[static_cast<std::size_t>(occurrence)]; }
    const std::vector<Occurrence>& all() const { return occurrences_; }
    const Outline& outline() const { return outline_; }

    /// Decides which occurrences are enabled and works out what is calculated; after the last
    /// `close`. Circles are disabled. False, with all that is left undecided, where it would take
    /// more than 10 million comparisons. Expressions have 2 million steps together; what comes
    /// after them has no value.
    bool resolve();
    /// The occurrences of an item, in document order.
    std::span<const int> of(int place) const;
    bool enabled_anywhere(int place) const;
    /// Answers that count of a question, wherever it occurs: what guidance looks at.
    std::vector<std::span<const Value>> counted(int place) const;

  private:
    void add(int place, const Response& response, int repetition);
    void add_inside(int place, const Response& response, int repetition);
    void index();
    bool decide(int occurrence) const;
    bool expression_holds(int occurrence) const;
    void work_out(int occurrence);
    const Occurrence* nearest(int from, int question) const;
    int nearest_inside(int first, int end, int from, int question) const;

    const Outline& outline_;
    std::vector<Occurrence> occurrences_;
    std::vector<int> open_;
    std::vector<int> starts_, by_place_;
    std::deque<std::vector<Value>> worked_out_;  ///< what the values of calculated items lie in
    mutable std::size_t effort_ = 0;
    mutable std::size_t expression_steps_ = 2'000'000;  ///< that are left for all expressions
};

}  // namespace candor::screening
