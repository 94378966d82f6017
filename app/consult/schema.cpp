#include "consult/schema.h"

#include <array>
#include <string>

namespace candor::consult {
namespace {

// One step a version; a step that has shipped never changes. `sequence` says the order of arrival,
// which the wall clock cannot; numbers are never used again, so that delivery can count on them.
constexpr std::array<const char*, kSchemaVersion> kSteps = {
    R"(CREATE TABLE request (
         sequence INTEGER PRIMARY KEY AUTOINCREMENT,
         id TEXT NOT NULL UNIQUE,
         reference TEXT NOT NULL UNIQUE,
         created TEXT NOT NULL,
         state TEXT NOT NULL DEFAULT 'requested',
         key_fingerprint TEXT NOT NULL,
         sealed BLOB NOT NULL,
         digest BLOB NOT NULL
       ) STRICT;)",
};

}  // namespace

base::Result<int> schema_version(Database& database) {
    const auto version = database.number("PRAGMA user_version");
    if (!version) return tl::unexpected(version.error());
    if (*version > kSchemaVersion)
        return base::fail(base::FaultKind::unsupported, database.where(),
                          "layout " + std::to_string(*version) + ", this program knows up to " +
                              std::to_string(kSchemaVersion));
    return static_cast<int>(*version);
}

base::Result<void> migrate(Database& database) {
    auto version = schema_version(database);
    if (!version) return tl::unexpected(version.error());
    if (*version == kSchemaVersion) return {};
    Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun) return begun;
    // Another process may have been faster.
    version = schema_version(database);
    if (!version) return tl::unexpected(version.error());
    for (int step = *version; step < kSchemaVersion; ++step)
        if (auto done = database.run(kSteps[static_cast<std::size_t>(step)]); !done) return done;
    const std::string set = "PRAGMA user_version = " + std::to_string(kSchemaVersion);
    if (auto done = database.run(set.c_str()); !done) return done;
    return transaction.commit();
}

}  // namespace candor::consult
