#include "screening/model/outline.h"

#include <algorithm>
#include <span>

#include "screening/model/expression.h"

namespace candor::screening {
namespace {

template <typename Visit>
void each_prerequisite(const Place& place, Visit visit) {
    if (place.parent >= 0) visit(place.parent);
    for (const int question : place.waits_for)
        if (question >= 0) visit(question);
    for (const int place_read : place.reads) visit(place_read);
}

/// Who waits for a place, for all places in one list.
class Dependents {
  public:
    explicit Dependents(const std::vector<Place>& places) : starts_(places.size() + 1, 0) {
        for (const auto& place : places)
            each_prerequisite(place, [&](int before) { ++starts_[at(before) + 1]; });
        for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
        list_.resize(at(starts_.back()));
        auto next = starts_;
        for (int i = 0; i < static_cast<int>(places.size()); ++i)
            each_prerequisite(places[at(i)],
                              [&](int before) { list_[at(next[at(before)]++)] = i; });
    }
    std::span<const int> of(int place) const {
        return std::span(list_).subspan(at(starts_[at(place)]),
                                        at(starts_[at(place) + 1] - starts_[at(place)]));
    }
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  private:
    std::vector<int> starts_, list_;
};

/// Kahn's algorithm, run from the front for the order and from the back to find the circles.
class Sorter {
  public:
    Sorter(const std::vector<Place>& places, std::vector<int>& order)
        : places_(places), dependents_(places), order_(order), waiting_(places.size(), 0) {
        for (std::size_t i = 0; i < places.size(); ++i)
            each_prerequisite(places[i], [&](int) { ++waiting_[i]; });
    }

    void run() {
        for (int i = 0; i < size(); ++i)
            if (waiting_[at(i)] == 0) order_.push_back(i);
        follow(0);
    }

    std::vector<int> take_circles() {
        std::vector<int> circles = in_circles();
        const std::size_t before = order_.size();
        for (const int place : circles) waiting_[at(place)] = -1;
        for (const int place : circles) release(place);
        follow(before);
        return circles;
    }

  private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    int size() const { return static_cast<int>(places_.size()); }

    void release(int place) {
        for (const int next : dependents_.of(place))
            if (waiting_[at(next)] > 0 && --waiting_[at(next)] == 0) order_.push_back(next);
    }
    void follow(std::size_t from) {
        for (std::size_t i = from; i < order_.size(); ++i) release(order_[i]);
    }

    // What is left over and still holds up something that is left over.
    std::vector<int> in_circles() const {
        std::vector<int> held(places_.size(), 0), free;
        for (int i = 0; i < size(); ++i) {
            if (waiting_[at(i)] == 0) continue;
            for (const int next : dependents_.of(i)) held[at(i)] += waiting_[at(next)] > 0 ? 1 : 0;
            if (held[at(i)] == 0) free.push_back(i);
        }
        std::vector<bool> outside(places_.size(), false);
        for (std::size_t i = 0; i < free.size(); ++i) {
            outside[at(free[i])] = true;
            each_prerequisite(places_[at(free[i])], [&](int before) {
                if (waiting_[at(before)] > 0 && --held[at(before)] == 0) free.push_back(before);
            });
        }
        std::vector<int> circles;
        for (int i = 0; i < size(); ++i)
            if (waiting_[at(i)] > 0 && !outside[at(i)]) circles.push_back(i);
        return circles;
    }

    const std::vector<Place>& places_;
    Dependents dependents_;
    std::vector<int>& order_;
    std::vector<int> waiting_;
};

}  // namespace

Outline::Outline(const Questionnaire& questionnaire) {
    for (const auto& item : questionnaire.items) add(item, -1);
    link();
    sort();
}

void Outline::add(const Item& item, int parent) {
    const auto here = static_cast<int>(places_.size());
    places_.push_back({&item, parent, here + 1, {}});
    for (const auto& inner : item.items) add(inner, here);
    places_[static_cast<std::size_t>(here)].end = static_cast<int>(places_.size());
}

void Outline::link() {
    by_link_id_.reserve(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i)
        by_link_id_.emplace(places_[i].item->link_id, static_cast<int>(i));
    for (auto& place : places_)
        for (const auto& condition : place.item->enable_when)
            place.waits_for.push_back(find(condition.question));
    for (int i = 0; i < static_cast<int>(places_.size()); ++i) {
        const Item& item = *places_[static_cast<std::size_t>(i)].item;
        for (const auto* each : {&item.enable_expression, &item.calculated})
            link_expression(i, each->get());
    }
}

// Is it worked out from that one, by its name? A sum over a group leaves out what is made of it.
bool Outline::is_made_of(int place, int from) const {
    const auto& calculated = (*this)[place].item->calculated;
    return calculated != nullptr &&
           std::count(calculated->reads().link_ids.begin(), calculated->reads().link_ids.end(),
                      (*this)[from].item->link_id) > 0;
}

// Of a group, and of all there is, an expression reads the questions that do not lie around or
// inside its own item; its own item it reads only by name, which makes a circle.
void Outline::link_expression(int place, const Expression* expression) {
    if (expression == nullptr) return;
    const Reads& reads = expression->reads();
    std::vector<int>& out = places_[static_cast<std::size_t>(place)].reads;
    const auto add_inside = [&](int outer, int end) {
        for (int inner = outer + 1; inner < end; ++inner)
            if (is_question(*(*this)[inner].item) && inner != place && !encloses(place, inner) &&
                !encloses(inner, place) && !is_made_of(inner, place))
                out.push_back(inner);
    };
    if (reads.everything) add_inside(-1, static_cast<int>(places_.size()));
    for (const auto& link_id : reads.link_ids) {
        const int named = find(link_id);
        if (named < 0) continue;
        if (named == place || !encloses(named, place)) out.push_back(named);
        add_inside(named, (*this)[named].end);
    }
    if (reads.own_inside)
        for (int inner = place + 1; inner < (*this)[place].end; ++inner) out.push_back(inner);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
}

void Outline::sort() {
    order_.reserve(places_.size());
    Sorter sorter(places_, order_);
    sorter.run();
    if (order_.size() < places_.size()) cyclic_ = sorter.take_circles();
}

int Outline::find(std::string_view link_id) const {
    const auto found = by_link_id_.find(link_id);
    return found == by_link_id_.end() ? -1 : found->second;
}

bool Outline::encloses(int outer, int inner) const {
    return outer < 0 || (inner > outer && inner < (*this)[outer].end);
}

}  // namespace candor::screening
