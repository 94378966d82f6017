#include "desk/studio/studio_work.h"

#include <algorithm>
#include <utility>

#include "base/log.h"
#include "base/mounts.h"
#include "content/languages.h"
#include "desk/shell/open_folder.h"
#include "pack/package/policy.h"
#include "pack/page/form_pictures.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;

/// The words and languages of the kiosk's screens.
std::shared_ptr<const content::Catalog> load_catalog(const Options& options) {
    auto catalog = content::load_whole_interface(
        content::language_places(options), options.language,
        {[](const base::Fault& fault) { base::log(fault); },
         [](const base::Finding& finding) { base::log(base::to_line(finding)); }});
    if (catalog) return *catalog;
    base::log(catalog.error());
    return std::make_shared<content::Catalog>();
}

}  // namespace

StudioWork::StudioWork(const Options& options, Studio& studio, Calls calls)
    : options_(options),
      studio_(studio),
      calls_(std::move(calls)),
      worker_([this] { calls_.wake(); }) {
    studio_.root = options_.packs.empty() ? options_.content : options_.packs;
    studio_.state = options_.state;
    studio_.preview.language = options_.language;
}

StudioWork::~StudioWork() { watch_.reset(); }

const content::Catalog& StudioWork::catalog() {
    if (!catalog_) catalog_ = load_catalog(options_);
    return *catalog_;
}

void StudioWork::input(const std::vector<platform::Event>& events, std::int64_t now_ms) {
    const bool covered = studio_.dialog != Dialog::none;
    if (preview_ && !covered && studio_.preview.place.w > 0)
        preview_->input(events, studio_.preview, now_ms);
}

bool StudioWork::turn(ui::Stage& stage, std::int64_t now_ms) {
    bool due = worker_.take_news();
    if (std::exchange(redraw_, false)) due = true;
    if (!studio_.opened || studio_.preview.place.w <= 0 || no_preview_) return due;
    if (!preview_) {
        auto made = PreviewStage::create(
            {options_.assets, options_.decoder, std::nullopt, pack::open_picture},
            [this] { calls_.wake(); });
        no_preview_ = !made;
        if (!made) {
            base::log(made.error());
            return due;
        }
        preview_ = std::move(*made);
    }
    preview_->show(studio_.opened);
    if (!preview_->turn(studio_.preview, now_ms)) return due;
    stage.show(preview_->pixels());
    studio_.preview.drawn = studio_.preview.place;
    return true;
}

bool StudioWork::moving() const {
    return redraw_ ||
           (preview_ && studio_.preview.place.w > 0 && studio_.opened && preview_->moving());
}

void StudioWork::wait_until_idle() {
    worker_.wait_until_idle();
    if (preview_) preview_->wait_for_pictures();
}

void StudioWork::look_at_packs() {
    const fs::path root = studio_.root;
    worker_.add(base::TellingWorker::Place::next, [this, root] {
        auto packs = packs_in(root);
        for (const PackHead& head : packs) check_later(head.folder);
        worker_.tell([this, root, packs = std::move(packs)] {
            if (studio_.root == root) studio_.packs = packs;
        });
    });
}

/// It may hold ten thousand things, or lie where nobody answers.
void StudioWork::look_at_folder(const fs::path& folder) {
    worker_.add(base::TellingWorker::Place::next, [this, folder] {
        worker_.tell([this, seen = see_folder(folder)] { desk::take(studio_, *this, seen); });
    });
}

/// One at a time, so that what a person asks for meanwhile comes between.
void StudioWork::check_later(const fs::path& folder) {
    worker_.add(base::TellingWorker::Place::last, [this, folder] {
        const FindingCounts counts = counts_of(pack::check_pack(folder, check_options(catalog())));
        worker_.tell([this, folder, counts] { studio_.counts[folder] = counts; });
    });
}

void StudioWork::open_pack() {
    if (watched_ != studio_.folder) {
        watch_.reset();
        watched_ = studio_.folder;
        watch_ = std::make_unique<base::FolderWatch>(std::vector{watched_}, 2, [this] {
            worker_.add(base::TellingWorker::Place::next,
                        [this] { worker_.tell([this] { open_pack(); }); });
        });
    }
    studio_.checking = true;
    read(base::TellingWorker::Place::next);
}

void StudioWork::read(base::TellingWorker::Place place) {
    if (studio_.folder.empty()) return;
    const auto work = [this, folder = studio_.folder] {
        auto opened = desk::open_pack(folder, catalog());
        worker_.tell([this, opened = std::move(opened)] { take(opened); });
    };
    worker_.add(place, work, [this](const base::Fault& fault) {
        base::log(fault);
        worker_.tell([this] { studio_.checking = false; });
    });
}

void StudioWork::take(std::shared_ptr<const OpenedPack> opened) {
    studio_.counts[opened->head.folder] = opened->counts;
    if (opened->head.folder != studio_.folder) return;
    const bool first = !studio_.opened;
    studio_.opened = std::move(opened);
    studio_.checking = false;
    studio_.selected = -1;
    const auto& languages = studio_.opened->head.languages;
    const auto known = [&](const std::string& language) {
        return std::find(languages.begin(), languages.end(), language) != languages.end();
    };
    if (!known(studio_.language)) studio_.language.clear();
    if (first && !known(studio_.preview.language) && !languages.empty())
        studio_.preview.language = languages.front();
}

pack::Progress StudioWork::progress(Work& work) {
    return [this, &work, last = -1](std::uint64_t done, std::uint64_t total) mutable {
        const int percent = total == 0 ? 100 : static_cast<int>(done * 100 / total);
        if (std::exchange(last, percent) != percent)
            worker_.tell([&work, percent] { work.percent = percent; });
        return worker_.goes_on();
    };
}

void StudioWork::end(Work& work, const base::Fault& fault) {
    if (!work.busy()) return;  // the dialog was closed meanwhile
    base::log(fault);
    work.begin(Work::Stage::failed);
    if (fault.kind == FaultKind::cancelled)
        work.problem = "work.stopped";
    else
        work.fault = fault;
}

/// For work that breaks off on its own thread.
base::TellingWorker::Failed StudioWork::ends(Work& work) {
    return [this, &work](const base::Fault& fault) {
        worker_.tell([this, &work, fault] { end(work, fault); });
    };
}

void StudioWork::prepare() {
    const auto of = studio_.opened;
    const auto work = [this, of] {
        auto prepared = prepare_package(of->head.folder, progress(studio_.signing.work));
        worker_.tell([this, of, prepared = std::move(prepared)] {
            Signing& signing = studio_.signing;
            if (signing.of != of) return;
            if (!prepared) return end(signing.work, prepared.error());
            signing.prepared = std::make_shared<const Prepared>(*prepared);
            signing.work = {};
        });
    };
    worker_.add(base::TellingWorker::Place::next, work, ends(studio_.signing.work));
}

void StudioWork::sign(SigningOrder order) {
    auto work = [this, order = std::move(order)] {
        const auto outcome = sign_pack(order, progress(studio_.signing.work));
        worker_.tell([this, outcome, place = order.place.string()] {
            Signing& signing = studio_.signing;
            if (!outcome) return end(signing.work, outcome.error());
            signing.work.begin(Work::Stage::failed);
            signing.work.may_replace = *outcome != SigningOutcome::done;
            if (*outcome == SigningOutcome::other_file_there) signing.work.problem = "sign.exists";
            if (*outcome == SigningOutcome::signed_already) signing.work.problem = "sign.signed";
            if (*outcome != SigningOutcome::done) return;
            signing.work.begin(Work::Stage::done);
            signing.work.place = place;
            signing.passphrase.clear();
        });
    };
    worker_.add(base::TellingWorker::Place::next, std::move(work), ends(studio_.signing.work));
}

void StudioWork::find_sticks() {
    studio_.putting.sticks = base::mounted_below(options_.sticks);
    if (studio_.putting.place.text.empty() && !studio_.putting.sticks.empty())
        studio_.putting.place.text.assign(studio_.putting.sticks.front().string());
}

bool StudioWork::is_stick(const fs::path& folder) { return is_on_a_stick(folder, options_.sticks); }

void StudioWork::put(PuttingOrder order) {
    auto put_it = [this, order = std::move(order)] {
        Work& work = studio_.putting.work;
        base::Result<std::string> place;
        bool no_policy = false;
        if (order.target == Putting::Target::stick) {
            place = put_on_stick(order.package, order.place, order.replace, progress(work))
                        .map([](const fs::path& path) { return path.string(); });
        } else {
            const auto policy = pack::read_policy(order.place);
            no_policy = policy.state == pack::Policy::State::none;
            place = pack::install_package(order.package, order.place, policy, {{}, progress(work)})
                        .map([](const pack::Installed& done) { return done.pack.folder.string(); });
        }
        worker_.tell([this, place, order, no_policy] {
            Work& told = studio_.putting.work;
            if (place) {
                told.begin(Work::Stage::done);
                told.place = *place;
                return;
            }
            end(told, place.error());
            const bool refused = place.error().kind == FaultKind::refused;
            if (refused && order.target == Putting::Target::stick) {
                told.problem = "put.exists";
                told.may_replace = true;
            }
            if (refused && order.target == Putting::Target::kiosk)
                told.problem = no_policy ? "put.no-policy" : "put.refused";
        });
    };
    worker_.add(base::TellingWorker::Place::next, std::move(put_it), ends(studio_.putting.work));
}

void StudioWork::look_at_kiosk() {
    worker_.add(base::TellingWorker::Place::next, [this] {
        worker_.tell([this, report = read_kiosk(options_.state, options_.content)] {
            studio_.kiosk = report;
        });
    });
}

void StudioWork::look_at_counts() {
    worker_.add(base::TellingWorker::Place::next, [this] {
        worker_.tell([this, report = read_counts(options_.state)] { studio_.counted = report; });
    });
}

void StudioWork::preview_changed() {
    redraw_ = true;
    if (preview_) preview_->changed();
}

void StudioWork::show_page(const std::string& page, int line) {
    if (!preview_ || !studio_.opened) return;
    preview_->show(studio_.opened);
    preview_->set_language(studio_.preview.language);
    preview_->open(page, line);
}

bool StudioWork::open_in_file_manager(const fs::path& folder) {
    return desk::open_in_file_manager(folder);
}

}  // namespace candor::desk
