#include "pack/package/approval.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "pack/folder/fields.h"
#include "pack/folder/text_rules.h"

namespace candor::pack {
namespace {

using base::FaultKind;

constexpr std::size_t kMaxWords = 200;
constexpr std::string_view kCommentStart = "candor ";

bool can_be_shown(std::string_view words) {
    if (words.size() > kMaxWords) return false;
    for (std::size_t at = 0; at < words.size();) {
        const char32_t c = base::next_code_point(words, at);
        if (!is_allowed(c) || c == '\n' || c == '\t' || c == '"' || c == '\\') return false;
    }
    return true;
}

/// Takes `key=value` or `key="value"` from the front, and the space behind it.
bool take(std::string_view& rest, std::string_view& key, std::string_view& value) {
    const auto equals = rest.find('=');
    if (equals == std::string_view::npos) return false;
    key = rest.substr(0, equals);
    rest.remove_prefix(equals + 1);
    const bool quoted = rest.starts_with('"');
    if (quoted) rest.remove_prefix(1);
    const auto end = rest.find(quoted ? '"' : ' ');
    if (quoted && end == std::string_view::npos) return false;
    value = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), value.size() + (quoted ? 1 : 0)));
    if (!rest.empty() && rest.front() != ' ') return false;
    rest.remove_prefix(std::min<std::size_t>(rest.size(), 1));
    return true;
}

bool read_fields(std::string_view rest, Signer& signer) {
    bool has_role = false, has_date = false, has_name = false, has_profession = false;
    std::string_view key, value;
    while (!rest.empty()) {
        if (!take(rest, key, value) || !can_be_shown(value)) return false;
        if (key == "role" && !has_role && role_named(value))
            has_role = true, signer.role = *role_named(value);
        else if (key == "date" && !has_date && is_date(value))
            has_date = true, signer.date = value;
        else if (key == "name" && !has_name)
            has_name = true, signer.name = value;
        else if (key == "profession" && !has_profession)
            has_profession = true, signer.profession = value;
        else
            return false;
    }
    return has_role && has_date && (signer.role != Role::reviewer || !signer.name.empty());
}

RoleVerdict judge_one(Role role, std::string_view manifest, const std::string& text,
                      const std::vector<VerifyingKey>& keys) {
    RoleVerdict found{role, Verdict::unreadable, {}};
    const auto signature = read_signature(text, signature_file(role));
    if (!signature) return found;
    found.signer.key = signature->key;
    const auto has_its_id = [&](const auto& key) { return key.id == signature->key; };
    if (std::none_of(keys.begin(), keys.end(), has_its_id)) {
        found.verdict = Verdict::unknown_key;
        return found;
    }
    const auto signed_it = [&](const auto& key) { return is_signed(*signature, manifest, key); };
    const auto by = std::find_if(keys.begin(), keys.end(), signed_it);
    if (by == keys.end()) {
        found.verdict = Verdict::forged;
        return found;
    }
    auto signer = read_comment(signature->trusted_comment, signature_file(role));
    if (!signer) return found;
    found.verdict = signer->role == role ? Verdict::trusted : Verdict::wrong_role;
    if (found.verdict != Verdict::trusted) return found;
    found.signer = std::move(*signer);
    found.signer.key = signature->key;
    found.by = *by;
    return found;
}

/// Of verdicts that approve.
bool by_one_key(const std::vector<RoleVerdict>& verdicts) {
    std::vector<VerifyingKey> keys;
    for (const auto& found : verdicts) {
        if (!found.by) continue;
        const auto is_it = [&](const auto& key) { return is_same_key(key, *found.by); };
        if (std::any_of(keys.begin(), keys.end(), is_it)) return true;
        keys.push_back(*found.by);
    }
    return false;
}

}  // namespace

const char* name_of(Role role) { return role == Role::author ? "author" : "reviewer"; }

std::optional<Role> role_named(std::string_view name) {
    for (const Role role : kRoles)
        if (name == name_of(role)) return role;
    return std::nullopt;
}

std::string signature_file(Role role) {
    return std::string("MANIFEST.") + name_of(role) + ".minisig";
}

base::Result<std::string> to_comment(const Signer& signer) {
    const auto wrong = [](const char* what) {
        return base::fail(FaultKind::wrong_format, "signature", what);
    };
    if (!is_date(signer.date)) return wrong("the date is no day of the calendar");
    if (signer.role == Role::reviewer && signer.name.empty())
        return wrong("a reviewer needs a name, since patients are told who reviewed");
    if (!can_be_shown(signer.name) || !can_be_shown(signer.profession))
        return wrong("a name or profession is too long, or holds a quote or a control character");
    std::string comment =
        std::string(kCommentStart) + "role=" + name_of(signer.role) + " date=" + signer.date;
    if (!signer.name.empty()) comment += " name=\"" + signer.name + "\"";
    if (!signer.profession.empty()) comment += " profession=\"" + signer.profession + "\"";
    return comment;
}

base::Result<Signer> read_comment(std::string_view comment, const std::string& where) {
    Signer signer;
    if (!comment.starts_with(kCommentStart) ||
        !read_fields(comment.substr(kCommentStart.size()), signer))
        return base::fail(FaultKind::wrong_format, where,
                          "its trusted comment does not say role, date and name");
    return signer;
}

const char* name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::trusted:
            return "trusted";
        case Verdict::missing:
            return "missing";
        case Verdict::unknown_key:
            return "unknown key";
        case Verdict::unreadable:
            return "unreadable";
        case Verdict::wrong_role:
            return "wrong role";
        case Verdict::forged:
            break;
    }
    return "forged";
}

std::vector<RoleVerdict> judge(std::string_view manifest, const SignatureTexts& signatures,
                               const TrustedKeys& trusted) {
    std::vector<RoleVerdict> verdicts;
    for (const Role role : kRoles) {
        const auto text = signatures.find(role);
        const auto keys = trusted.find(role);
        static const std::vector<VerifyingKey> kNone;
        verdicts.push_back(text == signatures.end()
                               ? RoleVerdict{role, Verdict::missing, {}}
                               : judge_one(role, manifest, text->second,
                                           keys == trusted.end() ? kNone : keys->second));
    }
    return verdicts;
}

base::Result<Approval> approve(const std::vector<RoleVerdict>& verdicts,
                               const std::vector<Role>& required, const std::string& where) {
    Approval approval;
    for (const auto& found : verdicts) {
        if (found.verdict == Verdict::trusted) {
            (found.role == Role::author ? approval.author : approval.reviewer) = found.signer;
            continue;
        }
        const bool needed =
            std::find(required.begin(), required.end(), found.role) != required.end();
        const bool harmless =
            found.verdict == Verdict::missing || found.verdict == Verdict::unknown_key;
        if (needed || !harmless)
            return base::fail(
                FaultKind::refused, where,
                std::string("the signature of the ") + name_of(found.role) + " is " +
                    (found.verdict == Verdict::unknown_key
                         ? "by a key that is not trusted here (" + to_text(found.signer.key) + ")"
                         : name_of(found.verdict)));
    }
    approval.by_one_key = by_one_key(verdicts);
    return approval;
}

bool is_same_key(const VerifyingKey& a, const VerifyingKey& b) { return a.bytes == b.bytes; }

std::vector<VerifyingKey> keys_of_two_roles(const TrustedKeys& trusted) {
    std::vector<VerifyingKey> found;
    const auto holds = [](const std::vector<VerifyingKey>& keys, const VerifyingKey& key) {
        return std::any_of(keys.begin(), keys.end(),
                           [&](const auto& other) { return is_same_key(other, key); });
    };
    for (auto role = trusted.begin(); role != trusted.end(); ++role)
        for (const auto& key : role->second)
            for (auto other = std::next(role); other != trusted.end(); ++other)
                if (holds(other->second, key) && !holds(found, key)) found.push_back(key);
    return found;
}

}  // namespace candor::pack
