#include "screens/self_check/answer_inputs.h"
#include "screens/self_check/wording.h"

namespace candor::screens {

using screening::ItemType;

bool is_full(const State& state, const Question& question) {
    const std::size_t given = state.visit.check.response.values(question.key).size();
    const auto most = question.item.max_occurs;
    return most && given >= static_cast<std::size_t>(*most);
}

namespace {

/// How many of the options to pick, where the question has a say in it.
std::string pick_hint(const Drawing& at, const screening::Item& item) {
    ui::Ui& ui = at.ui;
    if (!item.repeats) return ui.tr("check.pick-one");
    const int low = item.min_occurs.value_or(1), high = item.max_occurs.value_or(0);
    const std::string least = ui.strings().number(std::to_string(low));
    const std::string most = ui.strings().number(std::to_string(high));
    if (low > 1 && low == high) return ui.tr("check.pick-exactly", {{"n", least}});
    if (low > 1 && high > 0) return ui.tr("check.pick-between", {{"low", least}, {"high", most}});
    if (low > 1) return ui.tr("check.pick-at-least", {{"n", least}});
    if (high > 0) return ui.tr("check.pick-at-most", {{"n", most}});
    return ui.tr("check.pick-all");
}

}  // namespace

namespace {

/// How much it may be, before anybody is told that it was too much.
std::string limits_hint(const Drawing& at, const screening::Item& item) {
    const auto [low, high] = limits_text(item, at.ui.strings());
    if (low.empty() && high.empty()) return {};
    if (high.empty()) return at.tr("check.at-least", {{"low", low}});
    if (low.empty()) return at.tr("check.at-most", {{"high", high}});
    return at.tr("check.from-to", {{"low", low}, {"high", high}});
}

std::string how_to_answer(const Drawing& at, const Question& question) {
    const screening::Item& item = question.item;
    const Entry entry = entry_of(item);
    if (entry == Entry::slider) return at.tr("check.slide");
    if (entry == Entry::number) return at.tr("check.number") + " " + at.tr("check.rough-guess");
    if (entry == Entry::parts) {
        if (item.type == ItemType::time) return at.tr("check.pick-time");
        return at.tr(item.type == ItemType::date ? "check.pick-date" : "check.pick-date-time");
    }
    const bool words =
        entry == Entry::words && (item.type != ItemType::open_choice || item.options.empty());
    return words ? at.tr("check.type") : pick_hint(at, item);
}

}  // namespace

std::string hint_of(const Drawing& at, const Question& question) {
    const screening::Item& item = question.item;
    if (adds_answers(item) && is_full(at.state, question)) return at.tr("check.full");
    // Twenty times "Pick one." says nothing: round choices in a row say it.
    const bool plain = question.in_table && !item.repeats && entry_of(item) == Entry::none;
    std::string hint = plain ? std::string() : how_to_answer(at, question);
    const Entry entry = entry_of(item);
    if (entry == Entry::number || entry == Entry::parts)
        if (const std::string limits = limits_hint(at, item); !limits.empty()) hint += " " + limits;
    if (item.required && !question.alone)
        hint += (hint.empty() ? "" : " ") + at.tr("check.required");
    return hint;
}

}  // namespace candor::screens
