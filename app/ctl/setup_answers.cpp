#include "ctl/setup_answers.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "consult/keys/keys.h"
#include "ctl/languages_here.h"
#include "fleet/database_url.h"
#include "pack/folder/fields.h"
#include "pack/folder/yaml.h"
#include "pack/package/policy.h"
#include "pack/package/policy_text.h"

namespace candor::ctl {
namespace {

using base::FaultKind;
using base::Result;
using pack::YamlNode;

constexpr Question kQuestions[] = {
    {"clinic.name", "The clinic's name, as patients read it", ""},
    {"clinic.phone", "Its phone number, as patients dial it", ""},
    {"clinic.language", "The language that its staff read requests in (en, tr, ar, de, es …)", ""},
    {"phone_country", "The country of phone numbers that are typed without one (DE, TR …)", ""},
    {"display.language", "The language that a visit starts in", ""},
    {"display.languages", "The languages that people can choose, with commas (none: all)", ""},
    {"display.rotate", "How far picture and touch are turned clockwise (0, 90, 180 or 270)", ""},
    {"clinic_key", "The file of the clinic's public key (clinic.key.pub; none: a demonstration)",
     ""},
    {"delivery.database",
     "The server that requests go to (postgresql://kiosk.CLINIC.KIOSK@HOST/DATABASE; none: they "
     "stay here)",
     ""},
    {"delivery.clinic", "The clinic in that login", "delivery.database"},
    {"delivery.kiosk", "The kiosk in that login", "delivery.database"},
    {"delivery.retention_days", "For how many days delivered requests stay on this machine",
     "delivery.database"},
    {"printer", "The queue of CUPS that patients print on (none: nothing is printed)", ""},
    {"help_from", "How the desk calls this kiosk (none: nobody can ask it for help)", ""},
};

/// The value at "clinic.name", with its line; nullptr: none.
const YamlNode* find(const YamlNode& whole, std::string_view path) {
    const auto dot = path.find('.');
    const YamlNode* node = whole.find(path.substr(0, dot));
    if (dot == std::string_view::npos || node == nullptr) return node;
    return node->find(path.substr(dot + 1));
}

std::string joined(const YamlNode& list) {
    std::string out;
    for (const auto& item : list.items) out += (out.empty() ? "" : ", ") + item.text;
    return out;
}

std::vector<std::string> parts_of(const std::string& answer) {
    std::vector<std::string> parts(1);
    for (const char c : answer) {
        if (c == ',')
            parts.emplace_back();
        else if (c != ' ')
            parts.back() += c;
    }
    return parts;
}

Result<void> must_be_spoken(const std::string& code, const std::filesystem::path& state) {
    const auto spoken = spoken_languages(state);
    if (spoken.empty() || std::find(spoken.begin(), spoken.end(), code) != spoken.end()) return {};
    std::string known;
    for (const auto& each : spoken) known += (known.empty() ? "" : ", ") + each;
    return base::fail(FaultKind::refused, "",
                      "the kiosk does not speak " + pack::in_quotes(code) + ", but " + known);
}

Result<std::string> languages_value(const std::string& answer, const std::filesystem::path& state) {
    std::string value;
    for (const auto& code : parts_of(answer)) {
        TRY(must_be_spoken(code, state));
        value += (value.empty() ? "" : ", ") + code;
    }
    return "[" + value + "]";
}

/// The line "NAME: VALUE" of a key's file.
std::string value_of_line(const std::string& text, const std::string& name) {
    const auto at = text.find("\n" + name + ": ");
    const auto begin = at + name.size() + 3;
    return text.substr(begin, text.find('\n', begin) - begin);
}

/// What the file holds, so that the stick that it came on can go.
Result<std::string> key_value(const std::string& file) {
    const auto key = TRY(consult::load_public_key(file));
    const std::string text = consult::public_key_text(key);
    return "{key: " + pack::yaml_quoted(value_of_line(text, "key")) +
           ", fingerprint: " + pack::yaml_quoted(key.fingerprint()) + "}";
}

Result<std::string> value_for(std::string_view key, const std::string& answer,
                              const std::filesystem::path& state) {
    if (key == "clinic_key") return key_value(answer);
    if (key == "display.languages") return languages_value(answer, state);
    if (key == "display.language") TRY(must_be_spoken(answer, state));
    if (key == "delivery.database") TRY(fleet::read_database_url(answer));
    return pack::yaml_quoted(answer);
}

std::optional<YamlNode> parsed(const std::string& text) {
    base::Findings ignored;
    pack::Report report("kiosk.yaml", ignored);
    return pack::parse_yaml(text, 1, report);
}

/// What the kiosk itself says of that line. What is still missing comes later.
Result<void> must_be_readable(const std::string& text, std::string_view key) {
    const auto whole = parsed(text);
    const YamlNode* node = whole ? find(*whole, key) : nullptr;
    for (const auto& finding : pack::policy_of(text).findings)
        if (node != nullptr && finding.line == node->line && finding.code != "missing-key")
            return base::fail(FaultKind::refused, "", finding.message + " " + finding.remedy);
    return {};
}

}  // namespace

std::span<const Question> setup_questions() { return kQuestions; }

std::string answer_in(const std::string& kiosk_yaml, std::string_view key) {
    const auto whole = parsed(kiosk_yaml);
    const YamlNode* node = whole ? find(*whole, key) : nullptr;
    if (node == nullptr) return {};
    if (node->is(YamlNode::Kind::list)) return joined(*node);
    if (!node->is(YamlNode::Kind::map)) return node->text;
    const YamlNode* fingerprint = node->find("fingerprint");
    return fingerprint != nullptr ? "key " + fingerprint->text : "a text for each language";
}

Result<std::string> with_answer(const std::string& kiosk_yaml, const Question& question,
                                const std::string& answer, const std::filesystem::path& state) {
    // The address carries the rest of its map.
    const auto key = question.key == "delivery.database" && answer == kTakeOut
                         ? std::string_view("delivery")
                         : question.key;
    if (answer == kTakeOut) return pack::without_value(kiosk_yaml, key);
    const auto value = TRY(value_for(key, answer, state));
    auto text = TRY(pack::with_value(kiosk_yaml, key, value));
    TRY(must_be_readable(text, key));
    return text;
}

std::map<std::string, std::string> read_answers(const std::string& text, const std::string& name,
                                                base::Findings& findings) {
    pack::Report report(name, findings);
    const auto whole = pack::parse_yaml(text, 1, report);
    std::map<std::string, std::string> answers;
    if (!whole || whole->kind == YamlNode::Kind::nothing) return answers;
    std::vector<std::string_view> known;
    for (const auto& question : kQuestions) known.push_back(question.key);
    const pack::Fields fields(*whole, "The file of answers", known, report);
    for (const auto key : known) {
        const YamlNode* node = whole->find(key);
        if (node == nullptr) continue;
        auto answer =
            node->is(YamlNode::Kind::list) ? joined(*node) : fields.text(key, pack::Need::optional);
        if (!answer.empty()) answers.emplace(key, std::move(answer));
    }
    return answers;
}

}  // namespace candor::ctl
