#include "content/content_loader.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/clock.h"
#include "base/log.h"
#include "content/languages.h"
#include "pack/package/install.h"
#include "pack/package/leftovers.h"
#include "pack/package/went_well.h"
#include "pack/page/picture_size.h"

namespace candor::content {
namespace {

constexpr int kVersionsKept = 2;  ///< the live one and the one before it
constexpr std::chrono::minutes kTryAgain{1};
constexpr std::chrono::seconds kUntilTaken{2};

pack::Clinic words_alone(pack::Clinic clinic) {
    clinic.logo.clear();
    clinic.colour.reset();
    return clinic;
}

const Complaints kToLog{[](const base::Fault& fault) { base::log(fault); },
                        [](const base::Finding& finding) { base::log(base::to_line(finding)); }};

}  // namespace

ContentLoader::ContentLoader(base::Places places, std::filesystem::path preview,
                             std::function<void()> on_ready, Care care)
    : places_(std::move(places)),
      preview_(std::move(preview)),
      on_ready_(std::move(on_ready)),
      care_(care) {
    if (preview_.empty()) worker_.add([this] { pack::clear_leftovers(places_.state); });
    reload();
}

void ContentLoader::reload() {
    {
        const std::lock_guard lock(mutex_);
        reload_ = true;
        content_done_ = index_done_ = false;
    }
    worker_.add_once(
        "load", [this] { load_and_verify(); },
        [this](const base::Fault& fault) { load_failed(fault); });
}

void ContentLoader::doubt(const std::filesystem::path& pack_folder) {
    {
        const std::lock_guard lock(mutex_);
        doubted_.push_back(pack_folder);
    }
    reload();
}

void ContentLoader::went_well() {
    worker_.add([this] {
        if (const auto noted = pack::note_went_well(places_.state, installed_); !noted)
            base::log(noted.error());
    });
}

bool ContentLoader::is_loading() {
    const std::lock_guard lock(mutex_);
    return !content_done_ || content_;
}

void ContentLoader::load_and_verify() {
    load();
    if (verify()) reload();  // something fell back: load what is live now
    // What was needed to load is a third of the heap, and nobody needs it until the next time. By
    // then the frames have taken what was loaded, and let go of what it replaced.
    worker_.add_when_quiet(kUntilTaken, [] { ::malloc_trim(0); });
}

/// Nobody waits any longer for what does not come.
void ContentLoader::load_failed(const base::Fault& fault) {
    worker_.add_when_quiet(
        kTryAgain, [this] { load_and_verify(); },
        [this](const base::Fault& again) { load_failed(again); });
    base::log(fault);
    {
        const std::lock_guard lock(mutex_);
        if (!ever_loaded_)
            content_ = Content{words_, std::make_shared<pack::Library>(), nullptr, {}, {}, {}, {}};
        content_done_ = index_done_ = !reload_;
    }
    arrived_.notify_all();
    on_ready_();
}

void ContentLoader::load() {
    {
        const std::lock_guard lock(mutex_);
        reload_ = false;
        for (const auto& folder : std::exchange(doubted_, {})) verified_.erase(folder);
    }
    Content content;
    if (!words_) words_ = load_words(language_places(places_), kToLog);
    content.words = words_;
    content.library = preview_.empty() ? load_whole() : pack::load_preview(preview_);
    for (const auto& finding : content.library->findings) base::log(base::to_line(finding));
    content.self_check = load_self_check(*content.library, kToLog);
    content.clinic = clinic_;
    content.around = around_;
    content.hearing = hearing_;
    content.display = display_;
    const auto library = content.library;
    {
        const std::lock_guard lock(mutex_);
        content_ = std::move(content);
        content_done_ = !reload_;
    }
    ever_loaded_ = true;
    arrived_.notify_all();
    on_ready_();
    const bool in_memory = places_.state.empty() || !preview_.empty() || care_ != Care::usual;
    const auto file = in_memory ? std::filesystem::path{} : places_.state / "library.db";
    const auto go_on = [this](std::uint64_t, std::uint64_t) { return worker_.goes_on(); };
    auto index = pack::SearchIndex::open(file, library, go_on);
    if (!index && worker_.goes_on()) base::log(index.error());
    {
        const std::lock_guard lock(mutex_);
        if (index) index_ = std::move(*index);
        index_done_ = !reload_;
    }
    arrived_.notify_all();
    on_ready_();
}

std::shared_ptr<const pack::Library> ContentLoader::load_installed() {
    const pack::Policy policy = pack::read_policy(places_.state);
    for (const auto& finding : policy.findings) base::log(base::to_line(finding));
    clinic_ = places_.clinic.empty() ? policy.clinic : pack::read_policy(places_.clinic).clinic;
    if (care_ != Care::usual) clinic_ = words_alone(clinic_);
    look_at_logo();
    around_ = policy.around;
    hearing_ = policy.hearing;
    display_ = policy.display;
    installed_ = pack::installed_packs(places_.state, policy);
    if (care_ == Care::ask_staff) return std::make_shared<pack::Library>();
    const pack::DaySeen day = look_at_day();
    return pack::load_library(places_.content, installed_, policy.show_shipped, day.judged,
                              policy.review_grace_days, pack::overdue_on(day));
}

/// One that cannot be drawn is told and left out, and the name stands for it.
void ContentLoader::look_at_logo() {
    if (clinic_.logo.empty()) return;
    if (const auto aspect = pack::aspect_of_picture(clinic_.logo)) {
        clinic_.logo_aspect = *aspect;
        return;
    }
    base::log(
        clinic_.logo.string() +
        " cannot be drawn, so the clinic's name is shown without its logo. Put a picture (SVG, "
        "PNG or JPEG) there, or take \"logo\" out of kiosk.yaml.");
    clinic_.logo.clear();
}

/// The day that reviews are held against. One that was doubted is told; another one is kept.
pack::DaySeen ContentLoader::look_at_day() const {
    const auto day = pack::day_seen(places_.state, base::local_today());
    if (day.doubt != pack::DaySeen::Doubt::none)
        base::log("The clock says " + day.clock + ", and the last day seen is " + day.seen +
                  ": no text is withdrawn until the clock is set, or staff say that it is right.");
    if (const auto kept = pack::keep_day(places_.state, day); !kept) base::log(kept.error());
    return day;
}

/// The library leaves out what is damaged; what takes its place is loaded before it is shown.
std::shared_ptr<const pack::Library> ContentLoader::load_whole() {
    if (care_ == Care::safe && !std::exchange(stepped_back_, true)) step_back();
    auto library = load_installed();
    for (int version = 0; version < kVersionsKept && give_way(*library); ++version)
        library = load_installed();
    return library;
}

/// From what was installed since the kiosk last went well.
void ContentLoader::step_back() {
    const base::Fault why{base::FaultKind::refused, "this version",
                          "since it was installed, the kiosk has ended again and again"};
    const auto live = pack::installed_packs(places_.state, pack::read_policy(places_.state));
    for (const auto& pack : pack::unproven(places_.state, live)) fall_back(pack, why);
}

/// True: another version is live, or none.
bool ContentLoader::give_way(const pack::Library& library) {
    bool fell_back = false;
    for (const auto& [id, why] : library.damaged)
        for (const auto& pack : installed_)
            if (pack.id == id && fall_back(pack, why)) fell_back = true;
    return fell_back;
}

bool ContentLoader::fall_back(const pack::InstalledPack& pack, const base::Fault& why) {
    base::log(why);
    const auto policy = pack::read_policy(places_.state);
    const auto now = pack::fall_back(places_.state, pack, why, policy);
    if (!now) base::log(now.error());
    return now.has_value();
}

void ContentLoader::keep_highest(const pack::InstalledPack& pack) {
    base::log("packs/" + pack.id + "/highest is missing or damaged: version " +
              std::to_string(pack.version) +
              " is live, and its folders stand for the highest one.");
    if (const auto kept = pack::mend_highest(places_.state, pack.id); !kept)
        base::log(kept.error());
}

/// Looks at every byte of the installed packs, once a version; true: one was damaged, and another
/// version is live.
bool ContentLoader::verify() {
    bool fell_back = false;
    const auto go_on = [this](std::uint64_t, std::uint64_t) { return worker_.goes_on(); };
    for (const pack::InstalledPack& pack : installed_) {
        if (!worker_.goes_on()) break;
        if (!pack.highest_noted) keep_highest(pack);
        if (pack.state == pack::InstalledPack::State::untrusted) continue;
        if (verified_.contains(pack.folder)) continue;
        const auto whole = pack::verify_installed(pack, go_on);
        if (whole) verified_.insert(pack.folder);
        if (whole || whole.error().kind == base::FaultKind::cancelled) continue;
        if (fall_back(pack, whole.error())) fell_back = true;
    }
    return fell_back;
}

std::optional<Content> ContentLoader::take_content(Wait wait) {
    std::unique_lock lock(mutex_);
    if (wait == Wait::yes) arrived_.wait(lock, [this] { return content_done_; });
    return std::exchange(content_, std::nullopt);
}

std::unique_ptr<pack::SearchIndex> ContentLoader::take_index(Wait wait) {
    std::unique_lock lock(mutex_);
    if (wait == Wait::yes) arrived_.wait(lock, [this] { return index_done_; });
    return std::move(index_);
}

}  // namespace candor::content
