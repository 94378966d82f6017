#include "kiosk/request_watch.h"

#include <utility>

#include "base/log.h"
#include "consult/store/rehearsal.h"
#include "kiosk/request_storage.h"
#include "pack/package/key_settings.h"
#include "pack/package/policy.h"

namespace candor::kiosk {
namespace {

using base::FaultKind;

constexpr int kPatienceMs = 5000;  // nobody waits for it

const char* problem_of_key(const base::Fault& fault) {
    if (fault.kind == FaultKind::refused) return "staff.kiosk.problem.no-key";
    const bool settings = std::filesystem::path(fault.where).filename() == pack::policy_file({});
    return settings ? "staff.kiosk.problem.settings" : "staff.kiosk.problem.key";
}

const char* problem_of_storage(FaultKind kind) {
    switch (kind) {
        case FaultKind::disk_full:
            return "staff.kiosk.problem.disk-full";
        case FaultKind::read_only:
            return "staff.kiosk.problem.read-only";
        case FaultKind::unsupported:
            return "staff.kiosk.problem.newer";
        default:
            return "staff.kiosk.problem.storage";
    }
}

}  // namespace

RequestWatch::RequestWatch(const Options& options, std::function<void()> on_news)
    : options_(options), on_news_(std::move(on_news)) {
    look();
}

void RequestWatch::look() {
    worker_.add_once("look", [this] { look_now(); });
}

std::optional<RequestWatch::Found> RequestWatch::take(content::Wait wait) {
    if (wait == content::Wait::yes) worker_.wait_until_idle();
    const std::lock_guard lock(mutex_);
    return std::exchange(found_, std::nullopt);
}

void RequestWatch::look_now() {
    Found found = found_now();
    tell(found);
    {
        const std::lock_guard lock(mutex_);
        found_ = std::move(found);
    }
    on_news_();
}

RequestWatch::Found RequestWatch::found_now() const {
    Found found;
    // The storage also where there is no key: what is damaged is set aside soon.
    const auto storage = prepare_storage(options_.state, kPatienceMs);
    auto key = consult::ensure_sealing_key(pack::key_settings(options_.state, options_.clinic_key));
    if (key) found.key = std::move(*key);
    if (!storage) found.fault = storage.error();
    if (!key) found.fault = key.error();
    for (const auto& file : consult::set_aside_in(options_.state))
        found.set_aside.push_back(file.filename().string());
    return found;
}

void RequestWatch::tell(const Found& found) {
    if (found.fault && found.fault != told_) {
        base::log(*found.fault);
        base::log("No request can be stored, so patients are asked to see staff.");
    }
    if (!found.fault && told_) base::log("Requests can be stored again.");
    told_ = found.fault;
    if (!found.key || found.key->mark() == told_key_) return;
    told_key_ = found.key->mark();
    const std::string key = found.key->key->fingerprint();
    base::log(found.key->demonstration
                  ? "A demonstration: requests are sealed to key " + key +
                        ", whose secret half lies in the state folder. Name the clinic's key in "
                        "kiosk.yaml (clinic_key) before patients use this kiosk."
                  : "Requests are sealed to key " + key + " (" + found.key->named_in + ").");
    for (const auto& name : found.set_aside)
        base::log("A damaged " + name + " lies in the state folder. Requests may be in it.");
}

screens::KioskHealth health_of(const RequestWatch::Found& found) {
    screens::KioskHealth health;
    health.takes_requests = !found.fault;
    if (found.fault)
        health.problem =
            found.key ? problem_of_storage(found.fault->kind) : problem_of_key(*found.fault);
    if (found.key) {
        health.key = found.key->key->fingerprint();
        health.demonstration = found.key->demonstration;
    }
    health.set_aside = found.set_aside;
    return health;
}

}  // namespace candor::kiosk
