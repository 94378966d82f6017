#include "desk/shell/tour.h"

#include <algorithm>

#include "base/clock.h"
#include "base/files.h"
#include "desk/inbox/inbox_source.h"
#include "desk/shell/desk.h"
#include "desk/shell/log.h"
#include "platform/headless/headless_window.h"
#include "ui/tour_folder.h"

namespace candor::desk {
namespace {

// The tour has a calendar and a clock of its own, so that its pictures are the same each time.
constexpr const char* kTourMoment = "2026-11-25T12:00:00Z";

/// Goes through the pages as a person would, and keeps a picture of each.
class Tour {
  public:
    Tour(Desk& desk, platform::HeadlessWindow& window, const std::filesystem::path& folder)
        : desk_(desk), window_(window), folder_(folder) {}

    bool run() {
        desk_.settle();
        for (int page = 0; page < kPages && desk_.state().vault == Vault::open; ++page) {
            desk_.apply(ShowPage{static_cast<Page>(page)});
            take(name_of(static_cast<Page>(page)));
            requests();
            packs();
        }
        desk_.apply(LockNow{});
        take("locked");
        return good_;
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

    /// The packs, each open one, the preview's ways to look, and the dialogs; nothing is signed.
    void packs() {
        if (desk_.state().page != Page::packs) return;
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
            desk_.apply(StudioIntent{CloseDialog{}});
        }
        desk_.apply(StudioIntent{ClosePack{}});
    }

    void take(const std::string& name) {
        desk_.settle();
        const auto taken = folder_.take(name, window_.shown(), desk_.tree());
        if (!taken) log(taken.error());
        good_ = good_ && taken;
    }

    Desk& desk_;
    platform::HeadlessWindow& window_;
    ui::TourFolder folder_;
    bool good_ = true;
};

}  // namespace

int render_tour(const Options& given) {
    if (const auto folder = base::ensure_folder(given.screens); !folder) {
        log(folder.error());
        log("--screens: give a folder that can be written.");
        return 1;
    }
    base::hold_calendar(kTourMoment);
    Options options = given;
    options.sticks.clear();  // what is plugged in has no part in it
    options.reduced_motion = true;
    platform::HeadlessWindow window(options.width, options.height);
    std::int64_t now_ms = 0;
    auto desk = Desk::create(
        options, window, [&now_ms] { return ++now_ms; }, inbox_source(options));
    if (!desk) {
        log(desk.error());
        return 1;
    }
    return Tour(**desk, window, given.screens).run() ? 0 : 1;
}

}  // namespace candor::desk
