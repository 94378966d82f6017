#include <algorithm>

#include "screens/frame/apply.h"
#include "screens/self_check/drafts.h"

namespace candor::screens {
namespace {

/// Whether what is entered at that part can still become an answer.
bool takes(const screening::Item& item, Part part) {
    switch (entry_of(item)) {
        case Entry::words:
            return part == Part::words;
        case Entry::number:
            return part == Part::number;
        case Entry::parts: {
            const auto parts = parts_of(item.type);
            return std::find(parts.begin(), parts.end(), part) != parts.end();
        }
        default:
            return false;
    }
}

/// The keys go away with the question that they are for.
void fit_entry(State& state) {
    Typing& typing = state.visit.typing;
    Answering& check = state.visit.check;
    std::erase_if(check.drafts, [&](const auto& entry) { return !asked_item(state, entry.first); });
    for (auto& [key, draft] : check.drafts)
        if (draft.unit >= static_cast<int>(asked_item(state, key)->units.size())) draft.unit = -1;
    check.problems.clear();  // a complaint of the form that was
    if (typing.field != Field::answer) return;
    const screening::Item* item = asked_item(state, check.answering);
    const auto draft = check.drafts.find(check.answering);
    if (item != nullptr && draft != check.drafts.end() && takes(*item, check.part)) {
        typing.caret = std::min(typing.caret, draft->second.text.size());
        return;
    }
    typing.put_away();
    check.part = Part::words;
}

void fit_answers(State& state, const SelfCheck& form) {
    Answering& check = state.visit.check;
    screening::drop_unfit(form.outline, check.response);
    screening::drop_disabled(form.outline, check.response);
    fit_entry(state);
    const auto all = all_steps(state);
    forget_asked(check, all);
    if (find_step(all, more_id(check.changed_group)) < 0) check.changed_group.clear();
    if (check.question.empty()) return;
    const int here = find_step(all, check.question);
    if (here >= 0)  // of a page, where it stands on one now
        check.question = all[static_cast<std::size_t>(here)].id;
    else if (!all.empty())
        check.question = all.front().id;
}

bool leads_somewhere(const pack::Library& library, const std::string& language,
                     const pack::SearchHit& hit) {
    const pack::Pack* pack = library.find(hit.pack);
    return pack != nullptr && pack->page(language, hit.page) != nullptr;
}

void fit_reading(const State& state, Visit& visit) {
    const pack::Library& library = *state.catalog->library;
    std::erase_if(visit.search.hits, [&](pack::SearchHit& hit) {
        if (leads_somewhere(library, visit.language, hit)) return false;
        base::wipe(hit.snippet);
        return true;
    });
    visit.search.nearest.clear();
    std::erase_if(visit.reading.came_from,
                  [&](const ReadingPlace& place) { return library.find(place.pack) == nullptr; });
    if (const pack::Page* page = state.current_page())
        visit.reading.place.step =
            std::clamp(visit.reading.place.step, 0, std::max(0, step_count(*page) - 1));
}

}  // namespace

void renew(State& state, std::shared_ptr<const Catalog> catalog) {
    state.catalog = std::move(catalog);
    Visit& visit = state.visit;
    fit_reading(state, visit);
    // Without a self-check the answers wait: what is being written may be mended in a moment.
    const SelfCheck* form = state.self_check();
    if (form != nullptr && !visit.check.response.empty()) fit_answers(state, *form);
    if (form == nullptr && visit.typing.field == Field::answer) visit.typing.field = Field::none;
}

void open_preview(State& state, Services& services) {
    const Visit& visit = state.visit;
    const bool nowhere = visit.screen == Screen::attract ||
                         (visit.screen == Screen::reader && visit.reading.place.pack.empty());
    if (!nowhere) return;
    const auto& packs = state.catalog->library->packs;
    if (!packs.empty())
        apply(state, services, OpenPack{packs.front().id});
    else
        apply(state, services, BeginSelfCheck{});
    if (visit.screen == Screen::attract) state.visit.screen = Screen::reader;
}

}  // namespace candor::screens
