#include "screens/self_check/answer_inputs.h"

namespace candor::screens {

using screening::ItemType;

bool is_full(const Asking& at) {
    const std::size_t given = at.state.visit.response.values(at.key).size();
    return at.item.max_occurs && given >= static_cast<std::size_t>(*at.item.max_occurs);
}

namespace {

/// How many of the options to pick, where the question has a say in it.
std::string pick_hint(const Asking& at) {
    ui::Ui& ui = at.ui;
    if (!at.item.repeats) return ui.tr("check.pick-one");
    const int low = at.item.min_occurs.value_or(1), high = at.item.max_occurs.value_or(0);
    const std::string least = ui.strings().number(std::to_string(low));
    const std::string most = ui.strings().number(std::to_string(high));
    if (low > 1 && low == high) return ui.tr("check.pick-exactly", {{"n", least}});
    if (low > 1 && high > 0) return ui.tr("check.pick-between", {{"low", least}, {"high", most}});
    if (low > 1) return ui.tr("check.pick-at-least", {{"n", least}});
    if (high > 0) return ui.tr("check.pick-at-most", {{"n", most}});
    return ui.tr("check.pick-all");
}

}  // namespace

std::string hint_of(const Asking& at) {
    ui::Ui& ui = at.ui;
    const Entry entry = entry_of(at.item);
    if (adds_answers(at.item) && is_full(at)) return ui.tr("check.full");
    if (entry == Entry::slider) return ui.tr("check.slide");
    if (entry == Entry::number) return ui.tr("check.number");
    if (entry == Entry::parts) {
        if (at.item.type == ItemType::time) return ui.tr("check.pick-time");
        return ui.tr(at.item.type == ItemType::date ? "check.pick-date" : "check.pick-date-time");
    }
    if (entry == Entry::words && at.item.type != ItemType::open_choice) return ui.tr("check.type");
    return pick_hint(at);
}

}  // namespace candor::screens
