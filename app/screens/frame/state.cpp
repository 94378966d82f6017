#include "screens/frame/state.h"

namespace candor::screens {

const char* name_of(Screen screen) {
    switch (screen) {
        case Screen::attract:
            return "attract";
        case Screen::home:
            return "home";
        case Screen::reader:
            return "reader";
        case Screen::search:
            return "search";
        case Screen::self_check:
            return "self-check";
        case Screen::guidance:
            return "guidance";
        case Screen::request:
            return "request";
        case Screen::confirmation:
            return "confirmation";
        case Screen::staff:
            return "staff";
        case Screen::out_of_order:
            return "out-of-order";
    }
    return "out-of-order";
}

const char* name_of(SheetKind sheet) {
    switch (sheet) {
        case SheetKind::none:
            return "";
        case SheetKind::term:
            return "term";
        case SheetKind::source:
            return "source";
        case SheetKind::ask_staff:
            return "ask-staff";
        case SheetKind::questions:
            return "questions";
        case SheetKind::language:
            return "language";
        case SheetKind::text_size:
            return "text-size";
        case SheetKind::finish:
            return "finish";
        case SheetKind::still_here:
            return "still-here";
        case SheetKind::about_pack:
            return "about-pack";
        case SheetKind::options:
            return "options";
        case SheetKind::for_the_doctor:
            return "for-the-doctor";
    }
    return "";
}

bool Visit::holds_something() const {
    return !response.empty() || !drafts.empty() || !choosing.matters.empty() ||
           !form.first_name.empty() || !form.phone.empty() || !form.email.empty() ||
           !form.own_words.empty();
}

void Visit::erase() {
    response.erase();
    drafts.clear();
    form.clear();
    search_words.clear();
    staff.code.clear();
    for (pack::SearchHit& hit : hits) base::wipe(hit.snippet);
    *this = Visit{};
}

const ui::Strings& State::strings() const {
    static const ui::Strings kNone;  // of a program whose assets are gone: keys stand for words
    const auto& all = catalog->strings;
    const auto found = all.find(visit.language);
    if (found != all.end()) return found->second;
    return all.empty() ? kNone : all.begin()->second;
}

const pack::Pack* State::current_pack() const { return catalog->library->find(visit.place.pack); }

const pack::Page* State::current_page() const {
    const pack::Pack* pack = current_pack();
    return pack == nullptr ? nullptr : pack->page(visit.language, visit.place.page);
}

const base::SecretString* State::edited() const {
    switch (visit.field) {
        case Field::first_name:
            return &visit.form.first_name;
        case Field::phone:
            return &visit.form.phone;
        case Field::email:
            return &visit.form.email;
        case Field::own_words:
            return &visit.form.own_words;
        case Field::search:
            return &visit.search_words;
        case Field::answer:
            return visit.drafts.count(visit.answering) == 0 ? nullptr
                                                            : &draft(visit.answering).text;
        case Field::staff_code:
            return &visit.staff.code;
        case Field::none:
            break;
    }
    return nullptr;
}

const Draft& State::draft(const std::string& key) const {
    static const Draft kNone;
    const auto found = visit.drafts.find(key);
    return found == visit.drafts.end() ? kNone : found->second;
}

bool State::on_pad() const { return visit.field == Field::answer && visit.part != Part::words; }

const pack::Steps* steps_of(const pack::Page& page) {
    for (const pack::Block& block : page.blocks)
        if (const auto* steps = std::get_if<pack::Steps>(&block.body)) return steps;
    return nullptr;
}

bool State::asks_in_vain() const {
    const consult::ContactForm& form = visit.form;
    const bool typed = !form.first_name.empty() || !form.phone.empty() || !form.email.empty() ||
                       !form.own_words.empty();
    return visit.screen == Screen::request && !kiosk.takes_requests && !typed;
}

bool State::at_rest() const {
    if (visit.screen == Screen::attract) return true;
    const auto& languages = catalog->languages;
    return visit.screen == Screen::out_of_order && visit.sheet.kind == SheetKind::none &&
           visit.text_size == ui::TextSize::normal &&
           (languages.empty() || visit.language == languages.front().code);
}

int step_count(const pack::Page& page) {
    const pack::Steps* steps = steps_of(page);
    return steps == nullptr ? 0 : static_cast<int>(steps->steps.size());
}

std::vector<std::string> ticked_questions(const State& state) {
    std::vector<std::string> out;
    for (const pack::Pack& pack : state.catalog->library->packs) {
        for (const pack::Page& page : pack.pages_in(state.visit.language)) {
            for (const pack::Block& block : page.blocks) {
                const auto* list = std::get_if<pack::AskList>(&block.body);
                if (list == nullptr) continue;
                for (const pack::AskItem& item : list->items) {
                    if (state.visit.ticked.count(pack.id + "/" + item.id) > 0)
                        out.push_back(pack::plain_text(item.text));
                }
            }
        }
    }
    return out;
}

std::vector<std::string> topics_read(const State& state) {
    std::vector<std::string> out;
    for (const pack::Pack& pack : state.catalog->library->packs) {
        const auto first = state.visit.read.lower_bound(pack.id + "/");
        if (first != state.visit.read.end() && first->starts_with(pack.id + "/"))
            out.push_back(pack.title.in(state.visit.language));
    }
    return out;
}

}  // namespace candor::screens
