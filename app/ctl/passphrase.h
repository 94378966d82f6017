#pragma once
#include <filesystem>

#include "base/result.h"
#include "base/secret_string.h"

namespace candor::ctl {

/// The first line of a file. Fault refused when it is empty or over 1,000 bytes.
base::Result<base::SecretString> read_passphrase(const std::filesystem::path& file);

/// Asks on standard error and reads a line of standard input, which must be a terminal, without
/// showing it. Faults: unsupported (no terminal), cancelled (Ctrl-C, Ctrl-D).
base::Result<base::SecretString> ask_passphrase(const char* question);

/// Asks twice. Fault refused: empty, or the two differ.
base::Result<base::SecretString> ask_new_passphrase();

}  // namespace candor::ctl
