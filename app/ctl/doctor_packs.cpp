#include "ctl/doctor_packs.h"

#include "pack/package/library.h"
#include "pack/package/policy.h"
#include "pack/package/store.h"

namespace candor::ctl {
namespace {

Checked finding_of_policy(const base::Finding& finding) {
    const bool error = finding.severity == base::Severity::error;
    return {error ? Health::bad : Health::note, "kiosk.yaml",
            finding.message + " " + finding.remedy};
}

Checked check_one(const pack::InstalledPack& pack) {
    const std::string subject = "installed pack " + pack.id;
    const std::string version = "version " + std::to_string(pack.version);
    if (pack.state != pack::InstalledPack::State::good)
        return {Health::bad, subject,
                version + " is " + name_of(pack.state) + " (" + pack.why +
                    "); install it again, or a newer one"};
    if (pack.damage_note) return {Health::note, subject, *pack.damage_note};
    if (!pack.highest_noted)
        return {Health::note, subject,
                version +
                    "; which version was the highest is not noted any more, its folders "
                    "stand for it"};
    if (pack.approval.by_one_key)
        return {Health::note, subject,
                version +
                    ", signed as author and as reviewer with the same key; let somebody "
                    "else sign for one of the two"};
    return {Health::ok, subject, version};
}

bool is_an_option(const pack::Library& library, const std::string& id) {
    for (const pack::Pack& pack : library.packs)
        for (const auto& language : pack.languages)
            if (pack.option(language, id) != nullptr) return true;
    return false;
}

}  // namespace

std::vector<Checked> check_installed(const std::filesystem::path& state) {
    const auto policy = pack::read_policy(state);
    std::vector<Checked> checked;
    for (const auto& finding : policy.findings) checked.push_back(finding_of_policy(finding));
    for (const auto& pack : pack::installed_packs(state, policy))
        checked.push_back(check_one(pack));
    return checked;
}

std::vector<Checked> check_methods(const std::filesystem::path& state,
                                   const std::filesystem::path& content) {
    std::vector<Checked> checked;
    const auto policy = pack::read_policy(state);
    if (policy.clinic.prices.empty()) return checked;
    const auto library =
        pack::load_library(content, pack::installed_packs(state, policy), policy.show_shipped);
    for (const pack::Price& offer : policy.clinic.prices)
        if (!is_an_option(*library, offer.method))
            checked.push_back({Health::note, "kiosk.yaml",
                               "no pack's options know the method \"" + offer.method +
                                   "\" of the clinic's prices, so it is shown nowhere; write an id "
                                   "of options.yaml"});
    return checked;
}

}  // namespace candor::ctl
