#include "consult/handover/handover.h"
#include "ctl/doctor_checks.h"
#include "pack/package/policy.h"

namespace candor::ctl {

std::optional<Checked> check_courier(const std::filesystem::path& state) {
    if (!pack::read_policy(state).wants_delivery) return std::nullopt;
    const std::string subject = "courier";
    const auto lives = consult::whether_courier_lives(state);
    if (!lives)
        return Checked{Health::note, subject,
                       "whether it runs cannot be seen: " +
                           consult::handover_folder(state).string() + " may not be read"};
    if (!*lives)
        return Checked{Health::bad, subject,
                       "candor-courier is not running, so requests wait on this kiosk; start it "
                       "(systemctl start candor-courier)"};
    const auto word = consult::read_word(state);
    if (!word) return Checked{Health::note, subject, "runs, and has said nothing yet"};
    if (word->problem == consult::DeliveryProblem::none)
        return Checked{Health::ok, subject,
                       "runs, " + std::to_string(word->waiting) + " waiting for the server"};
    const std::string since = word->failing_since.empty() ? "" : ", since " + word->failing_since;
    return Checked{Health::note, subject,
                   "runs, and cannot deliver: " + std::string(name_of(word->problem)) + since +
                       "; its log says why"};
}

}  // namespace candor::ctl
