#include "pack/package/policy.h"

#include <algorithm>

#include "base/files.h"
#include "pack/folder/fields.h"
#include "pack/folder/yaml.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMaxPolicyBytes = 64 * 1024;
constexpr const char* kName = "kiosk.yaml";
constexpr const char* kSharedKey = "shared-key";

void read_require(const Fields& fields, Policy& policy, Report& report) {
    policy.require.clear();
    for (const auto& name : fields.texts("require", Need::required)) {
        const auto role = role_named(name);
        if (!role)
            report.error(fields.line_of("require"), "unknown-role",
                         in_quotes(name) + " is no role.", "Write author or reviewer.");
        else if (std::find(policy.require.begin(), policy.require.end(), *role) ==
                 policy.require.end())
            policy.require.push_back(*role);
    }
    if (policy.require.empty() && !report.failed())
        report.error(fields.line_of("require"), "no-role", "Nobody has to sign.",
                     "Name at least one role: [reviewer].");
}

void read_keys(const YamlNode& node, Policy& policy, Report& report) {
    const Fields fields(node, "The list of keys", {"author", "reviewer"}, report);
    for (const Role role : kRoles)
        for (const auto& text : fields.texts(name_of(role), Need::optional)) {
            const auto key = read_verifying_key(text, kName);
            if (key)
                policy.keys[role].push_back(*key);
            else
                report.error(fields.line_of(name_of(role)), "bad-key",
                             in_quotes(text) + " is no minisign public key.",
                             "Copy the second line of the signer's .pub file; it begins with RW.");
        }
    for (const Role role : policy.require)
        if (policy.keys[role].empty() && !report.failed())
            report.error(node.line, "no-key",
                         std::string("No key of a required ") + name_of(role) + " is named.",
                         "Add the second line of the signer's .pub file.");
}

void read_packs(const YamlNode& node, Policy& policy, Report& report) {
    const Fields fields(node, "What packs need", {"require", "keys", "show_shipped"}, report);
    read_require(fields, policy, report);
    if (const YamlNode* keys = fields.map("keys", Need::required)) read_keys(*keys, policy, report);
    if (node.find("show_shipped") != nullptr && !fields.flag("show_shipped"))
        policy.show_shipped = ShowShipped::no;
}

/// It is a part of a login, in which dots divide and 63 characters are all.
bool is_login_part(const std::string& name) {
    constexpr std::size_t kLongest = 24;
    return !name.empty() && name.size() <= kLongest &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

void read_delivery(const YamlNode& node, Policy& policy, Report& report) {
    const auto before = policy.findings.size();
    const Fields fields(node, "The delivery", {"database", "clinic", "kiosk", "retention_days"},
                        report);
    DeliveryPolicy delivery;
    delivery.database = fields.text("database", Need::required);
    delivery.clinic = fields.text("clinic", Need::required);
    delivery.kiosk = fields.text("kiosk", Need::required);
    delivery.retention_days = fields.whole_number("retention_days", 0, 3650, 30, Need::optional);
    for (const auto& [key, name] :
         {std::pair{"clinic", delivery.clinic}, {"kiosk", delivery.kiosk}})
        if (!name.empty() && !is_login_part(name))
            report.error(fields.line_of(key), "bad-name",
                         in_quotes(name) + " cannot be a part of a login.",
                         "Use a-z, 0-9 and _, at most 24 of them, as in the login "
                         "kiosk.CLINIC.KIOSK.");
    if (policy.findings.size() == before) policy.delivery = delivery;
}

/// With a value or without.
bool has_line(const YamlNode& node, std::string_view key) {
    return std::any_of(node.keys.begin(), node.keys.end(),
                       [&](const auto& known) { return known.name == key; });
}

/// A path, or a map of what the file holds.
void read_clinic_key(const YamlNode& node, const Fields& whole, Policy& policy, Report& report) {
    const auto before = policy.findings.size();
    ClinicKeyPolicy clinic_key;
    if (node.kind == YamlNode::Kind::map) {
        const Fields fields(node, "The clinic's key", {"key", "fingerprint"}, report);
        clinic_key.key = fields.text("key", Need::required);
        clinic_key.fingerprint = fields.text("fingerprint", Need::required);
    } else {
        clinic_key.file = whole.text("clinic_key", Need::required);
    }
    if (policy.findings.size() == before) policy.clinic_key = clinic_key;
}

/// A language's code, or nothing and a finding.
std::string language_of(const std::string& code, int line, Report& report) {
    if (code.empty() || is_language_code(code)) return code;
    report.error(line, "bad-language", in_quotes(code) + " is no language's code.",
                 "Write two letters, as in en, tr, ar, de or es.");
    return {};
}

void read_display(const YamlNode& node, Policy& policy, Report& report) {
    const Fields fields(node, "The display",
                        {"rotate", "language", "languages", "height_mm", "bottom_mm", "reach_mm"},
                        report);
    policy.around.stand = read_stand(fields);
    DisplayPolicy& display = policy.display;
    display.language =
        language_of(fields.text("language", Need::optional), fields.line_of("language"), report);
    for (const auto& code : fields.texts("languages", Need::optional))
        if (auto known = language_of(code, fields.line_of("languages"), report); !known.empty())
            display.languages.push_back(std::move(known));
    if (node.find("rotate") == nullptr) return;
    const int degrees = fields.whole_number("rotate", 0, 270, 0, Need::required);
    if (degrees % 90 == 0)
        display.rotate = degrees;
    else
        report.error(fields.line_of("rotate"), "bad-rotation",
                     "A picture cannot be turned by " + std::to_string(degrees) + " degrees.",
                     "Write 0, 90, 180 or 270.");
}

bool is_country(const std::string& code) {
    return code.size() == 2 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// CUPS allows more in a name, and no command line should.
bool is_queue(const std::string& name) {
    constexpr std::size_t kLongest = 127;
    return name.size() <= kLongest && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-' || c == '.';
           });
}

void read_around(const Fields& fields, Surroundings& around, Report& report) {
    constexpr std::size_t kLongestName = 60;
    around.printer = fields.text("printer", Need::optional);
    if (!around.printer.empty() && !is_queue(around.printer)) {
        report.error(fields.line_of("printer"), "bad-printer",
                     in_quotes(around.printer) + " cannot be a printer’s name.",
                     "Write the name that “lpstat -e” lists: letters, digits, _, - and dots.");
        around.printer.clear();
    }
    around.help_from = fields.text("help_from", Need::optional);
    if (around.help_from.size() > kLongestName) {
        report.error(fields.line_of("help_from"), "too-long",
                     "The kiosk’s name for the desk is too long.",
                     "Write at most " + std::to_string(kLongestName) + " bytes, as in “Kiosk 2”.");
        around.help_from.clear();
    }
}

void read_whole(const YamlNode& node, Policy& policy, Report& report) {
    const Fields fields(
        node, "The kiosk's policy",
        {"packs", "review_grace_days", "phone_country", "staff_code", "clinic_key", "delivery",
         "clinic", "printer", "help_from", "hearing", "display", "go_on_by_itself"},
        report);
    policy.wants_clinic_key = has_line(node, "clinic_key");
    for (const char* key : {"clinic_key", "delivery"})
        if (has_line(node, key) && node.find(key) == nullptr)
            report.error(fields.line_of(key), "no-value",
                         std::string("Nothing stands after “") + key + ":”.",
                         "Write its value, or take the line out.");
    if (const YamlNode* key = node.find("clinic_key"))
        read_clinic_key(*key, fields, policy, report);
    policy.wants_delivery = policy.around.delivers = has_line(node, "delivery");
    if (const YamlNode* delivery = fields.map("delivery", Need::optional))
        read_delivery(*delivery, policy, report);
    if (const YamlNode* clinic = fields.map("clinic", Need::optional))
        policy.clinic = read_clinic(*clinic, report);
    if (const YamlNode* hearing = fields.map("hearing", Need::optional))
        policy.hearing = read_hearing(*hearing, report);
    if (const YamlNode* display = fields.map("display", Need::optional))
        read_display(*display, policy, report);
    policy.around.goes_on =
        node.find("go_on_by_itself") != nullptr && fields.flag("go_on_by_itself");
    policy.review_grace_days =
        fields.whole_number("review_grace_days", 0, 3650, 90, Need::optional);
    policy.clinic.phone_country = fields.text("phone_country", Need::optional);
    if (!policy.clinic.phone_country.empty() && !is_country(policy.clinic.phone_country))
        report.error(fields.line_of("phone_country"), "bad-country",
                     "The country of phone numbers is no code of two capitals.",
                     "Write the country’s code (ISO 3166), for example TR.");
    read_around(fields, policy.around, report);
    policy.staff_code = fields.text("staff_code", Need::optional);
    if (!policy.staff_code.empty() && !policy.staff_code.starts_with("$argon2"))
        report.error(fields.line_of("staff_code"), "bad-staff-code",
                     "The staff code does not stand here as candor staff-code writes it.",
                     "Run candor staff-code --state with this folder.");
    if (const YamlNode* packs = fields.map("packs", Need::optional))
        read_packs(*packs, policy, report);
    else if (!report.failed())
        policy.state = Policy::State::none;
}

/// No error: a clinic with one clinician may mean it. But two signatures look like two people.
void warn_of_shared_keys(Policy& policy) {
    std::erase_if(policy.findings, [](const auto& finding) { return finding.code == kSharedKey; });
    for (const auto& key : keys_of_two_roles(policy.keys))
        policy.findings.push_back(
            {kName, 0, base::Severity::warning, kSharedKey,
             "The key " + to_text(key.id) +
                 " counts as author and as reviewer, so one person can approve a pack alone.",
             "Name a key of another person for one of the two."});
}

/// Where it is broken, nobody's keys count.
void close(Policy& policy) {
    if (policy.state != Policy::State::broken) return;
    policy.keys.clear();
    policy.require = {kRoles.begin(), kRoles.end()};
    policy.show_shipped = ShowShipped::when_nothing_else;
}

void read_text(const std::string& text, Policy& policy) {
    Report report(kName, policy.findings);
    const auto yaml = parse_yaml(text, 1, report);
    policy.state = Policy::State::good;
    if (yaml && yaml->kind == YamlNode::Kind::nothing)
        policy.state = Policy::State::none;
    else if (yaml)
        read_whole(*yaml, policy, report);
    // A misspelt key must not quietly loosen anything.
    if (!yaml || !policy.findings.empty()) policy.state = Policy::State::broken;
    if (policy.state != Policy::State::broken) warn_of_shared_keys(policy);
}

}  // namespace

std::filesystem::path policy_file(const std::filesystem::path& state_dir) {
    return state_dir / kName;
}

Policy read_policy(const std::filesystem::path& state_dir) {
    Policy policy;
    const auto text = base::read_file(policy_file(state_dir), kMaxPolicyBytes);
    if (text) {
        read_text(*text, policy);
    } else if (text.error().kind != base::FaultKind::not_found) {
        policy.state = Policy::State::broken;
        policy.findings.push_back({kName, 0, base::Severity::error, "unreadable-file",
                                   "This file cannot be read (" + text.error().detail + ").",
                                   "Check its rights and its size."});
    }
    if (policy.clinic_key && policy.clinic_key->file.is_relative() &&
        !policy.clinic_key->file.empty())
        policy.clinic_key->file = state_dir / policy.clinic_key->file;
    if (!policy.clinic.logo.empty()) policy.clinic.logo = state_dir / policy.clinic.logo;
    close(policy);
    return policy;
}

Policy policy_of(const std::string& text) {
    Policy policy;
    read_text(text, policy);
    close(policy);
    return policy;
}

Policy with_keys(Policy policy, const TrustedKeys& keys) {
    if (policy.state == Policy::State::broken || keys.empty()) return policy;
    if (policy.state == Policy::State::none) policy.require.clear();
    for (const auto& [role, more] : keys) {
        auto& known = policy.keys[role];
        known.insert(known.end(), more.begin(), more.end());
        if (policy.state == Policy::State::none) policy.require.push_back(role);
    }
    policy.state = Policy::State::good;
    warn_of_shared_keys(policy);
    return policy;
}

}  // namespace candor::pack
