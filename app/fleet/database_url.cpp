#include "fleet/database_url.h"

#include <libpq-fe.h>

#include <memory>

namespace candor::fleet {
namespace {

using base::FaultKind;

constexpr const char* kSafe = "verify-full";
// A server that swallows what is sent is noticed, while connecting and later.
constexpr const char* kAnswerWithinMs = "10000";
constexpr const char* kIdleS = "30";

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

bool is_url(const std::string& text) {
    return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

base::Result<std::map<std::string, std::string>> parse(const std::string& url) {
    // libpq's own message may repeat a password.
    const auto wrong =
        base::fail(FaultKind::wrong_format, "database", "expected postgresql://USER@HOST/DATABASE");
    if (!is_url(url)) return wrong;
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(
        PQconninfoParse(url.c_str(), nullptr));
    if (!options) return wrong;
    std::map<std::string, std::string> parameters;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr) parameters[option->keyword] = option->val;
    return parameters;
}

std::string value(const Database& database, const std::string& key) {
    const auto found = database.parameters.find(key);
    return found == database.parameters.end() ? std::string() : found->second;
}

/// Are all hosts Unix sockets? Where none is named the environment decides, so: no.
bool is_local(const std::string& hosts) {
    for (std::size_t at = 0; at <= hosts.size();) {
        if (at == hosts.size() || (hosts[at] != '/' && hosts[at] != '@')) return false;
        const auto comma = hosts.find(',', at);
        if (comma == std::string::npos) return true;
        at = comma + 1;
    }
    return false;
}

}  // namespace

base::Result<Database> read_database_url(const std::string& url) {
    auto parameters = TRY(parse(url));
    Database database{std::move(parameters), {}};
    database.where = value(database, "host") + "/" + value(database, "dbname");
    if (!value(database, "password").empty() || !value(database, "sslpassword").empty())
        return base::fail(FaultKind::refused, database.where,
                          "a password in an address can be read by others; write it into a file "
                          "of mode 0600 and name that with ?passfile=FILE, or in PGPASSFILE");
    const std::string mode = value(database, "sslmode");
    if (!mode.empty() && mode != kSafe && !is_local(value(database, "host")))
        return base::fail(FaultKind::refused, database.where,
                          "sslmode=" + mode + " does not check who the server is; write sslmode=" +
                              kSafe + " and name the authority with sslrootcert=FILE");
    database.parameters["sslmode"] = kSafe;
    database.parameters["gssencmode"] = "disable";  // it would take the place of TLS
    // Ours only where the address says nothing else.
    database.parameters.insert({{"tcp_user_timeout", kAnswerWithinMs},
                                {"keepalives_idle", kIdleS},
                                {"fallback_application_name", "candor"},
                                {"client_encoding", "UTF8"}});
    return database;
}

}  // namespace candor::fleet
