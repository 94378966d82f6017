#include <algorithm>

#include "screens/frame/intent.h"
#include "screens/self_check/steps.h"

namespace candor::screens {
namespace {

const screening::Item* question_of(const SelfCheck& check, const std::string& key) {
    const screening::Item* item = check.questionnaire.find(screening::link_id_of(key));
    return item != nullptr && screening::is_question(*item) ? item : nullptr;
}

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
void fit_entry(const SelfCheck& check, Visit& visit) {
    const auto gone = [&](const auto& entry) { return question_of(check, entry.first) == nullptr; };
    std::erase_if(visit.check.drafts, gone);
    for (auto& [key, draft] : visit.check.drafts)
        if (draft.unit >= static_cast<int>(question_of(check, key)->units.size())) draft.unit = -1;
    visit.check.problems.clear();  // a complaint of the form that was
    if (visit.typing.field != Field::answer) return;
    const screening::Item* item = question_of(check, visit.check.answering);
    const auto draft = visit.check.drafts.find(visit.check.answering);
    if (item != nullptr && draft != visit.check.drafts.end() && takes(*item, visit.check.part)) {
        visit.typing.caret = std::min(visit.typing.caret, draft->second.text.size());
        return;
    }
    visit.typing.put_away();
    visit.check.part = Part::words;
}

void fit_answers(const SelfCheck& check, Visit& visit) {
    screening::drop_unfit(check.outline, visit.check.response);
    screening::drop_disabled(check.outline, visit.check.response);
    fit_entry(check, visit);
    const auto all = steps(check.outline, visit.check.response);
    std::erase_if(visit.check.asked,
                  [&](const std::string& key) { return find_step(all, key) < 0; });
    if (find_step(all, more_id(visit.check.changed_group)) < 0) visit.check.changed_group.clear();
    if (visit.check.question.empty()) return;
    const int here = find_step(all, visit.check.question);
    if (here >= 0)
        visit.check.question =
            all[static_cast<std::size_t>(here)].id;  // of a page that it stands on now
    else if (!all.empty())
        visit.check.question = all.front().id;
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
    std::erase_if(visit.reading.came_from,
                  [&](const Place& place) { return library.find(place.pack) == nullptr; });
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
    if (const SelfCheck* check = state.self_check();
        check != nullptr && !visit.check.response.empty())
        fit_answers(*check, visit);
    if (state.self_check() == nullptr && visit.typing.field == Field::answer)
        visit.typing.field = Field::none;
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
