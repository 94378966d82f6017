#include "pack/package/key_settings.h"

#include "pack/package/policy.h"

namespace candor::pack {

consult::KeySettings key_settings(const std::filesystem::path& state_dir,
                                  const std::filesystem::path& on_command_line) {
    const Policy policy = read_policy(state_dir);
    consult::KeySettings settings;
    settings.state = state_dir;
    settings.on_command_line = on_command_line;
    settings.kiosk_yaml = policy_file(state_dir).string();
    if (const auto& named = policy.clinic_key)
        settings.in_kiosk_yaml = {named->file, named->key, named->fingerprint};
    settings.mistaken = policy.wants_clinic_key || policy.state == Policy::State::broken;
    settings.delivered = policy.wants_delivery;
    return settings;
}

}  // namespace candor::pack
