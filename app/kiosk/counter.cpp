#include "kiosk/counter.h"

#include "base/log.h"

namespace candor::kiosk {
namespace {

using consult::Counted;
using screens::Screen;

bool is_between_visits(Screen screen) {
    return screen == Screen::attract || screen == Screen::staff || screen == Screen::out_of_order;
}

/// "pack/page/block" -> the block, if its choice is right.
bool answered_right(const pack::Page& page, const std::string& page_key,
                    const std::map<std::string, int>& choices) {
    for (const auto& block : page.blocks) {
        const auto* check = std::get_if<pack::QuickCheck>(&block.body);
        const auto chosen = choices.find(page_key + "/" + std::to_string(&block - &page.blocks[0]));
        if (check == nullptr || chosen == choices.end()) continue;
        const auto number = static_cast<std::size_t>(chosen->second);
        if (number < check->choices.size() && check->choices[number].right) return true;
    }
    return false;
}

}  // namespace

void Counter::look(const screens::State& state, Screen before) {
    const Screen now = state.visit.screen;
    if (is_between_visits(now)) return;
    if (is_between_visits(before)) mark(Counted::visit_started, {});
    if (now == Screen::guidance) mark(Counted::self_check_finished, {});
    if (now == Screen::reader) look_at_page(state);
    look_at_opinions(state);
}

/// Who thinks again has said one thing, not two.
void Counter::look_at_opinions(const screens::State& state) {
    for (const auto& [pack, clear] : state.visit.reading.found_clear) {
        mark(clear ? Counted::found_clear : Counted::found_unclear, pack);
        marks_.erase({clear ? Counted::found_unclear : Counted::found_clear, pack});
    }
}

void Counter::look_at_page(const screens::State& state) {
    const pack::Page* page = state.current_page();
    if (page == nullptr) return;
    const std::string key = state.visit.reading.place.pack + "/" + state.visit.reading.place.page;
    mark(Counted::page_opened, key);
    if (answered_right(*page, key, state.visit.reading.quick_choice))
        mark(Counted::quick_check_right, key);
}

void Counter::visit_ended(const std::string& day) {
    std::vector<consult::DayCount> counts;
    for (const auto& [what, page] : marks_) counts.push_back({day, what, page, 1});
    marks_.clear();
    if (counts.empty()) return;
    worker_.add([this, counts = std::move(counts)] { write(counts); });
}

void Counter::write(const std::vector<consult::DayCount>& counts) {
    auto file = consult::Counts::open(file_);
    const auto added = file ? (*file)->add(counts) : tl::unexpected(file.error());
    if (!added && !failed_) base::log(added.error());
    failed_ = !added;
}

}  // namespace candor::kiosk
