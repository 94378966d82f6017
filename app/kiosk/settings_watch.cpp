#include "kiosk/settings_watch.h"

#include <utility>
#include <vector>

#include "base/files.h"
#include "base/log.h"
#include "pack/package/policy.h"

namespace candor::kiosk {
namespace {

constexpr std::size_t kMostSaid = 64 * 1024;  // what pack::read_policy() takes

}  // namespace

SettingsWatch::SettingsWatch(std::filesystem::path state_dir)
    : state_dir_(std::move(state_dir)), said_(said_now()) {}

void SettingsWatch::begin(std::function<void()> on_change) {
    watch_.emplace(std::vector{state_dir_}, 0, [this, on_change = std::move(on_change)] {
        if (is_other_and_sound()) on_change();
    });
}

std::string SettingsWatch::said_now() const {
    return base::read_file(pack::policy_file(state_dir_), kMostSaid).value_or("");
}

/// Requests, counts and pictures lie in the same folder: most news is of them.
bool SettingsWatch::is_other_and_sound() {
    auto says = said_now();
    if (says == said_) return false;
    said_ = std::move(says);
    const pack::Policy policy = pack::policy_of(said_);
    for (const auto& finding : policy.findings) base::log(base::to_line(finding));
    if (policy.state != pack::Policy::State::broken) return true;
    base::log("kiosk.yaml was changed and has a mistake: it is not followed until that is mended.");
    return false;
}

}  // namespace candor::kiosk
