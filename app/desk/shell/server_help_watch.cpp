#include "desk/shell/server_help_watch.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/log.h"
#include "fleet/database_url.h"
#include "fleet/delivery.h"
#include "fleet/help_calls.h"

namespace candor::desk {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kAskEvery{2'000}, kLongest{60'000};

}  // namespace

ServerHelpWatch::ServerHelpWatch(std::string url, std::function<void()> wake)
    : url_(std::move(url)),
      wake_(std::move(wake)),
      backoff_(fleet::DeliveryClock::system().random) {
    worker_.add([this] { ask(); });
}

ServerHelpWatch::~ServerHelpWatch() {
    stop_.raise();
    worker_.drop();
    worker_.end();
}

bool ServerHelpWatch::look(std::optional<consult::HelpCall>& call) {
    const std::lock_guard lock(mutex_);
    const auto first = std::find_if(calls_.begin(), calls_.end(),
                                    [&](const auto& each) { return !going_.contains(each.id); });
    auto now = first == calls_.end() ? std::nullopt : std::optional(*first);
    if (now == call) return false;
    call = std::move(now);
    return true;
}

base::Result<void> ServerHelpWatch::take(const consult::HelpCall& call) {
    {
        const std::lock_guard lock(mutex_);
        going_.insert(call.id);
    }
    worker_.add([this, call] { take_now(call); });
    return {};
}

std::optional<consult::HelpCall> ServerHelpWatch::take_missed() {
    const std::lock_guard lock(mutex_);
    return std::exchange(missed_, std::nullopt);
}

void ServerHelpWatch::ask() {
    milliseconds wait = kAskEvery;
    if (const auto done = read()) {
        backoff_.reset();
        logged_.reset();
    } else {
        fail(done.error());
        wait = std::clamp(milliseconds(backoff_.next_ms()), kAskEvery, kLongest);
    }
    worker_.add_when_quiet(wait, [this] { ask(); });
}

base::Result<void> ServerHelpWatch::connect() {
    if (connection_ && !connection_->is_broken()) return {};
    const auto database = TRY(fleet::read_database_url(url_));
    connection_ = TRY(fleet::Connection::open(database, stop_, fleet::kHelpPatience));
    return {};
}

base::Result<void> ServerHelpWatch::read() {
    TRY(connect());
    auto calls = TRY(fleet::help_calls(*connection_));
    {
        const std::lock_guard lock(mutex_);
        if (calls == calls_) return {};
        calls_ = std::move(calls);
    }
    wake_();
    return {};
}

void ServerHelpWatch::take_now(const consult::HelpCall& call) {
    const auto taken =
        connect().and_then([&] { return fleet::take_help_call(*connection_, call.id); });
    if (!taken) fail(taken.error());
    {
        const std::lock_guard lock(mutex_);
        going_.erase(call.id);
        if (taken) std::erase(calls_, call);
        if (taken && !*taken) missed_ = call;
    }
    wake_();
    ask();
}

void ServerHelpWatch::fail(const base::Fault& fault) {
    connection_.reset();
    if (fault.kind == base::FaultKind::cancelled || logged_ == fault) return;
    base::log(fault);
    logged_ = fault;
}

}  // namespace candor::desk
