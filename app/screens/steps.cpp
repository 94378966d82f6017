#include "screens/steps.h"

#include <algorithm>

#include "screening/answer_tree.h"

namespace candor::screens {
namespace {

using screening::Item;
using screening::ItemControl;
using screening::ItemType;
using screening::Occurrence;

class Walk {
  public:
    Walk(const screening::AnswerTree& tree, const screening::Response& response)
        : tree_(tree), response_(response), end_(static_cast<int>(tree.all().size())) {}

    std::vector<Step> run() {
        int i = 0;
        while (i < end_) i = visit(i);
        settle(end_);
        return std::move(steps_);
    }

  private:
    struct Text {
        const Item* item;
        int end;  ///< of the items around it
    };
    /// A group whose repetitions have all begun.
    struct Repeated {
        int last;      ///< the last repetition
        bool on_page;  ///< of a group around it
    };

    const Occurrence& at(int i) const { return tree_.all()[static_cast<std::size_t>(i)]; }
    const Item& item(int i) const { return *tree_.outline()[at(i).place].item; }

    /// Takes one item in; where to go on.
    int visit(int i) {
        settle(i);
        if (item(i).hidden || !at(i).enabled) return at(i).end;
        if (i >= page_end_) page_end_ = 0;
        if (item(i).type == ItemType::display)
            text(i);
        else if (item(i).type == ItemType::group)
            group(i);
        else
            question(i);
        return i + 1;
    }

    void text(int i) {
        if (screening::is_part_of_parent(item(i))) return;
        const int parent = at(i).parent;
        const bool of_question = parent >= 0 && screening::is_question(item(parent));
        if (page_end_ > 0 || (of_question && !steps_.empty()))
            put({Piece::Kind::text, {&item(i)}, {}});
        else
            texts_.push_back({&item(i), parent < 0 ? end_ : at(parent).end});
    }

    void group(int i) {
        const bool on_page = page_end_ > 0;
        const bool repeated = repeats(i) && asks_anything(i);
        if (repeated && is_last(i)) repeated_.push_back({i, on_page});
        if (on_page && repeated) {
            put(repetition(i));
        } else if (on_page) {
            if (!item(i).text.empty()) put({Piece::Kind::title, title(i), {}});
        } else if (item(i).control == ItemControl::page && asks_anything(i)) {
            page_end_ = at(i).end;
            add({screening::key_of(item(i).link_id, at(i).repetition), title(i), around(i), {}});
        }
    }

    void question(int i) {
        std::string key = tree_.key(at(i));
        if (page_end_ == 0) add({key, {}, around(i), {}});
        put({Piece::Kind::question, {&item(i)}, std::move(key)});
    }

    void put(Piece piece) { steps_.back().pieces.push_back(std::move(piece)); }

    void add(Step step) {
        for (const Text& text : texts_) step.pieces.push_back({Piece::Kind::text, {text.item}, {}});
        texts_.clear();
        steps_.push_back(std::move(step));
    }

    /// Texts at the end of their group belong to the question before them; after its last
    /// repetition a group can be given more.
    void settle(int i) {
        if (!steps_.empty()) {
            std::erase_if(texts_, [&](const Text& text) {
                if (i < text.end) return false;
                put({Piece::Kind::text, {text.item}, {}});
                return true;
            });
        }
        while (!repeated_.empty() && i >= at(repeated_.back().last).end) {
            const Repeated done = repeated_.back();
            repeated_.pop_back();
            offer_more(done);
        }
    }

    void offer_more(const Repeated& done) {
        const std::string key = tree_.key(at(done.last));
        if (!done.on_page) {
            steps_.push_back({more_id(key), {}, around(done.last), {}});
            for (const int i : tree_.of(at(done.last).place))
                if (tree_.key(at(i)) == key) put(repetition(i));
        }
        put({Piece::Kind::more, {&item(done.last)}, key});
    }

    Piece repetition(int i) const {
        return {Piece::Kind::repetition, title(i), tree_.key(at(i)), at(i).repetition, inside(i)};
    }

    std::vector<Asked> inside(int group) const {
        std::vector<Asked> out;
        for (int i = group + 1; i < at(group).end;) {
            if (item(i).hidden || !at(i).enabled) {
                i = at(i).end;
                continue;
            }
            if (screening::is_question(item(i))) out.push_back({&item(i), tree_.key(at(i))});
            ++i;
        }
        return out;
    }
    bool asks_anything(int group) const { return !inside(group).empty(); }

    bool repeats(int i) const {
        return item(i).type == ItemType::group && item(i).repeats && item(i).max_occurs != 1;
    }
    bool is_last(int i) const {
        return response_.repetitions(tree_.key(at(i))).back() == at(i).repetition;
    }

    Title title(int i) const {
        if (!repeats(i)) return {&item(i)};
        const auto numbers = response_.repetitions(tree_.key(at(i)));
        if (numbers.size() < 2) return {&item(i)};
        const auto here = std::find(numbers.begin(), numbers.end(), at(i).repetition);
        return {&item(i), static_cast<int>(here - numbers.begin()) + 1,
                static_cast<int>(numbers.size())};
    }

    std::vector<Title> around(int inner) const {
        std::vector<Title> out;
        for (int i = at(inner).parent; i >= 0; i = at(i).parent)
            if (item(i).type == ItemType::group && !item(i).text.empty()) out.push_back(title(i));
        std::reverse(out.begin(), out.end());
        return out;
    }

    const screening::AnswerTree& tree_;
    const screening::Response& response_;
    int end_;
    std::vector<Step> steps_;
    std::vector<Text> texts_;
    std::vector<Repeated> repeated_;
    int page_end_ = 0;  ///< of the page that is open; 0: none is
};

}  // namespace

std::vector<Asked> Step::questions() const {
    std::vector<Asked> out;
    for (const Piece& piece : pieces)
        if (piece.kind == Piece::Kind::question) out.push_back({piece.title.item, piece.key});
    return out;
}

bool Step::asks(std::string_view key) const {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return piece.kind == Piece::Kind::question && piece.key == key;
    });
}

std::vector<Step> steps(const screening::Outline& outline, const screening::Response& response) {
    const screening::AnswerTree tree(outline, response);
    return Walk(tree, response).run();
}

std::string more_id(const std::string& group) { return group + "\x1f+"; }

Asked open_question(const std::vector<Step>& steps, const screening::Response& response,
                    const std::set<std::string>& asked, std::string_view except) {
    for (const Step& step : steps) {
        if (step.id == except) continue;
        for (const Asked& question : step.questions()) {
            if (response.state(question.key) != screening::AnswerState::none) continue;
            if (question.item->required || asked.count(question.key) == 0) return question;
        }
    }
    return {};
}

Asked last_question(const screening::Outline& outline, const std::vector<Step>& steps,
                    const Item& group) {
    Asked last;
    for (const Step& step : steps)
        for (Asked& question : step.questions())
            if (outline.encloses(outline.find(group), outline.find(*question.item)))
                last = std::move(question);
    return last;
}

int find_step(const std::vector<Step>& steps, std::string_view id) {
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) {
        return step.id == id || step.asks(id);
    });
    return found == steps.end() ? -1 : static_cast<int>(found - steps.begin());
}

const Piece* find_repetition(const std::vector<Step>& steps, std::string_view group, int number) {
    for (const Step& step : steps)
        for (const Piece& piece : step.pieces)
            if (piece.kind == Piece::Kind::repetition && piece.key == group &&
                piece.repetition == number)
                return &piece;
    return nullptr;
}

std::span<const Step> steps_of_repetition(const std::vector<Step>& steps, std::string_view group,
                                          int number) {
    const int list = find_step(steps, more_id(std::string(group)));
    if (list < 0) return {};
    int begin = -1, end = list;
    for (const Piece& piece : steps[static_cast<std::size_t>(list)].pieces) {
        if (piece.kind != Piece::Kind::repetition || piece.inside.empty()) continue;
        const int first = find_step(steps, piece.inside.front().key);
        if (piece.repetition == number) {
            begin = first;
        } else if (begin >= 0) {
            end = first;
            break;
        }
    }
    if (begin < 0) return {};
    return {steps.data() + begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace candor::screens
