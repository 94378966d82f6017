#include "screening/proof/path.h"

#include <algorithm>
#include <set>

#include "screening/model/answer_tree.h"

namespace candor::screening {
namespace {

/// A person who answers what comes up, as far as it matters.
class Walk {
  public:
    Walk(AnswerSpace& space, const std::vector<std::pair<int, bool>>& decided)
        : space_(space), decided_(decided) {
        for (const auto& [variable, value] : decided) open_.insert(space.place_of(variable));
    }

    Path go() {
        while (answer_next()) {
        }
        return std::move(path_);
    }

  private:
    // A later answer may bring up an earlier question, so each step looks from the front.
    bool answer_next() {
        const AnswerTree tree(space_.outline(), response_);
        const auto next = std::find_if(open_.begin(), open_.end(), [&](int place) {
            return !space_.hidden(place) && tree.enabled_anywhere(place);
        });
        if (next == open_.end()) return false;
        const int place = *next;
        open_.erase(next);
        give(place);
        return true;
    }

    void give(int place) {
        const Item& item = *space_.outline()[place].item;
        PathStep step{item.link_id, space_.example(place, decided_), false};
        step.declined = step.values.empty() && item.required;
        if (step.declined)
            response_.decline(item.link_id);
        else
            response_.set(item.link_id, step.values);
        path_.push_back(std::move(step));
    }

    AnswerSpace& space_;
    const std::vector<std::pair<int, bool>>& decided_;
    std::set<int> open_;
    Response response_ = start(space_.questionnaire());
    Path path_;
};

std::string to_text(const Value& value) {
    struct Words {
        std::string operator()(bool flag) const { return flag ? "yes" : "no"; }
        std::string operator()(std::int64_t integer) const { return std::to_string(integer); }
        std::string operator()(const Decimal& decimal) const { return decimal.text; }
        std::string operator()(const Date& date) const { return date.iso; }
        std::string operator()(const std::string& text) const { return "\"" + text + "\""; }
        std::string operator()(const DateTime& moment) const { return moment.iso; }
        std::string operator()(const Time& time) const { return time.iso; }
        std::string operator()(const Uri& uri) const { return uri.text; }
        std::string operator()(const Quantity& quantity) const {
            return quantity.comparator + quantity.value.text + " " +
                   (quantity.unit.empty() ? quantity.code : quantity.unit);
        }
        std::string operator()(const Coding& coding) const {
            return coding.code.empty() ? coding.display : coding.code;
        }
    };
    return std::visit(Words(), value);
}

std::string to_text(const PathStep& step) {
    std::string words;
    for (const auto& value : step.values) words += (words.empty() ? "" : " + ") + to_text(value);
    if (step.declined) words = "I'd rather not say";
    return step.link_id + " = " + (words.empty() ? "(no answer)" : words);
}

}  // namespace

Path path_of(AnswerSpace& space, const std::vector<std::pair<int, bool>>& decided) {
    return Walk(space, decided).go();
}

std::string to_text(const Path& path) {
    std::string text;
    for (const auto& step : path) text += (text.empty() ? "" : ", ") + to_text(step);
    return text.empty() ? "any answers" : text;
}

}  // namespace candor::screening
