#include "kiosk/request_storage.h"

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "consult/store/rehearsal.h"

namespace candor::kiosk {

std::filesystem::path request_file(const std::filesystem::path& state) {
    return state / "consult.db";
}

base::Result<void> set_damage_aside(const std::filesystem::path& state, int busy_ms) {
    const auto aside =
        TRY(consult::set_aside_if_damaged(request_file(state), base::local_today(), busy_ms));
    if (aside)
        base::log("The damaged consult.db is kept as " + aside->string() +
                  ", and a new one is begun. Requests that nobody has read yet may be in it.");
    return {};
}

base::Result<void> prepare_storage(const std::filesystem::path& state, int busy_ms) {
    TRY(base::ensure_folder(state));
    const auto file = request_file(state);
    const auto stored = consult::rehearse(file, busy_ms);
    if (stored || stored.error().kind != base::FaultKind::damaged) return stored;
    base::log(stored.error());
    TRY(set_damage_aside(state, busy_ms));
    return consult::rehearse(file, busy_ms);
}

}  // namespace candor::kiosk
