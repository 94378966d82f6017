#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pack/package/minisign.h"

namespace candor::pack {

enum class Role { author, reviewer };
inline constexpr std::array<Role, 2> kRoles{Role::author, Role::reviewer};
/// "author", "reviewer".
const char* name_of(Role role);
std::optional<Role> role_named(std::string_view name);
/// "MANIFEST.author.minisig", "MANIFEST.reviewer.minisig".
std::string signature_file(Role role);

/// Who signed, as it stands in the signature's trusted comment, in this form alone:
///   candor role=reviewer date=2026-11-22 name="Dr. Ada Byron" profession="Dermatologist"
/// Name and profession may be missing; a reviewer has a name. Neither holds quotes, backslashes or
/// control and direction characters, or is longer than 200 bytes.
struct Signer {
    Role role = Role::author;
    std::string date, name, profession;
    KeyId key{};  ///< not part of the comment
};

/// Fault wrong_format: what of it cannot be written so.
base::Result<std::string> to_comment(const Signer& signer);
base::Result<Signer> read_comment(std::string_view comment, const std::string& where);

/// The texts of the signature files that are there, by role.
using SignatureTexts = std::map<Role, std::string>;
/// Whose signatures count, by role.
using TrustedKeys = std::map<Role, std::vector<VerifyingKey>>;

enum class Verdict {
    trusted,      ///< signed by a key that this role trusts
    missing,      ///< not signed
    unknown_key,  ///< signed by a key that this role does not trust
    unreadable,   ///< not a signature, or not a comment of ours
    wrong_role,   ///< the signer signed for another role
    forged        ///< a trusted key's name, but not its signature of these bytes
};
/// "trusted", "missing" …
const char* name_of(Verdict verdict);

struct RoleVerdict {
    Role role = Role::author;
    Verdict verdict = Verdict::missing;
    Signer signer;                   ///< only when trusted; otherwise at most the key's id is known
    std::optional<VerifyingKey> by;  ///< whose signature it is, when trusted
};

/// One verdict a role, in the order of kRoles.
std::vector<RoleVerdict> judge(std::string_view manifest, const SignatureTexts& signatures,
                               const TrustedKeys& trusted);

/// Those who signed, and are trusted.
struct Approval {
    std::optional<Signer> author, reviewer;
    bool by_one_key = false;  ///< both signed with the same key: perhaps one person, not two
};

/// The same key, whatever its comment lines say and whatever id stands before it.
bool is_same_key(const VerifyingKey& a, const VerifyingKey& b);
/// The keys that more than one role trusts, each once.
std::vector<VerifyingKey> keys_of_two_roles(const TrustedKeys& trusted);

/// Fault refused: a required role without a trusted signature, or any signature that is worse than
/// of an unknown key.
base::Result<Approval> approve(const std::vector<RoleVerdict>& verdicts,
                               const std::vector<Role>& required, const std::string& where);

}  // namespace candor::pack
