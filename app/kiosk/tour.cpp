#include "kiosk/tour.h"

#include <algorithm>
#include <sstream>

#include "base/log.h"
#include "base/scratch_folder.h"
#include "kiosk/kiosk.h"
#include "loop/tour.h"
#include "platform/headless/headless_sound.h"
#include "screens/reader/playback.h"
#include "screens/self_check/scale.h"
#include "screens/self_check/steps.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
using namespace screens;

constexpr std::int64_t kFrameMs = 17;
constexpr loop::WindowSize kPortrait{1080, 1920};

/// Goes through the screens as a person would, and keeps a picture of each.
class Walk {
  public:
    Walk(Kiosk& kiosk, platform::HeadlessWindow& window, std::int64_t& now_ms,
         const fs::path& folder)
        : kiosk_(kiosk),
          now_ms_(now_ms),
          tour_(folder, window,
                {[this] { settle(); }, [this]() -> const ui::Tree& { return kiosk_.tree(); }}) {}

    /// The exit status.
    int run() {
        attract();
        kiosk_.ask(Start{});
        if (visit().screen == Screen::out_of_order) {
            take("out-of-order");
            return tour_.status();
        }
        take("home");
        packs();
        if (!library()->packs.empty()) listening();
        sheets();
        if (!library()->packs.empty()) search();
        self_check();
        request();
        large_text();
        lowered();
        ending();
        return tour_.status();
    }

  private:
    const Visit& visit() const { return kiosk_.state().visit; }
    std::shared_ptr<const pack::Library> library() const { return kiosk_.state().catalog->library; }

    void take(const std::string& name) { tour_.take(name); }

    /// Turns until nothing moves or loads any more, twice: what arrived last is drawn then. Time
    /// goes by only where something moves.
    void settle() {
        for (int at_rest = 0; at_rest < 2;) {
            kiosk_.wait_until_loaded();
            kiosk_.turn({});
            at_rest = kiosk_.settled() ? at_rest + 1 : 0;
            if (at_rest == 0) now_ms_ += kFrameMs;
        }
    }

    void type(Field field, const std::string& text) {
        kiosk_.ask(FocusField{field, 1000});
        kiosk_.ask(TypeText{text});
    }

    void attract() {
        for (int slide = 0; slide < kSlides; ++slide) {
            kiosk_.ask(ShowSlide{slide});
            take("attract-" + std::to_string(slide + 1));
        }
    }

    void packs() {
        const auto shown = library();
        for (const pack::Pack& pack : shown->packs) {
            kiosk_.ask(OpenPack{pack.id});
            while (visit().screen == Screen::reader) {
                const ReadingPlace place = visit().reading.place;
                std::string name = "reader-" + pack.id + "-" + place.page;
                if (place.step > 0) name += "-step-" + std::to_string(place.step + 1);
                take(name);
                opened(pack, place);
                kiosk_.ask(NextPage{});
            }
        }
        take("home-read");
    }

    /// A page that is read aloud: its second sentence.
    void listening() {
        kiosk_.ask(OpenPack{library()->packs.front().id});
        kiosk_.ask(Listen{});
        settle();
        kiosk_.ask(SentenceHeard{});
        take("reader-listening");
        const ui::Contrast contrast = visit().contrast;
        kiosk_.ask(SetContrast{ui::Contrast::dark});
        kiosk_.ask(Listen{});
        settle();
        kiosk_.ask(SentenceHeard{});
        take("reader-listening-dark");
        kiosk_.ask(SetContrast{contrast});
        kiosk_.ask(GoHome{});
    }

    /// A page's questions answered and opened, where it has some.
    void opened(const pack::Pack& pack, const ReadingPlace& place) {
        const pack::Page* page = kiosk_.state().current_page();
        for (std::size_t i = 0; page != nullptr && i < page->blocks.size(); ++i) {
            const std::string key = pack.id + "/" + place.page + "/" + std::to_string(i);
            if (const auto* check = std::get_if<pack::QuickCheck>(&page->blocks[i].body)) {
                for (int choice = 0; choice < static_cast<int>(check->choices.size()); ++choice) {
                    kiosk_.ask(ChooseQuick{key, choice});
                    take("quick-check-" + pack.id + "-" + std::to_string(choice + 1));
                }
            }
            if (std::get_if<pack::Faq>(&page->blocks[i].body) != nullptr) {
                kiosk_.ask(ToggleAnswer{key + "/0"});
                take("faq-" + pack.id);
            }
            if (const auto* shown = std::get_if<pack::Options>(&page->blocks[i].body))
                options(pack, *shown);
            if (const auto* shown = std::get_if<pack::Sequence>(&page->blocks[i].body))
                sequence(key, *shown);
            if (const auto* list = std::get_if<pack::AskList>(&page->blocks[i].body))
                kiosk_.ask(ToggleTick{pack.id + "/" + list->items.front().id});
        }
    }

    /// Each of its keys, as it stands there.
    void sequence(const std::string& key, const pack::Sequence& shown) {
        const Timing timing(shown);
        for (std::size_t i = 0; i < shown.keys.size(); ++i) {
            const int there = timing.arrival(i);
            kiosk_.ask(PlaySequence{{key, there, there, now_ms_}});
            take("sequence-" + shown.id + "-" + std::to_string(i + 1));
        }
    }

    /// What matters, two options and then three side by side.
    void options(const pack::Pack& pack, const pack::Options& options) {
        const auto pick = [&](const pack::Option& option) {
            kiosk_.ask(TogglePick{pack.id + "/" + option.id});
        };
        const std::string name = "options-" + pack.id;
        switch (options.face) {
            case pack::OptionsFace::values:
                for (std::size_t i = 0; i < options.values.size(); i += 2)
                    kiosk_.ask(SetImportance{pack.id + "/" + options.values[i].id,
                                             i == 0 ? Importance::a_lot : Importance::somewhat});
                return take(name + "-values");
            case pack::OptionsFace::choices:
                pick(options.options[options.options.size() / 6]);
                pick(options.options.back());
                return take(name + "-picked");
            case pack::OptionsFace::side_by_side:
                pick(options.options.front());
                return take(name + "-three");
        }
    }

    void sheet(const std::string& name, const Sheet& sheet) {
        kiosk_.ask(OpenSheet{sheet});
        take("sheet-" + name);
        kiosk_.ask(CloseSheet{});
    }

    /// One that tells how strong its proof is, where the pack has such.
    static const pack::Source& telling_source(const pack::Pack& pack) {
        const auto found =
            std::find_if(pack.sources.begin(), pack.sources.end(), [](const pack::Source& source) {
                return source.strength.proof != pack::Proof::unsaid;
            });
        return found == pack.sources.end() ? pack.sources.front() : *found;
    }

    /// Of the first pack.
    void pack_sheets(const pack::Pack& pack) {
        kiosk_.ask(OpenPack{pack.id});
        if (!pack.terms.empty()) sheet("term", {SheetKind::term, pack.id, pack.terms.front().id});
        if (!pack.sources.empty())
            sheet("source", {SheetKind::source, pack.id, telling_source(pack).id});
        sheet("about-pack", {SheetKind::about_pack, pack.id, {}});
        kiosk_.ask(GoHome{});
        sheet("questions", {SheetKind::questions, {}, {}});
        sheet("take-home", {SheetKind::take_home, {}, {}});
    }

    void sheets() {
        const auto shown = library();
        if (!shown->packs.empty()) pack_sheets(shown->packs.front());
        sheet("ask-staff", {SheetKind::ask_staff, {}, {}});
        sheet("text-size", {SheetKind::text_size, {}, {}});
        if (kiosk_.state().catalog->languages.size() > 1)
            sheet("language", {SheetKind::language, {}, {}});
        sheet("finish", {SheetKind::finish, {}, {}});
    }

    /// The longest word of a page's title, in the language that is shown.
    std::string word_to_find() const {
        const auto& pages = library()->packs.front().pages_in(visit().language);
        std::istringstream title(pages.empty() ? "" : pages.front().title);
        std::string longest;
        for (std::string word; title >> word;)
            if (word.size() > longest.size()) longest = word;
        return longest;
    }

    void search() {
        kiosk_.ask(OpenSearch{});
        take("search");
        type(Field::search, word_to_find());
        take("search-found");
        kiosk_.ask(TypeText{"zzqx"});
        kiosk_.ask(FocusField{Field::none, 0});
        take("search-none");
        kiosk_.ask(GoHome{});
    }

    std::vector<Asked> asked() const {
        const auto all = steps(kiosk_.state().self_check()->outline, visit().check.response);
        const int here = find_step(all, visit().check.question);
        if (here < 0) return {};
        return all[static_cast<std::size_t>(here)].questions();
    }

    void self_check() {
        if (kiosk_.state().self_check() == nullptr) return;
        kiosk_.ask(BeginSelfCheck{});
        int guard = 0;
        while (!visit().check.question.empty() && ++guard < 100) {
            const std::string step = visit().check.question;
            for (const Asked& question : asked()) answer(question);
            take("self-check-" + step);
            kiosk_.ask(NextQuestion{});
            if (visit().check.question != step) continue;
            take("self-check-" + step + "-complaint");
            for (const Asked& question : asked()) kiosk_.ask(RatherNotSay{question.key});
            kiosk_.ask(NextQuestion{});
        }
        take("self-check-summary");
        kiosk_.ask(ShowGuidance{});
        take("guidance");
        sheet("for-the-doctor", {SheetKind::for_the_doctor, {}, {}});
        sheet("stop-check", {SheetKind::stop_check, {}, {}});
    }

    /// As a person would, with a look at what it is entered on.
    void answer(const Asked& question) {
        const screening::Item& item = *question.item;
        const std::string& id = question.key;
        const Entry entry = entry_of(item);
        if (entry != Entry::none && item.type != screening::ItemType::open_choice)
            take("self-check-" + id + "-untouched");
        if (entry == Entry::slider)
            kiosk_.ask(SetNumber{id, scale_of(item)->text(scale_of(item)->at(0.7F))});
        else if (entry == Entry::number)
            enter(question, Part::number, "12");
        else if (entry == Entry::words && item.options.empty())
            enter(question, Part::words, "ok");
        else if (entry == Entry::parts)
            for (const Part part : parts_of(item.type)) enter(question, part, "1984");
        else if (item.type == screening::ItemType::boolean)
            kiosk_.ask(ChooseAnswer{id, false});
        else if (item.options.size() > 1)
            kiosk_.ask(ChooseAnswer{id, item.options[1].value});
        else
            kiosk_.ask(RatherNotSay{id});
    }

    void enter(const Asked& question, Part part, const std::string& text) {
        kiosk_.ask(EnterAnswer{question.key, part, 0});
        const bool typed = part == Part::words || part == Part::number || part == Part::year;
        if (part == Part::words)
            kiosk_.ask(TypeText{text});
        else if (typed)
            for (const char key : text) kiosk_.ask(TypeText{std::string(1, key)});
        take("self-check-" + question.key + "-enter-" + std::to_string(static_cast<int>(part)));
        if (!typed) kiosk_.ask(PickPart{question.key, part, 10});
        kiosk_.ask(FocusField{Field::none, 0});
    }

    void request() {
        kiosk_.ask(OpenRequest{});
        take("request");
        kiosk_.ask(SendRequest{});
        take("request-incomplete");
        type(Field::first_name, "Elif");
        take("request-name");
        type(Field::phone, "+90 532 41");
        kiosk_.ask(SetBestTime{consult::BestTime::afternoon});
        take("request-phone");
        kiosk_.ask(FocusField{Field::email, 0});
        take("request-email");
        kiosk_.ask(FocusField{Field::own_words, 0});
        kiosk_.ask(KeyPressed{{ui::KeyboardResult::Kind::accents, "e"}});
        take("request-accents");
        kiosk_.ask(FocusField{Field::none, 0});
        kiosk_.ask(FocusField{Field::phone, 1000});
        kiosk_.ask(TypeText{"5 67 89"});
        kiosk_.ask(FocusField{Field::none, 0});
        kiosk_.ask(ToggleAgreed{});
        kiosk_.ask(SendRequest{});
        take(visit().screen == Screen::confirmation ? "confirmation" : "request-fault");
    }

    void large_text() {
        kiosk_.ask(GoHome{});
        for (const ui::TextSize size : {ui::TextSize::large, ui::TextSize::largest}) {
            const std::string name = size == ui::TextSize::large ? "large" : "largest";
            kiosk_.ask(SetTextSize{size});
            take("home-" + name);
            const auto shown = library();
            for (const pack::Pack& pack : shown->packs) {
                kiosk_.ask(OpenPack{pack.id});
                take("reader-" + name + "-" + pack.id);
            }
            if (kiosk_.state().self_check() != nullptr) {
                kiosk_.ask(BeginSelfCheck{});
                take("self-check-summary-" + name);
                kiosk_.ask(ShowGuidance{});
                take("guidance-" + name);
            }
            kiosk_.ask(OpenRequest{});
            kiosk_.ask(FocusField{Field::first_name, 0});
            take("request-" + name);
            kiosk_.ask(GoHome{});
        }
    }

    /// What is touched, brought down.
    void lowered() {
        kiosk_.ask(SetTextSize{ui::TextSize::normal});
        kiosk_.ask(GoHome{});
        kiosk_.ask(BringDown{true});
        take("home-lowered");
        const auto shown = library();
        if (!shown->packs.empty()) {
            kiosk_.ask(OpenPack{shown->packs.front().id});
            take("reader-lowered");
        }
        sheet("text-size-lowered", {SheetKind::text_size, {}, {}});
        kiosk_.ask(OpenRequest{});
        kiosk_.ask(FocusField{Field::first_name, 0});
        take("request-lowered");
        kiosk_.ask(GoHome{});
        kiosk_.ask(BringDown{false});
    }

    /// Until the kiosk asks whether anybody is there.
    void left_alone() {
        const std::int64_t patience = now_ms_ + 600'000;
        while (visit().sheet.kind != SheetKind::still_here && now_ms_ < patience) {
            now_ms_ += 1'000;
            kiosk_.turn({});
        }
    }

    void ending() {
        kiosk_.ask(SetTextSize{ui::TextSize::normal});
        left_alone();
        take("sheet-still-here");
        kiosk_.ask(FinishVisit{});
        take("finished");
    }

    Kiosk& kiosk_;
    std::int64_t& now_ms_;
    loop::Tour tour_;
};

}  // namespace

int render_tour(const Options& given) {
    if (!loop::prepare_tour(given.screens)) return 1;
    const auto scratch = base::ScratchFolder::in_temp("candor-tour");
    if (!scratch) {
        base::log(scratch.error());
        return 1;
    }
    Options options = given;
    options.languages = given.clinic_languages();
    options.clinic = given.state;
    options.state = scratch->path();
    options.sticks.clear();  // what is plugged in has no part in it
    options.reduced_motion = true;
    const auto size = options.size.value_or(kPortrait);
    platform::HeadlessWindow window(size.width, size.height);
    std::int64_t now_ms = 1'000'000;
    // Its time stands still: what is read aloud is never over.
    auto speaker = std::make_unique<speech::Speaker>(
        std::make_unique<platform::HeadlessSound>([] { return std::int64_t{0}; }),
        speech::tone_voice, [&window] { window.wake(); });
    auto kiosk = Kiosk::create(
        options, window, [&now_ms] { return now_ms; }, nullptr, std::move(speaker));
    if (!kiosk) {
        base::log(kiosk.error());
        return 1;
    }
    (*kiosk)->wait_until_loaded();
    return Walk(**kiosk, window, now_ms, given.screens).run();
}

}  // namespace candor::kiosk
