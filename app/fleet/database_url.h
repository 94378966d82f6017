#pragma once
#include <map>
#include <string>

#include "base/result.h"

namespace candor::fleet {

/// Where a PostgreSQL server is and how to log in, as libpq's parameters.
struct Database {
    std::map<std::string, std::string> parameters;
    std::string where;  ///< "db.example.org/candor": for faults; neither user nor password
};

/// Reads "postgresql://USER@HOST[:PORT][,HOST2…]/DATABASE[?PARAMETER=…]" (libpq §34.1.1.2). The
/// server's certificate is always checked (sslmode=verify-full), but over a Unix socket. Faults:
/// wrong_format; refused for a weaker sslmode, and for a password, which belongs into a passfile.
base::Result<Database> read_database_url(const std::string& url);

}  // namespace candor::fleet
