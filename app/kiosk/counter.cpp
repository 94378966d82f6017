#include "kiosk/counter.h"

#include "base/last_catch.h"
#include "kiosk/log.h"

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

Counter::Counter(std::filesystem::path file) : file_(std::move(file)), thread_([this] { run(); }) {}

Counter::~Counter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Counter::look(const screens::State& state, Screen before) {
    const Screen now = state.visit.screen;
    if (is_between_visits(now)) return;
    if (is_between_visits(before)) mark(Counted::visit_started, {});
    if (now == Screen::guidance) mark(Counted::self_check_finished, {});
    if (now == Screen::reader) look_at_page(state);
}

void Counter::look_at_page(const screens::State& state) {
    const pack::Page* page = state.current_page();
    if (page == nullptr) return;
    const std::string key = state.visit.place.pack + "/" + state.visit.place.page;
    mark(Counted::page_opened, key);
    if (answered_right(*page, key, state.visit.quick_choice)) mark(Counted::quick_check_right, key);
}

void Counter::visit_ended(const std::string& day) {
    std::vector<consult::DayCount> counts;
    for (const auto& [what, page] : marks_) counts.push_back({day, what, page, 1});
    marks_.clear();
    if (counts.empty()) return;
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(counts));
    }
    wake_.notify_all();
}

void Counter::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        const auto visits = std::move(waiting_);
        waiting_.clear();
        if (visits.empty()) return;
        lock.unlock();
        for (const auto& counts : visits) base::run_contained("counts", [&] { write(counts); });
        lock.lock();
    }
}

void Counter::write(const std::vector<consult::DayCount>& counts) {
    auto file = consult::Counts::open(file_);
    const auto added = file ? (*file)->add(counts) : tl::unexpected(file.error());
    if (!added && !failed_) log(added.error());
    failed_ = !added;
}

}  // namespace candor::kiosk
