#include "screening/reading/option_checks.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "screening/model/value.h"

namespace candor::screening {
namespace {

/// Texts in whose order equal values stand beside each other.
std::tuple<std::size_t, std::string_view, std::string_view, std::string_view> sorted_by(
    const Value& value, const std::string& number) {
    const std::size_t kind = value.index();
    if (const auto* coding = std::get_if<Coding>(&value)) {
        const std::string_view words = coding->display;
        return {kind, coding->code, coding->system, coding->code.empty() ? words : ""};
    }
    if (const auto* date = std::get_if<Date>(&value)) return {kind, date->iso, "", ""};
    if (const auto* time = std::get_if<Time>(&value)) return {kind, time->iso, "", ""};
    if (const auto* text = std::get_if<std::string>(&value)) return {kind, *text, "", ""};
    return {kind, number, "", ""};
}

bool is_invisible(std::string_view words) {
    return words.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool says_nothing(const Value& value) {
    const auto* coding = std::get_if<Coding>(&value);
    return is_blank(value) ||
           (coding != nullptr && is_invisible(coding->code) && is_invisible(coding->display));
}

class OptionsCheck {
  public:
    OptionsCheck(const std::vector<AnswerOption>& options, const std::vector<const Node*>& nodes,
                 Reading& reading, const std::string& what)
        : options_(options),
          nodes_(nodes),
          reading_(reading),
          what_(what),
          same_(options.size(), false) {}

    void run() {
        find_same();
        find_same_words();
        for (std::size_t i = 0; i < options_.size(); ++i)
            if (says_nothing(options_[i].value))
                reading_.error(*nodes_[i], "bad-option", "the " + what_ + " has no words.",
                               "Write the words that patients see.");
    }

  private:
    /// 2,000 options are not compared with each other: sorted, the equal ones are neighbours.
    void find_same() {
        std::vector<std::string> numbers;
        for (const auto& option : options_) {
            const auto* integer = std::get_if<std::int64_t>(&option.value);
            numbers.push_back(integer == nullptr ? "" : std::to_string(*integer));
        }
        std::vector<std::size_t> order(options_.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return sorted_by(options_[a].value, numbers[a]) <
                   sorted_by(options_[b].value, numbers[b]);
        });
        std::map<std::size_t, std::size_t> same;  // in the order of the document
        std::size_t first = 0;
        for (std::size_t i = 1; i < order.size(); ++i) {
            if (equal(options_[order[first]].value, options_[order[i]].value))
                same.emplace(order[i], order[first]);
            else
                first = i;
        }
        for (const auto& [later, earlier] : same) tell_same(earlier, later);
    }

    void tell_same(std::size_t earlier, std::size_t later) {
        same_[later] = true;
        const auto* coding = std::get_if<Coding>(&options_[later].value);
        const bool coded = coding != nullptr && !coding->code.empty();
        reading_.error(
            *nodes_[later], "same-option",
            "the " + what_ + " " + name(later) + " cannot be told apart from " + name(earlier) +
                " on line " + std::to_string(nodes_[earlier]->line) + ": " +
                (coded ? "both have the code \"" + coding->code + "\"." : "they are the same."),
            "Give each " + what_ +
                (coded ? " a code of its own, or remove one."
                       : " words of its own, or remove one."));
    }

    /// Two answers that differ in what patients do not see.
    void find_same_words() {
        std::map<std::pair<std::string, std::string>, std::size_t> known;
        for (std::size_t i = 0; i < options_.size(); ++i) {
            if (same_[i]) continue;
            for (const auto& [language, words] : options_[i].label.all()) {
                const auto [first, is_new] = known.emplace(
                    std::pair(language, trimmed(words) + '\n' + options_[i].media.url +
                                            options_[i].media.bytes),
                    i);
                if (is_new) continue;
                reading_.warning(*nodes_[i], "same-words",
                                 "the " + what_ + " \"" + words +
                                     "\" has the same words as the one on line " +
                                     std::to_string(nodes_[first->second]->line) +
                                     ", so nobody can know which one they touch.",
                                 "Give each " + what_ + " words of its own.");
                break;
            }
        }
    }

    std::string name(std::size_t option) const {
        const auto& words = options_[option].label.all();
        return words.empty() ? "here" : "\"" + words.begin()->second + "\"";
    }

    const std::vector<AnswerOption>& options_;
    const std::vector<const Node*>& nodes_;
    Reading& reading_;
    const std::string& what_;
    std::vector<bool> same_;
};

}  // namespace

void check_told_apart(const std::vector<AnswerOption>& options,
                      const std::vector<const Node*>& nodes, Reading& reading,
                      const std::string& what) {
    OptionsCheck(options, nodes, reading, what).run();
}

}  // namespace candor::screening
