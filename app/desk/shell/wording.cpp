#include "desk/shell/wording.h"

#include <algorithm>
#include <array>

#include "consult/keys/demonstration_keys.h"
#include "consult/request/reference.h"
#include "desk/shell/own_direction.h"

namespace candor::desk {
namespace {

struct LevelTone {
    const char* level;
    const char* key;
    Tone tone;
};
// The order in which they are shown.
constexpr std::array<LevelTone, 4> kLevels{
    {{"urgent", "level.urgent", Tone::peach},
     {"worth-a-talk", "level.worth-a-talk", Tone::mint},
     {"less-likely", "level.less-likely", Tone::sky},
     {"tell-the-doctor", "level.tell-the-doctor", Tone::sun}}};

bool has_level(const consult::OpenedRequest& opened, std::string_view level) {
    return opened.level == level ||
           std::any_of(opened.findings.begin(), opened.findings.end(),
                       [&](const auto& finding) { return finding.level == level; });
}

}  // namespace

std::string title_of(const ui::Strings& strings, const Entry& entry) {
    switch (entry.problem) {
        case Problem::damaged:
            return strings("row.damaged");
        case Problem::other_key:
            return strings(consult::is_demonstration(entry.row.request.key_fingerprint)
                               ? "row.demonstration"
                               : "row.other-key");
        case Problem::not_readable:
            return strings("row.not-readable");
        case Problem::not_its_row:
            return strings("row.not-its-row");
        case Problem::none:
            break;
    }
    const std::string& name = entry.opened.first_name;
    return name.empty() ? strings("row.no-name") : name;
}

std::string reference_of(const ui::Strings& strings, const Entry& entry) {
    return strings.left_to_right(consult::display_reference(entry.row.request.reference));
}

std::string best_time_of(const ui::Strings& strings, consult::BestTime time) {
    switch (time) {
        case consult::BestTime::morning:
            return strings("time.morning");
        case consult::BestTime::afternoon:
            return strings("time.afternoon");
        case consult::BestTime::evening:
            return strings("time.evening");
        case consult::BestTime::unsaid:
            break;
    }
    return strings("time.any");
}

std::string language_of(const ui::Strings& strings, const std::string& code) {
    const std::string key = "language." + code;
    return strings.has(key) ? strings(key) : code;
}

std::string line_of(const ui::Strings& strings, const Entry& entry) {
    std::string line;
    const auto add = [&line](const std::string& part) {
        if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
    };
    if (entry.problem == Problem::none) {
        add(best_time_of(strings, entry.opened.best_time));
        add(language_of(strings, entry.opened.language));
    }
    add(entry.row.kiosk);
    return line;
}

std::string fault_key(const ui::Strings& strings, const base::Fault& fault) {
    const std::string key = std::string("fault.") + base::name_of(fault.kind);
    return strings.has(key) ? key : "fault.other";
}

std::vector<Badge> badges_of(const ui::Strings& strings, const Entry& entry) {
    std::vector<Badge> badges;
    if (entry.problem == Problem::damaged || entry.problem == Problem::not_readable ||
        entry.problem == Problem::not_its_row)
        badges.push_back({strings("row.badge-damaged"), Tone::peach});
    if (consult::is_demonstration(entry.row.request.key_fingerprint))
        badges.push_back({strings("demonstration"), Tone::sun});
    else if (entry.problem == Problem::other_key)
        badges.push_back({strings("row.badge-other-key"), Tone::sun});
    for (const LevelTone& level : kLevels)
        if (has_level(entry.opened, level.level))
            badges.push_back({strings(level.key), level.tone});
    return badges;
}

}  // namespace candor::desk
