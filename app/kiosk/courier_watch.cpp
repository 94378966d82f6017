#include "kiosk/courier_watch.h"

#include <chrono>
#include <utility>

#include "base/files.h"
#include "base/log.h"
#include "consult/handover/handover.h"
#include "consult/store/outbox.h"
#include "kiosk/delivery_words.h"
#include "kiosk/request_storage.h"
#include "pack/package/policy.h"

namespace candor::kiosk {
namespace {

constexpr std::chrono::minutes kLookAgain{1};
constexpr const char* kNotRunning = "staff.delivery.problem.not-running";

/// Its last word, and what waits by now.
screens::StaffDelivery without_courier(const std::filesystem::path& state) {
    auto word = consult::read_word(state).value_or(consult::CourierWord{});
    if (const auto delivery = consult::delivery_of(request_file(state))) {
        word.waiting = delivery->waiting.count;
        word.oldest = delivery->waiting.oldest;
    }
    auto told = to_staff(word);
    told.problem = kNotRunning;
    return told;
}

}  // namespace

CourierWatch::CourierWatch(const Options& options, std::function<void()> on_news)
    : state_(options.state), on_news_(std::move(on_news)) {
    begin();
}

CourierWatch::~CourierWatch() {
    worker_.end();   // nobody else is at the watch then
    watch_.reset();  // what it still asks for is not done
}

void CourierWatch::begin() {
    worker_.add(
        [this] {
            if (!pack::read_policy(state_).wants_delivery) return end();
            if (watch_) return;
            const auto folder = consult::handover_folder(state_);
            if (const auto made = base::ensure_folder(folder); !made) base::log(made.error());
            watch_.emplace(std::vector{folder}, 0, [this] { look_soon(); });
            look_on();
        },
        [this](const base::Fault& fault) {
            base::log(fault);
            worker_.add_when_quiet(kLookAgain, [this] { begin(); });
        });
}

void CourierWatch::end() {
    watch_.reset();
    tell_later(std::nullopt);
}

void CourierWatch::request_stored() {
    stored_ = true;
    look_soon();
}

void CourierWatch::look_soon() {
    worker_.add_once(
        "look", [this] { look_on(); },
        [this](const base::Fault& fault) {
            base::log(fault);
            worker_.add_when_quiet(kLookAgain, [this] { look_soon(); });
        });
}

void CourierWatch::look_on() {
    if (!watch_) return;
    worker_.add_when_quiet(kLookAgain, [this] { look_soon(); });
    ring();
    look();
}

bool CourierWatch::tell(screens::Staff& staff) const {
    const std::lock_guard lock(mutex_);
    if (staff.delivery == told_) return false;
    staff.delivery = told_;
    return true;
}

void CourierWatch::ring() {
    if (!stored_.exchange(false)) return;
    if (const auto rung = consult::ring_courier(state_); !rung) base::log(rung.error());
}

void CourierWatch::look() {
    const bool lives = consult::courier_lives(state_);
    std::optional<screens::StaffDelivery> told;
    if (!lives)
        told = without_courier(state_);
    else if (const auto word = consult::read_word(state_))
        told = to_staff(*word);
    tell_later(std::move(told));
}

void CourierWatch::tell_later(std::optional<screens::StaffDelivery> told) {
    {
        const std::lock_guard lock(mutex_);
        if (told_ == told) return;
        const auto is_gone = [](const auto& of) { return of && of->problem == kNotRunning; };
        if (is_gone(told) && !is_gone(told_))
            base::log("candor-courier is not running: requests wait on this kiosk.");
        told_ = std::move(told);
    }
    on_news_();
}

}  // namespace candor::kiosk
