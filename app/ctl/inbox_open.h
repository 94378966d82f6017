#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "consult/keys/keys.h"
#include "consult/store/inbox.h"
#include "consult/store/opened_row.h"
#include "ctl/inbox_store.h"

namespace candor::ctl {

/// Which request, and what opens it.
struct OpenOptions {
    InboxStore store;
    std::string reference, key, passphrase_file;
};

/// A row with what was sealed in it, and what was done with it.
struct Opened {
    consult::InboxRow row;
    consult::OpenedRow inside;
    consult::SecretKey key;
    std::vector<consult::Change> changes;
};

/// A verb of `inbox` with the options that name and open one request. `options` must outlive the
/// parsing.
CLI::App* add_opening_verb(CLI::App& inbox, const char* name, const char* description,
                           OpenOptions& options);

/// The secret key in a file; its passphrase from another file, or asked for.
base::Result<consult::SecretKey> load_key(const std::string& key_file,
                                          const std::string& passphrase_file);

/// Prints the refusal itself; nothing when there is one.
std::optional<Opened> open_request(const OpenOptions& options);

}  // namespace candor::ctl
