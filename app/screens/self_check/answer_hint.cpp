#include "screens/self_check/answer_inputs.h"

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

std::string hint_of(const Drawing& at, const Question& question) {
    ui::Ui& ui = at.ui;
    const screening::Item& item = question.item;
    const Entry entry = entry_of(item);
    if (adds_answers(item) && is_full(at.state, question)) return ui.tr("check.full");
    if (entry == Entry::slider) return ui.tr("check.slide");
    if (entry == Entry::number) return ui.tr("check.number");
    if (entry == Entry::parts) {
        if (item.type == ItemType::time) return ui.tr("check.pick-time");
        return ui.tr(item.type == ItemType::date ? "check.pick-date" : "check.pick-date-time");
    }
    if (entry == Entry::words && item.type != ItemType::open_choice) return ui.tr("check.type");
    return pick_hint(at, item);
}

}  // namespace candor::screens
