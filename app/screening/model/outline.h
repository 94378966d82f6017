#pragma once
#include <string_view>
#include <unordered_map>
#include <vector>

#include "screening/model/questionnaire.h"

namespace candor::screening {

/// One item's place in document order.
struct Place {
    const Item* item = nullptr;
    int parent = -1;             ///< the enclosing item's place
    int end = 0;                 ///< one past the last place inside this item
    std::vector<int> waits_for;  ///< place of each condition's question; -1: there is none
    std::vector<int> reads;      ///< places that its expressions look at
};

/// A questionnaire's items in document order, with what each waits for. The items must outlive it
/// and stay where they are (a Questionnaire may be moved, its items then do not). Takes time in
/// proportion to items and conditions: whoever asks often keeps one.
class Outline {
  public:
    Outline(const Questionnaire& questionnaire);  // NOLINT: made in passing where nobody keeps one

    const std::vector<Place>& places() const { return places_; }
    const Place& operator[](int place) const { return places_[static_cast<std::size_t>(place)]; }
    /// -1 where there is none; the first where a linkId stands twice.
    int find(std::string_view link_id) const;
    int find(const Item& item) const { return find(item.link_id); }
    /// Is `inner` somewhere inside `outer` (a place, or -1 for the questionnaire itself)?
    bool encloses(int outer, int inner) const;

    /// Each place after its parent and after the questions that it waits for. What waits for itself
    /// in a circle is left out, and is in `cyclic`.
    const std::vector<int>& order() const { return order_; }
    const std::vector<int>& cyclic() const { return cyclic_; }

  private:
    void add(const Item& item, int parent);
    void link();
    void link_expression(int place, const Expression* expression);
    bool is_made_of(int place, int from) const;
    void sort();

    std::vector<Place> places_;
    std::unordered_map<std::string_view, int> by_link_id_;
    std::vector<int> order_, cyclic_;
};

}  // namespace candor::screening
