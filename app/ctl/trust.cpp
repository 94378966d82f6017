#include "ctl/trust.h"

#include <iostream>

#include "base/files.h"

namespace candor::ctl {
void warn_of_one_key(const std::string& subject, const pack::Approval& approval) {
    if (approval.by_one_key)
        std::cerr << subject
                  << ": warning [shared-key] Author and reviewer signed with the same key, so "
                     "perhaps only one person has looked at it. Let somebody else sign for one of "
                     "the two.\n";
}

base::Result<pack::TrustedKeys> read_trust(const std::vector<std::string>& words) {
    pack::TrustedKeys keys;
    for (const auto& word : words) {
        const auto equals = word.find('=');
        const auto role = pack::role_named(word.substr(0, equals));
        if (equals == std::string::npos || !role)
            return base::fail(base::FaultKind::wrong_format, "--trust " + word,
                              "it should be author=FILE.pub or reviewer=FILE.pub");
        const auto file = word.substr(equals + 1);
        const auto text = TRY(base::read_file(file, kMaxKeyFile));
        const auto key = TRY(pack::read_verifying_key(text, file));
        keys[*role].push_back(key);
    }
    return keys;
}

std::string to_words(const pack::Signer& signer) {
    std::string words = signer.name;
    for (const auto& more : {signer.profession, signer.date})
        if (!more.empty()) words += (words.empty() ? "" : ", ") + more;
    return words;
}

std::string to_line(const pack::RoleVerdict& verdict) {
    std::string line = std::string(name_of(verdict.role)) + ": " + name_of(verdict.verdict);
    if (verdict.verdict == pack::Verdict::trusted) line += ", " + to_words(verdict.signer);
    if (verdict.signer.key != pack::KeyId{}) line += ", key " + pack::to_text(verdict.signer.key);
    return line;
}

}  // namespace candor::ctl
