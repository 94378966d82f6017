#pragma once
#include <libpq-fe.h>
#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>

namespace candor::fleet {

/// A PostgreSQL of the test program's own, started at the first use and gone with the program,
/// however that ends: a Unix socket in a folder of its own, and a free port of 127.0.0.1 for TLS.
/// It trusts whoever comes, but members of "with_password". Root runs it as the user postgres.
/// Throws std::runtime_error when it cannot be had.
class PostgresServer {
  public:
    static PostgresServer& instance();
    /// A new database with packaging/fleet/schema.sql in it. In the cluster are the logins
    /// kiosk.{north,south}.{hall,ward}, desk.{north,south}.{front,back}, keeper.{north,south}.all.
    std::string fresh_database();
    /// Without the layout.
    std::string empty_database();
    /// Runs a file with psql as the administrator; gives its exit status, `said` what it said.
    int psql_file(const std::string& database, const std::filesystem::path& file, std::string& said,
                  const std::string& options = {}) const;

    /// As a crash: answers that are on their way are not given.
    void stop_at_once();
    /// Returns when it takes connections.
    void start();
    /// With other settings ("ssl = on\n…"); empty: its own again.
    void restart_with(const std::string& settings);

    /// "postgresql://LOGIN@/DATABASE?host=FOLDER", over the Unix socket of `folder`.
    std::string url(const std::string& login, const std::string& database,
                    const std::filesystem::path& folder) const;
    std::string url(const std::string& login, const std::string& database) const {
        return url(login, database, folder_);
    }
    const std::filesystem::path& folder() const { return folder_; }
    int port() const { return port_; }
    /// Hands a file over to the user that the server runs as.
    void give(const std::filesystem::path& file) const;

  private:
    PostgresServer();
    ~PostgresServer();
    void make_cluster() const;
    void become_its_user() const;
    void stop(int signal);

    std::filesystem::path folder_;
    uid_t user_ = 0;
    gid_t group_ = 0;
    pid_t pid_ = -1;
    int port_ = 0, databases_ = 0;
    bool has_template_ = false;
};

/// A client that is not ours: what the server does with plain SQL.
class Session {
  public:
    Session(const PostgresServer& server, const std::string& login, const std::string& database)
        : connection_(PQconnectdb(server.url(login, database).c_str()), &PQfinish) {}
    /// The first value, "" for none; or "error SQLSTATE".
    std::string run(const std::string& sql);
    /// Sends it and does not wait.
    void send(const std::string& sql) { PQsendQuery(connection_.get(), sql.c_str()); }

  private:
    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

}  // namespace candor::fleet
