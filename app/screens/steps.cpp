#include "screens/steps.h"

#include <algorithm>

#include "screening/answer_tree.h"

namespace candor::screens {
namespace {

using screening::Item;
using screening::ItemControl;
using screening::ItemType;

class Walk {
  public:
    Walk(const screening::Outline& outline, const screening::AnswerTree& tree)
        : outline_(outline), tree_(tree) {}

    std::vector<Step> run() {
        int place = 0;
        const int end = static_cast<int>(outline_.places().size());
        while (place < end) place = visit(place);
        settle(end);
        return std::move(steps_);
    }

  private:
    struct Text {
        const Item* item;
        int end;  ///< of the items around it
    };

    /// Takes one item in; the place to go on at.
    int visit(int place) {
        const screening::Place& at = outline_[place];
        settle(place);
        if (at.item->hidden || !tree_.enabled_anywhere(place)) return at.end;
        if (place >= page_end_) page_end_ = 0;
        if (at.item->type == ItemType::display)
            text(at);
        else if (at.item->type == ItemType::group)
            group(at);
        else
            question(at);
        return place + 1;
    }

    void text(const screening::Place& at) {
        if (screening::is_part_of_parent(*at.item)) return;
        const Item* parent = at.parent < 0 ? nullptr : outline_[at.parent].item;
        const bool of_question = parent != nullptr && screening::is_question(*parent);
        if (page_end_ > 0 || (of_question && !steps_.empty()))
            steps_.back().items.push_back(at.item);
        else
            texts_.push_back({at.item, end_around(at)});
    }

    void group(const screening::Place& at) {
        if (page_end_ > 0) {
            if (!at.item->text.empty()) steps_.back().items.push_back(at.item);
        } else if (at.item->control == ItemControl::page && asks_anything(at)) {
            page_end_ = at.end;
            add({at.item->link_id, at.item, around(at), {}});
        }
    }

    void question(const screening::Place& at) {
        if (page_end_ == 0) add({at.item->link_id, nullptr, around(at), {}});
        steps_.back().items.push_back(at.item);
    }

    void add(Step step) {
        for (const Text& text : texts_) step.items.push_back(text.item);
        texts_.clear();
        steps_.push_back(std::move(step));
    }

    /// Texts at the end of their group belong to the question before them.
    void settle(int place) {
        if (steps_.empty()) return;
        std::erase_if(texts_, [&](const Text& text) {
            if (place < text.end) return false;
            steps_.back().items.push_back(text.item);
            return true;
        });
    }

    bool asks_anything(const screening::Place& group) const {
        const int first = outline_.find(*group.item);
        for (int i = first + 1; i < group.end; ++i)
            if (screening::is_question(*outline_[i].item) && tree_.enabled_anywhere(i) &&
                !hidden_inside(first, i))
                return true;
        return false;
    }

    bool hidden_inside(int outer, int place) const {
        for (; place > outer; place = outline_[place].parent)
            if (outline_[place].item->hidden) return true;
        return false;
    }

    std::vector<const Item*> around(const screening::Place& at) const {
        std::vector<const Item*> out;
        for (int i = at.parent; i >= 0; i = outline_[i].parent) {
            const Item* item = outline_[i].item;
            if (item->type == ItemType::group && !item->text.empty()) out.push_back(item);
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

    int end_around(const screening::Place& at) const {
        return at.parent < 0 ? static_cast<int>(outline_.places().size()) : outline_[at.parent].end;
    }

    const screening::Outline& outline_;
    const screening::AnswerTree& tree_;
    std::vector<Step> steps_;
    std::vector<Text> texts_;
    int page_end_ = 0;  ///< of the page that is open; 0: none is
};

}  // namespace

std::vector<const Item*> Step::questions() const {
    std::vector<const Item*> out;
    std::copy_if(items.begin(), items.end(), std::back_inserter(out),
                 [](const Item* item) { return screening::is_question(*item); });
    return out;
}

bool Step::asks(std::string_view link_id) const {
    return std::any_of(items.begin(), items.end(), [&](const Item* item) {
        return item->link_id == link_id && screening::is_question(*item);
    });
}

std::vector<Step> steps(const screening::Outline& outline, const screening::Response& response) {
    const screening::AnswerTree tree(outline, response);
    return Walk(outline, tree).run();
}

const Item* open_question(const std::vector<Step>& steps, const screening::Response& response,
                          const std::set<std::string>& asked, std::string_view except) {
    for (const Step& step : steps) {
        if (step.id == except) continue;
        for (const Item* item : step.questions()) {
            if (response.state(item->link_id) != screening::AnswerState::none) continue;
            if (item->required || asked.count(item->link_id) == 0) return item;
        }
    }
    return nullptr;
}

int find_step(const std::vector<Step>& steps, std::string_view id) {
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) {
        return step.id == id || step.asks(id);
    });
    return found == steps.end() ? -1 : static_cast<int>(found - steps.begin());
}

}  // namespace candor::screens
