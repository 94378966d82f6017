#include "desk/shell/tour.h"

#include <algorithm>

#include "base/log.h"
#include "desk/inbox/inbox_source.h"
#include "desk/shell/desk.h"
#include "loop/tour.h"

namespace candor::desk {
namespace {

/// Goes through the pages as a person would, and keeps a picture of each.
class Walk {
  public:
    Walk(Desk& desk, platform::HeadlessWindow& window, const std::filesystem::path& folder)
        : desk_(desk),
          tour_(
              folder, window,
              {[this] { desk_.settle(); }, [this]() -> const ui::Tree& { return desk_.tree(); }}) {}

    /// The exit status.
    int run() {
        desk_.settle();
        for (int page = 0; page < kPages && desk_.state().vault == Vault::open; ++page) {
            desk_.apply(ShowPage{static_cast<Page>(page)});
            take(name_of(static_cast<Page>(page)));
            requests();
            packs();
        }
        desk_.apply(LockNow{});
        take("locked");
        return tour_.status();
    }

  private:
    /// Each kind of request once, the menus, and a search; nothing is changed in the inbox.
    void requests() {
        if (!progress_of(desk_.state().page) || desk_.state().inbox.shown.empty()) return;
        const std::string page = name_of(desk_.state().page);
        const Entries shown = desk_.state().inbox.shown;
        const std::size_t count = std::min<std::size_t>(shown.size(), 4);
        for (std::size_t i = 0; i < count; ++i) {
            desk_.apply(SelectRequest{shown[i]->row.request.id});
            take(page + "-request-" + std::to_string(i + 1));
        }
        desk_.apply(OpenMenu{Menu::best_time});
        take(page + "-best-time");
        desk_.apply(OpenMenu{Menu::language});
        take(page + "-language");
        desk_.apply(OpenMenu{Menu::none});
        desk_.apply(EditField{Field::search, {ui::Edit::Kind::type, "zzzz", 0, false}});
        take(page + "-nothing-found");
        desk_.apply(ClearFilters{});
    }

    /// The packs, the list to choose their folder from, each open one, the preview's ways to look,
    /// and the dialogs; nothing is signed.
    void packs() {
        if (desk_.state().page != Page::packs) return;
        pick(Field::pack_path, "packs-picker");
        for (const PackHead& head : std::vector<PackHead>(desk_.state().studio.packs)) {
            desk_.apply(StudioIntent{OpenPackFolder{head.folder}});
            take("pack-" + head.id);
        }
        if (desk_.state().studio.packs.empty()) return;
        desk_.apply(StudioIntent{OpenPackFolder{desk_.state().studio.packs.front().folder}});
        desk_.settle();
        desk_.apply(StudioIntent{PreviewText{ui::TextSize::largest}});
        desk_.apply(StudioIntent{TurnPreview{}});
        take("pack-landscape");
        desk_.apply(StudioIntent{TurnPreview{}});
        desk_.apply(StudioIntent{PreviewText{ui::TextSize::normal}});
        if (!desk_.state().studio.opened->findings.empty())
            desk_.apply(StudioIntent{ShowFinding{0}});
        take("pack-finding");
        for (const Dialog dialog : {Dialog::sign, Dialog::put}) {
            desk_.apply(StudioIntent{OpenDialog{dialog}});
            take(dialog == Dialog::sign ? "pack-sign" : "pack-put");
            if (dialog == Dialog::put) pick(Field::put_package, "pack-put-picker");
            desk_.apply(StudioIntent{CloseDialog{}});
        }
        desk_.apply(StudioIntent{ClosePack{}});
    }

    /// The list of files for that field; nothing is chosen.
    void pick(Field field, const std::string& name) {
        desk_.apply(PickerIntent{OpenPicker{field}});
        take(name);
        desk_.apply(PickerIntent{ClosePicker{}});
    }

    void take(const std::string& name) { tour_.take(name); }

    Desk& desk_;
    loop::Tour tour_;
};

}  // namespace

int render_tour(const Options& given) {
    if (!loop::prepare_tour(given.screens)) return 1;
    Options options = given;
    options.sticks.clear();  // what is plugged in has no part in it
    options.reduced_motion = true;
    const auto size = options.size.value_or(kUsualSize);
    platform::HeadlessWindow window(size.width, size.height);
    std::int64_t now_ms = 0;
    auto desk = Desk::create(
        options, window, [&now_ms] { return ++now_ms; }, inbox_source(options));
    if (!desk) {
        base::log(desk.error());
        return 1;
    }
    return Walk(**desk, window, given.screens).run();
}

}  // namespace candor::desk
