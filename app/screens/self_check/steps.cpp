#include "screens/self_check/steps.h"

#include <algorithm>

#include "screening/model/answer_tree.h"
#include "screening/model/expression.h"
#include "screening/model/value.h"

namespace candor::screens {
namespace {

using screening::Item;
using screening::ItemControl;
using screening::ItemType;
using screening::Occurrence;

class Walk {
  public:
    Walk(const screening::AnswerTree& tree, const screening::Response& response)
        : tree_(tree),
          response_(response),
          end_(static_cast<int>(tree.all().size())),
          asks_(tree.all().size(), false),
          titled_(tree.all().size(), 0) {
        for (int i = end_; i-- > 0;) find_out_whether_it_asks(i);
    }

    std::vector<FormStep> run() {
        int i = 0;
        while (i < end_) i = visit(i);
        settle(end_);
        return std::move(steps_);
    }

  private:
    /// Something to read that waits for the question it belongs to.
    struct Text {
        int at;
        int end;  ///< of what it stands in
    };
    /// A group whose repetitions have all begun.
    struct Repeated {
        int last;      ///< the last repetition
        bool on_page;  ///< of a group around it
    };

    const Occurrence& at(int i) const { return tree_.all()[static_cast<std::size_t>(i)]; }
    const Item& item(int i) const { return *tree_.outline()[at(i).place].item; }
    bool is_seen(int i) const { return !item(i).hidden && at(i).enabled; }
    bool is_asked(int i) const {
        return screening::is_question(item(i)) && !screening::is_worked_out(item(i));
    }
    /// A question, or a group with one inside that is seen.
    bool asks(int i) const { return asks_[static_cast<std::size_t>(i)]; }

    void find_out_whether_it_asks(int i) {
        if (is_asked(i)) asks_[static_cast<std::size_t>(i)] = true;
        if (asks(i) && is_seen(i) && at(i).parent >= 0)
            asks_[static_cast<std::size_t>(at(i).parent)] = true;
    }

    /// Takes one item in; where to go on.
    int visit(int i) {
        settle(i);
        if (!is_seen(i)) return at(i).end;
        if (i >= page_end_) page_end_ = 0;
        if (screening::is_worked_out(item(i)) && at(i).values.empty()) return i + 1;
        if (item(i).type == ItemType::display || screening::is_worked_out(item(i)))
            text(i);
        else if (item(i).type == ItemType::group)
            group(i);
        else
            question(i);
        return i + 1;
    }

    /// A display, or the title of a group that asks nothing: a text of what asks around it.
    void text(int i) {
        if (screening::is_part_of_parent(item(i))) return;
        if (page_end_ == 0 && is_lead_in(i)) return;  // put_titles_around
        int home = at(i).parent;
        while (home >= 0 && !asks(home)) home = at(home).parent;
        const bool of_question = home >= 0 && screening::is_question(item(home));
        if (page_end_ > 0 || of_question)
            put_text(i);
        else
            texts_.push_back({i, home < 0 ? end_ : at(home).end});
    }

    void group(int i) {
        const bool on_page = page_end_ > 0;
        const bool repeated = repeats(i) && asks(i);
        if (repeated && is_last(i)) repeated_.push_back({i, on_page});
        if (!asks(i)) {
            if (has_title(i)) text(i);
        } else if (on_page && repeated) {
            put(repetition(i));
            has_its_title(i);
        } else if (on_page) {
            put_title(i);
        } else if (item(i).control == ItemControl::page || item(i).control == ItemControl::table) {
            page_end_ = at(i).end;
            add(i, {screening::key_of(item(i).link_id, at(i).repetition), title(i), around(i), {}});
            put_title(i);
        }
    }

    void question(int i) {
        std::string key = tree_.key(at(i));
        if (page_end_ == 0) add(i, {key, {}, titles_around(i), {}});
        Piece piece{Piece::Kind::question, {&item(i)}, std::move(key)};
        piece.around = around(i);
        put(std::move(piece));
    }

    void put(Piece piece) { steps_.back().pieces.push_back(std::move(piece)); }

    void put_text(int i) {
        put_titles_around(i);
        if (item(i).type == ItemType::group) return put_title(i);
        if (!screening::is_worked_out(item(i))) return put({Piece::Kind::text, {&item(i)}, {}});
        Piece piece{Piece::Kind::worked_out, {&item(i)}, tree_.key(at(i))};
        piece.around = around(i);
        piece.values = {at(i).values.begin(), at(i).values.end()};
        put(std::move(piece));
    }

    /// Once a step.
    void put_title(int i) {
        if (!has_title(i) || titled_[static_cast<std::size_t>(i)] == steps_.size()) return;
        put({Piece::Kind::title, title(i), {}});
        has_its_title(i);
    }
    void has_its_title(int i) { titled_[static_cast<std::size_t>(i)] = steps_.size(); }

    void put_titles_around(int i) {
        for (const int outer : all_around(i)) {
            if (is_asked_here(outer)) continue;
            put_title(outer);
            const int first = outer + 1;
            const bool known =
                first >= at(outer).end || titled_[static_cast<std::size_t>(first)] == steps_.size();
            if (known || page_end_ > 0 || !is_seen(first) || !is_lead_in(first)) continue;
            put({Piece::Kind::text, {&item(first)}, {}});
            has_its_title(first);
        }
    }

    bool is_asked_here(int i) const {
        return screening::is_question(item(i)) && steps_.back().id == tree_.key(at(i));
    }

    /// Words that stand before choices among the same answers: "In the last two weeks, how often
    /// …". They are read above each of these.
    bool is_lead_in(int i) const {
        const int group = at(i).parent;
        if (group < 0 || i != group + 1 || item(i).type != ItemType::display ||
            item(group).type != ItemType::group || item(i).bring || !item(i).enable_when.empty() ||
            item(i).enable_expression != nullptr || screening::is_part_of_parent(item(i)))
            return false;
        const Item* first = nullptr;
        std::size_t asked = 0;
        for (const Item& each : item(group).items) {
            if (each.hidden || !screening::is_question(each)) continue;
            if (first == nullptr) first = &each;
            if (!has_same_options(*first, each)) return false;
            ++asked;
        }
        return asked > 1;
    }

    static bool has_same_options(const Item& a, const Item& b) {
        return !a.options.empty() &&
               std::equal(
                   a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
                   [](const auto& x, const auto& y) { return screening::equal(x.value, y.value); });
    }

    /// Groups and, where it is asked on its own, the question that it stands in; outermost first.
    std::vector<int> all_around(int inner) const {
        std::vector<int> out;
        for (int i = at(inner).parent; i >= 0; i = at(i).parent)
            if (item(i).type == ItemType::group || (page_end_ == 0 && has_title(i)))
                out.push_back(i);
        std::reverse(out.begin(), out.end());
        return out;
    }

    /// The step of this group or question, after what leads to it.
    void add(int i, FormStep step) {
        steps_.push_back(std::move(step));
        for (const Text& text : texts_) put_text(text.at);
        texts_.clear();
        put_titles_around(i);
    }

    /// Texts at the end of their group belong to the question before them; after its last
    /// repetition a group can be given more.
    void settle(int i) {
        if (!steps_.empty()) {
            std::erase_if(texts_, [&](const Text& text) {
                if (i < text.end) return false;
                put_text(text.at);
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
            put_titles_around(done.last);
            for (const int i : tree_.of(at(done.last).place))
                if (tree_.key(at(i)) == key) put(repetition(i));
        }
        Piece more{Piece::Kind::more, {&item(done.last)}, key};
        more.around = around(done.last);
        put(std::move(more));
    }

    Piece repetition(int i) const {
        return {Piece::Kind::repetition, title(i), tree_.key(at(i)), at(i).repetition, inside(i)};
    }

    std::vector<Asked> inside(int group) const {
        std::vector<Asked> out;
        for (int i = group + 1; i < at(group).end;) {
            if (!is_seen(i)) {
                i = at(i).end;
                continue;
            }
            if (is_asked(i)) out.push_back({&item(i), tree_.key(at(i))});
            ++i;
        }
        return out;
    }

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

    bool has_title(int i) const {
        return !item(i).text.empty() || !item(i).prefix.empty() || title(i).number > 0;
    }

    /// Those that have a title, outermost first.
    std::vector<int> groups_around(int inner) const {
        std::vector<int> out;
        for (int i = at(inner).parent; i >= 0; i = at(i).parent)
            if (item(i).type == ItemType::group && has_title(i)) out.push_back(i);
        std::reverse(out.begin(), out.end());
        return out;
    }
    std::vector<Title> titles_around(int inner) const {
        std::vector<Title> out;
        for (const int outer : all_around(inner))
            if (has_title(outer)) out.push_back(title(outer));
        return out;
    }
    std::vector<Title> around(int inner) const {
        std::vector<Title> out;
        for (const int group : groups_around(inner)) out.push_back(title(group));
        return out;
    }

    const screening::AnswerTree& tree_;
    const screening::Response& response_;
    int end_;
    std::vector<bool> asks_;
    std::vector<std::size_t> titled_;  ///< the step (from 1) that has this group's title already
    std::vector<FormStep> steps_;
    std::vector<Text> texts_;
    std::vector<Repeated> repeated_;
    int page_end_ = 0;  ///< of the page that is open; 0: none is
};

}  // namespace

std::vector<Asked> FormStep::questions() const {
    std::vector<Asked> out;
    for (const Piece& piece : pieces)
        if (piece.kind == Piece::Kind::question) out.push_back({piece.title.item, piece.key});
    return out;
}

bool FormStep::asks(std::string_view key) const {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return piece.kind == Piece::Kind::question && piece.key == key;
    });
}

std::vector<FormStep> steps(const screening::Outline& outline,
                            const screening::Response& response) {
    const screening::AnswerTree tree(outline, response);
    return Walk(tree, response).run();
}

std::string more_id(const std::string& group) { return group + "\x1f+"; }

Asked open_question(const std::vector<FormStep>& steps, const screening::Response& response,
                    const std::set<std::string>& asked, std::string_view except) {
    for (const FormStep& step : steps) {
        if (step.id == except) continue;
        for (const Asked& question : step.questions()) {
            if (response.state(question.key) != screening::AnswerState::none) continue;
            if (question.item->required || asked.count(question.key) == 0) return question;
        }
    }
    return {};
}

Asked last_question(const screening::Outline& outline, const std::vector<FormStep>& steps,
                    const Item& group) {
    Asked last;
    for (const FormStep& step : steps)
        for (Asked& question : step.questions())
            if (outline.encloses(outline.find(group), outline.find(*question.item)))
                last = std::move(question);
    return last;
}

int find_step(const std::vector<FormStep>& steps, std::string_view id) {
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const FormStep& step) {
        return step.id == id || step.asks(id);
    });
    return found == steps.end() ? -1 : static_cast<int>(found - steps.begin());
}

const Piece* find_repetition(const std::vector<FormStep>& steps, std::string_view group,
                             int number) {
    for (const FormStep& step : steps)
        for (const Piece& piece : step.pieces)
            if (piece.kind == Piece::Kind::repetition && piece.key == group &&
                piece.repetition == number)
                return &piece;
    return nullptr;
}

std::span<const FormStep> steps_of_repetition(const std::vector<FormStep>& steps,
                                              std::string_view group, int number) {
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
