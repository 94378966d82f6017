#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/package/approval.h"

namespace candor::ctl {

/// No key file is larger.
inline constexpr std::size_t kMaxKeyFile = 16 * 1024;

/// Tells stderr when author and reviewer of `subject` signed with the same key.
void warn_of_one_key(const std::string& subject, const pack::Approval& approval);

/// Reads words of the form ROLE=FILE.pub. Faults: wrong_format, not_found.
base::Result<pack::TrustedKeys> read_trust(const std::vector<std::string>& words);

/// "author: trusted, Ada Byron, 2026-11-22, key 2ADA38B70AEF815B".
std::string to_line(const pack::RoleVerdict& verdict);
/// "Ada Byron, Dermatologist, 2026-11-22"; what is missing is left out.
std::string to_words(const pack::Signer& signer);

}  // namespace candor::ctl
