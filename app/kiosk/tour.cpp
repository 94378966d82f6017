#include "kiosk/tour.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/clock.h"
#include "base/files.h"
#include "kiosk/kiosk.h"
#include "kiosk/log.h"
#include "paint/picture_file.h"
#include "platform/headless/headless_window.h"
#include "screens/scale.h"
#include "screens/steps.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
using namespace screens;

/// Goes through the screens as a person would, and keeps a picture of each.
class Tour {
  public:
    Tour(Kiosk& kiosk, platform::HeadlessWindow& window, fs::path folder)
        : kiosk_(kiosk), window_(window), folder_(std::move(folder)) {}

    bool run() {
        attract();
        kiosk_.apply(Start{});
        if (kiosk_.state().visit.screen == Screen::out_of_order) {
            take("out-of-order");
            return good_;
        }
        take("home");
        packs();
        sheets();
        search();
        self_check();
        request();
        large_text();
        ending();
        return good_;
    }

  private:
    void take(const std::string& name) {
        settle();
        char number[16];
        std::snprintf(number, sizeof number, "%02d-", ++count_);
        const fs::path base = folder_ / (number + name);
        const auto png = paint::write_png(base.string() + ".png", window_.shown());
        const auto text = base::write_file_atomically(base.string() + ".txt",
                                                      ui::to_text(kiosk_.tree(), ui::Rects::with));
        if (!png) log(png.error());
        if (!text) log(text.error());
        good_ = good_ && png && text;
    }

    /// Turns until nothing moves or loads any more.
    void settle() {
        kiosk_.turn({});
        do {
            kiosk_.wait_until_loaded();
            kiosk_.turn({});
        } while (!kiosk_.settled());
        kiosk_.wait_until_loaded();
        kiosk_.turn({});
    }

    void type(Field field, const std::string& text) {
        kiosk_.apply(FocusField{field, 1000});
        kiosk_.apply(TypeText{text});
    }

    void attract() {
        for (int slide = 0; slide < kSlides; ++slide) {
            kiosk_.apply(ShowSlide{slide});
            take("attract-" + std::to_string(slide + 1));
        }
    }

    void packs() {
        const auto library = kiosk_.state().catalog->library;
        for (const pack::Pack& pack : library->packs) {
            kiosk_.apply(OpenPack{pack.id});
            while (kiosk_.state().visit.screen == Screen::reader) {
                const Place place = kiosk_.state().visit.place;
                std::string name = "reader-" + pack.id + "-" + place.page;
                if (place.step > 0) name += "-step-" + std::to_string(place.step + 1);
                take(name);
                opened(pack, place);
                kiosk_.apply(NextPage{});
            }
        }
        take("home-read");
    }

    /// A page's questions answered and opened, where it has some.
    void opened(const pack::Pack& pack, const Place& place) {
        const pack::Page* page = kiosk_.state().current_page();
        for (std::size_t i = 0; page != nullptr && i < page->blocks.size(); ++i) {
            const std::string key = pack.id + "/" + place.page + "/" + std::to_string(i);
            if (const auto* check = std::get_if<pack::QuickCheck>(&page->blocks[i].body)) {
                for (int choice = 0; choice < static_cast<int>(check->choices.size()); ++choice) {
                    kiosk_.apply(ChooseQuick{key, choice});
                    take("quick-check-" + pack.id + "-" + std::to_string(choice + 1));
                }
            }
            if (std::get_if<pack::Faq>(&page->blocks[i].body) != nullptr) {
                kiosk_.apply(ToggleAnswer{key + "/0"});
                take("faq-" + pack.id);
            }
            if (const auto* list = std::get_if<pack::AskList>(&page->blocks[i].body))
                kiosk_.apply(ToggleTick{pack.id + "/" + list->items.front().id});
        }
    }

    void sheet(const std::string& name, const Sheet& sheet) {
        kiosk_.apply(OpenSheet{sheet});
        take("sheet-" + name);
        kiosk_.apply(CloseSheet{});
    }

    void sheets() {
        const auto library = kiosk_.state().catalog->library;
        const pack::Pack& pack = library->packs.front();
        kiosk_.apply(OpenPack{pack.id});
        if (!pack.terms.empty()) sheet("term", {SheetKind::term, pack.id, pack.terms.front().id});
        if (!pack.sources.empty())
            sheet("source", {SheetKind::source, pack.id, pack.sources.front().id});
        sheet("about-pack", {SheetKind::about_pack, pack.id, {}});
        kiosk_.apply(GoHome{});
        sheet("ask-staff", {SheetKind::ask_staff, {}, {}});
        sheet("questions", {SheetKind::questions, {}, {}});
        sheet("text-size", {SheetKind::text_size, {}, {}});
        if (kiosk_.state().catalog->languages.size() > 1)
            sheet("language", {SheetKind::language, {}, {}});
        sheet("finish", {SheetKind::finish, {}, {}});
    }

    void search() {
        kiosk_.apply(OpenSearch{});
        take("search");
        type(Field::search, "plat");
        take("search-found");
        kiosk_.apply(TypeText{"zzqx"});
        kiosk_.apply(FocusField{Field::none, 0});
        take("search-none");
        kiosk_.apply(GoHome{});
    }

    const Visit& visit() const { return kiosk_.state().visit; }
    std::vector<Asked> asked() const {
        const auto all = steps(kiosk_.state().catalog->self_check->outline, visit().response);
        const int here = find_step(all, visit().question);
        if (here < 0) return {};
        return all[static_cast<std::size_t>(here)].questions();
    }

    void self_check() {
        if (!kiosk_.state().catalog->self_check) return;
        kiosk_.apply(BeginSelfCheck{});
        int guard = 0;
        while (!visit().question.empty() && ++guard < 100) {
            const std::string step = visit().question;
            for (const Asked& question : asked()) answer(question);
            take("self-check-" + step);
            kiosk_.apply(NextQuestion{});
            if (visit().question != step) continue;
            take("self-check-" + step + "-complaint");
            for (const Asked& question : asked()) kiosk_.apply(RatherNotSay{question.key});
            kiosk_.apply(NextQuestion{});
        }
        take("self-check-summary");
        kiosk_.apply(ShowGuidance{});
        take("guidance");
    }

    /// As a person would, with a look at what it is entered on.
    void answer(const Asked& question) {
        const screening::Item& item = *question.item;
        const std::string& id = question.key;
        const Entry entry = entry_of(item);
        if (entry != Entry::none && item.type != screening::ItemType::open_choice)
            take("self-check-" + id + "-untouched");
        if (entry == Entry::slider)
            kiosk_.apply(SetNumber{id, scale_of(item)->text(scale_of(item)->at(0.7F))});
        else if (entry == Entry::number)
            enter(question, Part::number, "12");
        else if (entry == Entry::words && item.options.empty())
            enter(question, Part::words, "ok");
        else if (entry == Entry::parts)
            for (const Part part : parts_of(item.type)) enter(question, part, "1984");
        else if (item.type == screening::ItemType::boolean)
            kiosk_.apply(ChooseAnswer{id, false});
        else if (item.options.size() > 1)
            kiosk_.apply(ChooseAnswer{id, item.options[1].value});
        else
            kiosk_.apply(RatherNotSay{id});
    }

    void enter(const Asked& question, Part part, const std::string& text) {
        kiosk_.apply(EnterAnswer{question.key, part, 0});
        const bool typed = part == Part::words || part == Part::number || part == Part::year;
        if (part == Part::words)
            kiosk_.apply(TypeText{text});
        else if (typed)
            for (const char key : text) kiosk_.apply(TypeText{std::string(1, key)});
        take("self-check-" + question.key + "-enter-" + std::to_string(static_cast<int>(part)));
        if (!typed) kiosk_.apply(PickPart{question.key, part, 10});
        kiosk_.apply(FocusField{Field::none, 0});
    }

    void request() {
        kiosk_.apply(OpenRequest{});
        take("request");
        kiosk_.apply(SendRequest{});
        take("request-incomplete");
        type(Field::first_name, "Elif");
        take("request-name");
        type(Field::phone, "+90 532 41");
        kiosk_.apply(SetBestTime{consult::BestTime::afternoon});
        take("request-phone");
        kiosk_.apply(FocusField{Field::email, 0});
        take("request-email");
        kiosk_.apply(FocusField{Field::own_words, 0});
        kiosk_.apply(KeyPressed{{ui::KeyboardResult::Kind::accents, "e"}});
        take("request-accents");
        kiosk_.apply(FocusField{Field::none, 0});
        kiosk_.apply(FocusField{Field::phone, 1000});
        kiosk_.apply(TypeText{"5 67 89"});
        kiosk_.apply(FocusField{Field::none, 0});
        kiosk_.apply(ToggleAgreed{});
        kiosk_.apply(SendRequest{});
        take(kiosk_.state().visit.screen == Screen::confirmation ? "confirmation"
                                                                 : "request-fault");
    }

    void large_text() {
        kiosk_.apply(GoHome{});
        for (const ui::TextSize size : {ui::TextSize::large, ui::TextSize::largest}) {
            const std::string name = size == ui::TextSize::large ? "large" : "largest";
            kiosk_.apply(SetTextSize{size});
            take("home-" + name);
            const auto library = kiosk_.state().catalog->library;
            for (const pack::Pack& pack : library->packs) {
                kiosk_.apply(OpenPack{pack.id});
                take("reader-" + name + "-" + pack.id);
            }
            kiosk_.apply(BeginSelfCheck{});
            take("self-check-summary-" + name);
            kiosk_.apply(ShowGuidance{});
            take("guidance-" + name);
            kiosk_.apply(OpenRequest{});
            kiosk_.apply(FocusField{Field::first_name, 0});
            take("request-" + name);
            kiosk_.apply(GoHome{});
        }
    }

    void ending() {
        kiosk_.apply(SetTextSize{ui::TextSize::normal});
        kiosk_.apply(OpenSheet{{SheetKind::still_here, {}, {}}});
        take("sheet-still-here");
        kiosk_.apply(FinishVisit{});
        take("finished");
    }

    Kiosk& kiosk_;
    platform::HeadlessWindow& window_;
    fs::path folder_;
    int count_ = 0;
    bool good_ = true;
};

/// A state folder for this run alone.
class ScratchFolder {
  public:
    ScratchFolder() {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "candor-tour-XXXXXX").string();
        if (::mkdtemp(name.data()) != nullptr) path_ = name;
    }
    ~ScratchFolder() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

}  // namespace

int render_tour(const Options& given) {
    if (const auto folder = base::ensure_folder(given.screens); !folder) {
        log(folder.error());
        log("--screens: give a folder that can be written.");
        return 1;
    }
    const ScratchFolder scratch;
    Options options = given;
    options.state = scratch.path();
    options.reduced_motion = true;
    if (options.width == 0) options.width = 1080;
    if (options.height == 0) options.height = 1920;
    platform::HeadlessWindow window(options.width, options.height);
    auto kiosk = Kiosk::create(options, window, base::monotonic_ms);
    if (!kiosk) {
        log(kiosk.error());
        return 1;
    }
    (*kiosk)->wait_until_loaded();
    return Tour(**kiosk, window, given.screens).run() ? 0 : 1;
}

}  // namespace candor::kiosk
