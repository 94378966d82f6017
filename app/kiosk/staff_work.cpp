#include "kiosk/staff_work.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "content/packages.h"
#include "content/packs_here.h"
#include "content/sticks.h"
#include "pack/package/install.h"
#include "pack/package/package.h"
#include "pack/page/day_seen.h"

namespace candor::kiosk {
namespace {

using screens::Staff;
using screens::StaffNews;
using screens::StaffPack;

// Fewer wrong codes are slips of staff, and no news to them.
constexpr int kWorthTelling = 5;

void say(StaffNews& staff, const std::string& key, const std::string& pack = {}, int version = 0) {
    staff.message = key;
    staff.message_pack = pack;
    staff.message_version = version > 0 ? std::to_string(version) : std::string{};
    staff.problem = false;
}

void complain(StaffNews& staff, const base::Fault& fault) {
    say(staff, content::problem_key(fault));
    staff.problem = true;
}

/// The key of what staff are told of a stick; empty: its packs say it.
std::string words_of(const content::Stick& stick) {
    using State = content::Stick::State;
    switch (stick.state) {
        case State::empty:
            return "staff.stick.empty";
        case State::unreadable:
            return "staff.stick.unreadable";
        case State::not_all:
            return "staff.stick.not-all";
        case State::good:
            break;
    }
    return {};
}

bool has_more(const std::vector<std::filesystem::path>& now,
              const std::vector<std::filesystem::path>& before) {
    return std::any_of(now.begin(), now.end(), [&](const auto& folder) {
        return std::find(before.begin(), before.end(), folder) == before.end();
    });
}

std::optional<screens::ClockDoubt> doubt_of(const pack::DaySeen& day) {
    if (day.doubt == pack::DaySeen::Doubt::none) return std::nullopt;
    return screens::ClockDoubt{day.clock, day.seen, day.doubt == pack::DaySeen::Doubt::ahead};
}

}  // namespace

StaffWork::StaffWork(const Options& options, Clock clock, Calls calls)
    : options_(options),
      clock_(std::move(clock)),
      calls_(std::move(calls)),
      tries_(options_.state / "staff-code-tries", clock_()) {
    want_no_sticks();  // a kiosk that was killed may have left the wish
    stick_folders_ = content::stick_folders(options_.sticks);
    stick_places_ = content::stick_places(options_.sticks);
    if (!options_.sticks.empty())
        sticks_ =
            std::make_unique<base::FolderWatch>(options_.sticks, 2, [this] { stick_changed(); });
}

StaffWork::~StaffWork() {
    ending_ = true;
    lock();
}

/// What mounts sticks is root's, and knows of the kiosk only whether this file is there.
void StaffWork::want_sticks() const {
    if (options_.sticks_wanted.empty()) return;
    const auto asked = base::write_file_atomically(options_.sticks_wanted, {});
    if (!asked) base::log(asked.error());
}

void StaffWork::want_no_sticks() const {
    std::error_code none;  // it is not there, as a rule
    if (!options_.sticks_wanted.empty()) std::filesystem::remove(options_.sticks_wanted, none);
}

void StaffWork::job_failed(const base::Fault& fault) {
    base::log(fault);
    publish([&](StaffNews& staff) {
        if (staff.stage == Staff::Stage::checking) staff.stage = Staff::Stage::locked;
        staff.looking = false;
        staff.installing.clear();
        complain(staff, fault);
    });
}

void StaffWork::add(std::function<void()> work) {
    worker_.add(std::move(work), [this](const base::Fault& fault) { job_failed(fault); });
}

void StaffWork::publish(const std::function<void(StaffNews&)>& change) {
    {
        const std::lock_guard lock(mutex_);
        if (worker_.is_dropped()) return;
        change(told_);
        news_ = true;
    }
    calls_.on_news();
}

bool StaffWork::tell(Staff& staff) {
    const std::lock_guard lock(mutex_);
    const int wait_s = static_cast<int>((tries_.wait_ms(clock_()) + 999) / 1000);
    if (!news_ && wait_s == staff.wait_s) return false;
    news_ = false;
    staff.news = told_;
    staff.wait_s = wait_s;
    return true;
}

std::optional<std::int64_t> StaffWork::next_deadline_ms() const {
    const std::lock_guard lock(mutex_);
    const std::int64_t now = clock_(), left = tries_.wait_ms(now);
    if (left <= 0) return std::nullopt;
    return now + (left % 1000 == 0 ? 1000 : left % 1000);
}

void StaffWork::cancel() {
    cancelled_->store(true);
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
}

void StaffWork::lock() {
    cancel();
    const std::lock_guard lock(mutex_);
    worker_.drop();
    want_no_sticks();
    library_.reset();
    told_ = {};
}

void StaffWork::check_code(std::string_view code) {
    {
        const std::lock_guard lock(mutex_);
        if (tries_.wait_ms(clock_()) > 0 || told_.stage != Staff::Stage::locked) return;
        told_.stage = Staff::Stage::checking;
        told_.wrong = false;
        news_ = true;
    }
    auto typed = std::make_shared<base::SecretString>(32);
    typed->assign(code);
    add([this, typed] { judge(*typed); });
}

void StaffWork::judge(const base::SecretString& code) {
    const pack::Policy policy = pack::read_policy(options_.state);
    const bool set = !policy.staff_code.empty();
    if (set) change_tries(&CodeTries::take);
    const auto typed = code.view();
    const bool right =
        set && crypto_pwhash_str_verify(policy.staff_code.c_str(), typed.data(), typed.size()) == 0;
    const int wrong_before = tries_.wrong() - 1;
    if (right) change_tries(&CodeTries::was_right);
    publish([&](StaffNews& staff) {
        if (right) want_sticks();
        staff.stage = right ? Staff::Stage::open : Staff::Stage::locked;
        staff.wrong = set && !right;
        staff.no_code = !set;
        staff.wrong_codes = right && wrong_before >= kWorthTelling ? wrong_before : 0;
    });
}

void StaffWork::change_tries(void (CodeTries::*change)(std::int64_t)) {
    {
        const std::lock_guard lock(mutex_);
        (tries_.*change)(clock_());
    }
    if (const auto kept = tries_.keep(); !kept) base::log(kept.error());
}

void StaffWork::look(std::shared_ptr<const pack::Library> library) {
    {
        const std::lock_guard lock(mutex_);
        if (told_.stage != Staff::Stage::open) return;
        library_ = std::move(library);
    }
    look_again();
}

void StaffWork::look_again() {
    const std::lock_guard lock(mutex_);
    if (library_ == nullptr) return;
    worker_.add_once(
        "look", [this] { look_now(); }, [this](const base::Fault& fault) { job_failed(fault); });
}

/// Of a visit that has ended nothing is looked at: nobody who knows the code is there any more.
void StaffWork::look_now() {
    std::shared_ptr<const pack::Library> library;
    {
        const std::lock_guard lock(mutex_);
        library = library_;
    }
    if (library == nullptr) return;
    const pack::Policy policy = pack::read_policy(options_.state);
    const auto day = pack::day_seen(options_.state, base::local_today());
    auto here = content::packs_here(*library, options_.state, policy, day.judged);
    publish([&](StaffNews& staff) {
        staff.clock = doubt_of(day);
        staff.here = std::move(here);
        staff.looking = true;
    });
    look_at_sticks(policy);
}

/// A slow stick holds up nobody but this thread, and nobody for longer than the visit.
void StaffWork::look_at_sticks(const pack::Policy& policy) {
    const auto goes_on = [this] { return worker_.goes_on() && !worker_.is_dropped(); };
    const auto sticks = content::look_for_sticks(options_.sticks, goes_on);
    publish([&](StaffNews& staff) {
        staff.on_stick.clear();
        staff.sticks.clear();
        for (const auto& stick : sticks)
            staff.sticks.push_back({stick.name, stick.folder.string(), words_of(stick)});
    });
    for (const auto& stick : sticks)
        for (const auto& file : stick.packages) {
            if (!goes_on()) return;
            StaffPack found =
                content::look_at_package(file, options_.state, options_.state, policy);
            found.stick = stick.folder.string();
            publish([&](StaffNews& staff) { staff.on_stick.push_back(std::move(found)); });
        }
    publish([](StaffNews& staff) { staff.looking = false; });
}

void StaffWork::install(const std::string& package) {
    add([this, package, cancelled = cancelled_] { install_now(package, *cancelled); });
}

void StaffWork::install_now(const std::string& package, const std::atomic<bool>& cancelled) {
    const auto opened = pack::Package::open(package);
    const std::string id = opened ? opened->manifest().id : std::string{};
    publish([&](StaffNews& staff) {
        staff.message.clear();
        staff.installing = id;
        staff.percent = 0;
    });
    const auto progress = [this, &cancelled, last = -1](std::uint64_t done,
                                                        std::uint64_t total) mutable {
        const int percent = total == 0 ? 100 : static_cast<int>(done * 100 / total);
        if (percent != std::exchange(last, percent))
            publish([&](StaffNews& staff) { staff.percent = percent; });
        return worker_.goes_on() && !cancelled;
    };
    const auto policy = pack::read_policy(options_.state);
    const auto done = pack::install_package(package, options_.state, policy, {{}, progress});
    if (done)
        calls_.on_changed();
    else
        base::log(done.error());
    publish([&](StaffNews& staff) {
        staff.installing.clear();
        if (done)
            say(staff, "staff.installed", id, done->pack.version);
        else if (done.error().kind == base::FaultKind::cancelled)
            say(staff, "staff.cancelled");
        else
            complain(staff, done.error());
        for (StaffPack& pack : staff.on_stick) {
            if (done && pack.id == id) pack.live = pack.package == package;
        }
    });
}

void StaffWork::roll_back(const std::string& id) {
    add([this, id] { roll_back_now(id); });
}

void StaffWork::roll_back_now(const std::string& id) {
    const auto policy = pack::read_policy(options_.state);
    const auto back = pack::roll_back(options_.state, id, policy);
    if (back)
        calls_.on_changed();
    else
        base::log(back.error());
    publish([&](StaffNews& staff) {
        if (back)
            say(staff, "staff.rolled-back", id, back->version);
        else
            complain(staff, back.error());
    });
}

void StaffWork::believe_clock() {
    add([this] { believe_clock_now(); });
}

void StaffWork::believe_clock_now() {
    const auto believed = pack::believe_day(options_.state, base::local_today());
    if (believed)
        calls_.on_changed();
    else
        base::log(believed.error());
    publish([&](StaffNews& staff) {
        if (believed)
            staff.clock.reset();
        else
            complain(staff, believed.error());
    });
}

void StaffWork::stick_changed() {
    auto folders = content::stick_folders(options_.sticks, [this] { return !ending_; });
    auto places = content::stick_places(options_.sticks);
    if (has_more(folders, stick_folders_) || has_more(places, stick_places_)) stick_came_ = true;
    stick_folders_ = std::move(folders);
    stick_places_ = std::move(places);
    look_again();
    calls_.on_news();
}

}  // namespace candor::kiosk
