#include "screens/frame/state.h"

#include <algorithm>

#include <utility>

namespace candor::screens {

bool Visit::holds_something() const {
    return reading.holds_something() || check.holds_something() || request.holds_something();
}

void Visit::erase() {
    reading.erase();
    search.erase();
    check.erase();
    request.erase();
    staff.erase();
    hearing.erase();
    *this = Visit{};
}

const ui::Strings& State::strings() const {
    static const ui::Strings kNone;  // of a program whose assets are gone: keys stand for words
    const auto& all = catalog->strings;
    const auto found = all.find(visit.language);
    if (found != all.end()) return found->second;
    return all.empty() ? kNone : all.begin()->second;
}

const ui::Strings& State::strings_in(const std::string& language) const {
    const auto found = catalog->strings.find(language);
    return found == catalog->strings.end() ? strings() : found->second;
}

const pack::Pack* State::current_pack() const {
    return catalog->library->find(visit.reading.place.pack);
}

const pack::Page* State::current_page() const {
    const pack::Pack* pack = current_pack();
    return pack == nullptr ? nullptr : pack->page(visit.language, visit.reading.place.page);
}

const base::SecretString* State::edited() const {
    switch (visit.typing.field) {
        case Field::first_name:
            return &visit.request.form.first_name;
        case Field::phone:
            return &visit.request.form.phone;
        case Field::email:
            return &visit.request.form.email;
        case Field::own_words:
            return &visit.request.form.own_words;
        case Field::search:
            return &visit.search.words;
        case Field::answer:
            return visit.check.drafts.count(visit.check.answering) == 0
                       ? nullptr
                       : &visit.check.draft(visit.check.answering).text;
        case Field::answer_filter:
            return &visit.check.filter;
        case Field::staff_code:
            return &visit.staff.code;
        case Field::none:
            break;
    }
    return nullptr;
}

base::SecretString* State::edited() {
    return const_cast<base::SecretString*>(std::as_const(*this).edited());
}

void Typing::put_away() {
    field = Field::none;
    keyboard = {};
}

bool State::on_pad() const {
    return visit.typing.field == Field::answer && visit.check.part != Part::words;
}

namespace {

/// How much of an upright screen keys, the field that they write into and the bar need, in units of
/// its width (ui/theme.h): less would lay them over each other.
float share_for_keys(const State& state, int width_px, int height_px) {
    constexpr float kKeysFieldAndBar = 960, kSecondRowOfBar = 112, kUnits = 1080;
    const bool large = state.visit.text_size >= ui::TextSize::larger;
    const float height = static_cast<float>(height_px) * kUnits / static_cast<float>(width_px);
    return (kKeysFieldAndBar + (large ? kSecondRowOfBar : 0)) / height;
}

}  // namespace

float lowered_share(const State& state, int width_px, int height_px) {
    constexpr float kHalf = 0.5F, kMostOfUpright = 0.6F, kLeastOfWide = 0.2F, kMostOfWide = 0.25F;
    if (!state.visit.lowered) return 0;
    const float out = state.catalog->around.stand.out_of_reach();
    // A wide screen is low, and less of it could not hold the keyboard.
    if (width_px > height_px) return std::clamp(out, kLeastOfWide, kMostOfWide);
    const float share = std::clamp(out, kHalf, kMostOfUpright);
    if (state.visit.typing.field == Field::none) return share;
    return std::min(share, std::max(0.0F, 1 - share_for_keys(state, width_px, height_px)));
}

const pack::Pack* next_pack(const State& state) {
    const pack::Pack* current = state.current_pack();
    bool behind = false;
    for (const pack::Pack& pack : state.catalog->library->packs) {
        if (behind && !pack.pages_in(state.visit.language).empty()) return &pack;
        behind |= &pack == current;
    }
    return nullptr;
}

const pack::Steps* steps_of(const pack::Page& page) {
    for (const pack::Block& block : page.blocks)
        if (const auto* steps = std::get_if<pack::Steps>(&block.body)) return steps;
    return nullptr;
}

bool State::asks_in_vain() const {
    return visit.screen == Screen::request && !kiosk.takes_requests &&
           !visit.request.holds_something();
}

const ui::KeyboardLayouts* State::keyboard() const {
    const auto& all = catalog->keyboards;
    auto found = all.find(visit.language);
    if (found == all.end()) found = all.find(base::kFallbackLanguage);
    return found == all.end() ? nullptr : &found->second;
}

bool State::can_listen() const { return is_heard && !strings().rules().voice.empty(); }

bool State::at_rest() const {
    if (visit.screen == Screen::attract) return true;
    const auto& languages = catalog->languages;
    return visit.screen == Screen::out_of_order && visit.sheet.kind == SheetKind::none &&
           !visit.hearing.keypad && !visit.hearing.speaks_screen &&
           visit.text_size == ui::TextSize::normal && visit.contrast == first_contrast &&
           !visit.lowered && !visit.steady_touch && !visit.more_time &&
           (languages.empty() || visit.language == languages.front().code);
}

int step_count(const pack::Page& page) {
    const pack::Steps* steps = steps_of(page);
    return steps == nullptr ? 0 : static_cast<int>(steps->steps.size());
}

namespace {

/// The words of all questions of a pack that can be ticked, by their ids.
std::map<std::string, std::string> questions_in(const pack::Pack& pack,
                                                const std::string& language) {
    std::map<std::string, std::string> out;
    for (const pack::Page& page : pack.pages_in(language))
        for (const pack::Block& block : page.blocks)
            if (const auto* list = std::get_if<pack::AskList>(&block.body))
                for (const pack::AskItem& item : list->items)
                    out.emplace(item.id, pack::plain_text(item.text));
    return out;
}

}  // namespace

std::vector<consult::StaffText> ticked_questions(const State& state,
                                                 const std::string& staff_language) {
    const std::string& language = state.visit.language;
    std::vector<consult::StaffText> out;
    for (const pack::Pack& pack : state.catalog->library->packs) {
        auto for_staff = questions_in(pack, staff_language.empty() ? language : staff_language);
        for (const pack::Page& page : pack.pages_in(language)) {
            for (const pack::Block& block : page.blocks) {
                const auto* list = std::get_if<pack::AskList>(&block.body);
                if (list == nullptr) continue;
                for (const pack::AskItem& item : list->items) {
                    if (state.visit.reading.ticked.count(pack.id + "/" + item.id) == 0) continue;
                    const std::string read = pack::plain_text(item.text);
                    const std::string& staff = for_staff[item.id];
                    out.emplace_back(staff.empty() ? read : staff, read);
                }
            }
        }
    }
    return out;
}

bool is_of_pack(const std::set<std::string>& ids, const std::string& pack) {
    const auto first = ids.lower_bound(pack + "/");
    return first != ids.end() && first->starts_with(pack + "/");
}

std::vector<consult::StaffText> topics_read(const State& state, const std::string& staff_language) {
    const std::string& language = state.visit.language;
    std::vector<consult::StaffText> out;
    for (const pack::Pack& pack : state.catalog->library->packs) {
        if (is_of_pack(state.visit.reading.read, pack.id))
            out.emplace_back(pack.title.in(staff_language.empty() ? language : staff_language),
                             pack.title.in(language));
    }
    return out;
}

}  // namespace candor::screens
