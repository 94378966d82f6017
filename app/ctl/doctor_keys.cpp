#include <algorithm>
#include <map>

#include "base/files.h"
#include "consult/keys/demonstration_keys.h"
#include "consult/keys/sealing_key.h"
#include "ctl/doctor_checks.h"
#include "ctl/fault_text.h"
#include "pack/package/key_settings.h"
#include "pack/package/policy.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;

constexpr const char* kSubject = "clinic key";

bool has_demonstration_secret(const fs::path& state) {
    std::error_code ignored;
    return fs::exists(consult::demonstration_key_file(state), ignored);
}

/// How many stored requests another key opens, by what their rows say of it.
std::map<std::string, int> sealed_to_others(const fs::path& state, const std::string& fingerprint) {
    std::map<std::string, int> others;
    const auto rows = rows_in(state);
    if (!rows) return others;
    for (const auto& row : *rows)
        if (!consult::is_sealed_to(row, fingerprint)) ++others[row.key_fingerprint];
    return others;
}

std::string listed(const std::map<std::string, int>& others) {
    std::string words;
    for (const auto& [key, count] : others)
        words += "; " + std::to_string(count) + (count == 1 ? " request needs" : " requests need") +
                 " key " + key;
    return words;
}

Checked no_key(const base::Fault& fault) {
    if (fault.kind == FaultKind::refused)
        return {Health::bad, kSubject,
                "kiosk.yaml sets a delivery and names no clinic_key, so no request is taken; name "
                "the clinic's public key there"};
    return {Health::bad, kSubject,
            fault_text(fault, "No request is taken",
                       "Mend it, or name the "
                       "key anew.")};
}

Checked demonstration(const fs::path& state, const consult::SealingKey& sealing) {
    const auto file = consult::demonstration_key_file(state);
    const auto made = consult::load_public_key(consult::public_path(file));
    if (!made && made.error().kind != FaultKind::not_found)
        return {Health::bad, kSubject, fault_text(made.error())};
    const auto others = sealed_to_others(state, sealing.key ? sealing.key->fingerprint() : "");
    const bool real = std::any_of(others.begin(), others.end(), [](const auto& other) {
        return !consult::is_demonstration(other.first);
    });
    std::string words = "none yet; the kiosk makes one for trying at its first start";
    if (sealing.key)
        words = "requests are sealed to " + sealing.key->fingerprint() + ", made here for trying";
    if (has_demonstration_secret(state))
        words += "; its secret half lies beside it (" + file.filename().string() +
                 "), so take no real requests with it";
    words += listed(others);
    if (real)
        words +=
            "; name the clinic's public key in kiosk.yaml (clinic_key), or here as "
            "--clinic-key if the kiosk is started with one";
    return {real ? Health::bad : Health::note, kSubject, words};
}

Checked clinics_key(const fs::path& state, const consult::SealingKey& sealing) {
    const auto others = sealed_to_others(state, sealing.key->fingerprint());
    std::string words = "requests are sealed to " + sealing.key->fingerprint() + " (" +
                        sealing.named_in + ")" + listed(others);
    const bool secret = has_demonstration_secret(state);
    if (secret)
        words += "; a demonstration's secret key lies in the state folder (" +
                 consult::demonstration_key_file({}).string() +
                 "): deal with what was sealed to it, then remove it";
    return {secret || !others.empty() ? Health::bad : Health::ok, kSubject, words};
}

/// Empty: it is no secret key, or in order.
std::optional<Checked> check_secret(const fs::path& file, const fs::path& demonstration) {
    const auto encrypted = consult::is_encrypted(file);
    if (!encrypted) return std::nullopt;
    const std::string name = file.filename().string();
    if (base::readers_of(file) != base::Readers::owner)
        return Checked{Health::bad, "secret key",
                       "others can read " + name +
                           "; chmod 600, and think of what they may have "
                           "opened"};
    if (file == demonstration) return std::nullopt;
    return Checked{Health::bad, "secret key",
                   name +
                       " lies on the kiosk, which must not be able to open requests; move it to "
                       "the desk's machine"};
}

}  // namespace

Checked check_key(const fs::path& state, const fs::path& named) {
    const auto sealing = consult::sealing_key(pack::key_settings(state, named));
    if (!sealing) return no_key(sealing.error());
    return sealing->demonstration ? demonstration(state, *sealing) : clinics_key(state, *sealing);
}

std::vector<Checked> check_secrets(const fs::path& state) {
    std::vector<Checked> checked;
    if (const auto entries = base::entries_of(state))
        for (const auto& entry : *entries)
            if (entry.path().extension() == ".key")
                if (auto found = check_secret(entry.path(), consult::demonstration_key_file(state)))
                    checked.push_back(std::move(*found));
    const auto policy = pack::policy_file(state);
    if (base::readers_of(policy) == base::Readers::anybody)
        checked.push_back({Health::note, "rights",
                           "everybody on this machine can read " + policy.filename().string() +
                               ", with the hash of the staff code; chmod 640"});
    return checked;
}

}  // namespace candor::ctl
