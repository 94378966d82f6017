#include "screens/reader/apply_reading.h"

#include <algorithm>

namespace candor::screens {
namespace {

/// The index of the page on screen; -1: none.
int page_index(const State& state) {
    const pack::Pack* pack = state.current_pack();
    if (pack == nullptr) return -1;
    const auto& pages = pack->pages_in(state.visit.language);
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const pack::Page& page) {
        return page.id == state.visit.reading.place.page;
    });
    return found == pages.end() ? -1 : static_cast<int>(found - pages.begin());
}

/// In the person's language, or in any where it has none: the reader says so then.
std::string first_page(const pack::Pack& pack, const std::string& language) {
    if (const auto& pages = pack.pages_in(language); !pages.empty()) return pages.front().id;
    for (const auto& [_, pages] : pack.pages)
        if (!pages.empty()) return pages.front().id;
    return {};
}

void toggle(std::set<std::string>& set, const std::string& id) {
    if (set.erase(id) == 0) set.insert(id);
}

}  // namespace

void ApplyReading::show_place(ReadingPlace place) const {
    show(Screen::reader);
    state.visit.reading.place = std::move(place);
    state.visit.reading.look_at_place();
    state.visit.reading.playing = {};
}

void ApplyReading::operator()(const OpenPack& intent) const {
    const pack::Pack* pack = state.catalog->library->find(intent.pack);
    if (pack == nullptr) return;
    state.visit.reading.came_from.clear();
    show_place({intent.pack, first_page(*pack, state.visit.language), 0, -1});
}

void ApplyReading::operator()(const OpenPlace& intent) const {
    if (state.catalog->library->find(intent.place.pack) == nullptr) return;
    if (state.visit.screen == Screen::reader)
        state.visit.reading.came_from.push_back(state.visit.reading.place);
    const ReadingPlace& place = intent.place;
    if (place.item >= 0)
        state.visit.reading.open_answers.insert(place.pack + "/" + place.page + "/" +
                                                std::to_string(place.block) + "/" +
                                                std::to_string(place.item));
    show_place(place);
}

void ApplyReading::operator()(const NextPage&) const {
    Visit& visit = state.visit;
    const pack::Page* page = state.current_page();
    if (page == nullptr) return ask(GoHome{});
    if (visit.reading.place.step + 1 < step_count(*page))
        return (*this)(ShowStep{visit.reading.place.step + 1});
    visit.reading.read.insert(visit.reading.place.pack + "/" + visit.reading.place.page);
    const auto& pages = state.current_pack()->pages_in(visit.language);
    const auto next = static_cast<std::size_t>(page_index(state) + 1);
    if (next >= pages.size()) return ask(GoHome{});
    show_place({visit.reading.place.pack, pages[next].id, 0, -1});
}

void ApplyReading::operator()(const NextTopic&) const {
    Browsing& reading = state.visit.reading;
    reading.read.insert(reading.place.pack + "/" + reading.place.page);
    const pack::Pack* next = next_pack(state);
    if (next == nullptr) return ask(GoHome{});
    (*this)(OpenPack{next->id});
}

void ApplyReading::operator()(const PreviousPage&) const {
    Visit& visit = state.visit;
    if (visit.reading.place.step > 0) return (*this)(ShowStep{visit.reading.place.step - 1});
    const int index = page_index(state);
    if (index <= 0) return ask(GoHome{});
    const pack::Page& page =
        state.current_pack()->pages_in(visit.language)[static_cast<std::size_t>(index - 1)];
    show_place({visit.reading.place.pack, page.id, std::max(0, step_count(page) - 1), -1});
}

void ApplyReading::operator()(const ShowStep& intent) const {
    ReadingPlace& place = state.visit.reading.place;
    place.step = intent.step;
    place.block = place.item = -1;  // the step is looked at instead
    services.reset_scroll("main");
}

void ApplyReading::operator()(const ToggleTick& intent) const {
    toggle(state.visit.reading.ticked, intent.id);
}

void ApplyReading::operator()(const ChooseQuick& intent) const {
    state.visit.reading.quick_choice[intent.id] = intent.choice;
    state.visit.reading.look_at_place();
    state.visit.reading.told = intent.id;
}

void ApplyReading::operator()(const SayWhetherClear& intent) const {
    if (state.current_pack() != nullptr)
        state.visit.reading.found_clear[state.current_pack()->id] = intent.clear;
}

void ApplyReading::operator()(const LookAtBlock& intent) const {
    Browsing& reading = state.visit.reading;
    reading.look_at_place();
    reading.looked_at = intent.block;
    ++reading.looks;
}

void ApplyReading::operator()(const ToggleAnswer& intent) const {
    toggle(state.visit.reading.open_answers, intent.id);
}

void ApplyReading::operator()(const PlaySequence& intent) const {
    Browsing& reading = state.visit.reading;
    reading.playing = intent.playback;
    reading.look_at_place();
    reading.place.block = reading.place.item = -1;  // its pictures are looked at instead
}

void ApplyReading::operator()(const OpenSearch&) const { show(Screen::search); }

void search_again(State& state, Services& services) {
    Visit& visit = state.visit;
    visit.search.hits = services.search(visit.language, visit.search.words.view());
    visit.search.nearest.clear();
    if (visit.search.hits.empty())
        visit.search.nearest = services.nearest_words(visit.language, visit.search.words.view());
    services.reset_scroll("main");
}

void ApplyReading::operator()(const SearchFor& intent) const {
    Visit& visit = state.visit;
    if (visit.screen != Screen::search || !visit.search.words.assign(intent.word)) return;
    visit.typing.put_away();
    search_again(state, services);
}

}  // namespace candor::screens
