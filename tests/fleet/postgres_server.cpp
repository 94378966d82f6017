#include "postgres_server.h"

#include <arpa/inet.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace candor::fleet {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTemplate = "with_layout";

[[noreturn]] void give_up(const std::string& why) {
    throw std::runtime_error("PostgreSQL for the tests: " + why);
}

/// Debian keeps each version's programs apart.
fs::path programs() {
    fs::path newest;
    std::error_code none;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none))
        if (fs::exists(version.path() / "bin/initdb") && version.path() > newest)
            newest = version.path();
    if (newest.empty()) give_up("it is not installed; apt-get install postgresql");
    return newest / "bin";
}

int run(const std::string& command, std::string* said = nullptr) {
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return -1;
    std::array<char, 4096> bytes{};
    std::string text;
    while (const auto got = std::fread(bytes.data(), 1, bytes.size(), pipe))
        text.append(bytes.data(), got);
    if (said != nullptr) *said = text;
    return ::pclose(pipe);
}

int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket, plain, size) != 0 || ::getsockname(socket, plain, &size) != 0)
        give_up("no free port");
    ::close(socket);
    return ntohs(address.sin_port);
}

/// The socket on which the server says that it is ready (sd_notify's protocol).
int notify_socket(const fs::path& path) {
    fs::remove(path);
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        give_up("no socket in " + path.string());
    fs::permissions(path, fs::perms::all);
    const timeval patience{60, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    return socket;
}

bool says_ready(int socket) {
    std::array<char, 1024> bytes{};
    while (true) {
        const auto got = ::recv(socket, bytes.data(), bytes.size(), 0);
        if (got <= 0) return false;
        const std::string said(bytes.data(), static_cast<std::size_t>(got));
        if (said.find("READY=1") != std::string::npos) return true;
    }
}

}  // namespace

PostgresServer& PostgresServer::instance() {
    static PostgresServer server;
    return server;
}

PostgresServer::PostgresServer() : user_(::getuid()), group_(::getgid()), port_(free_port()) {
    if (user_ == 0) {
        const passwd* postgres = ::getpwnam("postgres");
        if (postgres == nullptr) give_up("there is no user postgres, and root may not run it");
        user_ = postgres->pw_uid;
        group_ = postgres->pw_gid;
    }
    std::string name = (fs::temp_directory_path() / "candor-pg-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    fs::permissions(folder_, fs::perms(0755));
    give(folder_);
    make_cluster();
    start();
    Session admin(*this, "postgres", "postgres");
    admin.run("CREATE ROLE with_password");
}

PostgresServer::~PostgresServer() {
    stop(SIGQUIT);
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void PostgresServer::give(const fs::path& file) const {
    if (::chown(file.c_str(), user_, group_) != 0) give_up("cannot hand over " + file.string());
}

void PostgresServer::become_its_user() const {
    if (::getuid() != 0) return;
    if (::setgroups(1, &group_) != 0 || ::setgid(group_) != 0 || ::setuid(user_) != 0) ::_exit(1);
}

/// initdb takes a second; a cluster that was made once is copied.
void PostgresServer::make_cluster() const {
    const fs::path kept = fs::path(CANDOR_BINARY_DIR) / "postgres-cluster", data = folder_ / "data";
    std::string said;
    if (!fs::exists(kept)) {
        const std::string as_user =
            ::getuid() == 0 ? "cd / && setpriv --reuid=" + std::to_string(user_) +
                                  " --regid=" + std::to_string(group_) + " --clear-groups "
                            : "";
        if (run(as_user + (programs() / "initdb").string() + " --no-sync -A trust -U postgres" +
                    " -E UTF8 --locale=C.UTF-8 -D " + data.string(),
                &said) != 0)
            give_up("initdb: " + said);
        const std::string half = kept.string() + "." + std::to_string(::getpid());
        std::error_code another_was_faster;
        if (run("cp -r " + data.string() + " " + half) == 0)
            fs::rename(half, kept, another_was_faster);
        if (another_was_faster) fs::remove_all(half);
    } else if (run("cp -r " + kept.string() + " " + data.string() + " && chmod 700 " +
                       data.string() + " && chown -R " + std::to_string(user_) + ":" +
                       std::to_string(group_) + " " + data.string(),
                   &said) != 0) {
        give_up("no copy of the cluster: " + said);
    }
    std::ofstream(data / "postgresql.conf", std::ios::app)
        << "listen_addresses = '127.0.0.1'\nport = " << port_ << "\nunix_socket_directories = '"
        << folder_.string() << "'\nfsync = off\nshared_buffers = 16MB\nmax_connections = 60\n"
        << "include_if_exists = 'test.conf'\n";
    std::ofstream(data / "pg_hba.conf") << "local all +with_password scram-sha-256\n"
                                           "local all all trust\n"
                                           "hostssl all all 127.0.0.1/32 trust\n";
}

void PostgresServer::start() {
    const fs::path notify = folder_ / "ready";
    const int socket = notify_socket(notify);
    pid_ = ::fork();
    if (pid_ == 0) {
        become_its_user();
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
        ::setenv("NOTIFY_SOCKET", notify.c_str(), 1);
        const std::string log = (folder_ / "log").string();
        if (std::freopen(log.c_str(), "a", stderr) == nullptr) ::_exit(1);
        const std::string program = (programs() / "postgres").string(),
                          data = (folder_ / "data").string();
        ::execl(program.c_str(), program.c_str(), "-D", data.c_str(), nullptr);
        ::_exit(1);
    }
    const bool ready = says_ready(socket);
    ::close(socket);
    if (!ready) give_up("it does not start; see " + (folder_ / "log").string());
}

void PostgresServer::stop(int signal) {
    if (pid_ > 0 && ::kill(pid_, signal) == 0) ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

void PostgresServer::stop_at_once() { stop(SIGQUIT); }

void PostgresServer::restart_with(const std::string& settings) {
    stop(SIGINT);
    std::ofstream(folder_ / "data/test.conf") << settings;
    give(folder_ / "data/test.conf");
    start();
}

std::string PostgresServer::url(const std::string& login, const std::string& database,
                                const fs::path& folder) const {
    return "postgresql://" + login + "@/" + database + "?host=" + folder.string() +
           "&port=" + std::to_string(port_);
}

int PostgresServer::psql_file(const std::string& database, const fs::path& file, std::string& said,
                              const std::string& options) const {
    return run(
        "psql -X -q " + options + " -f " + file.string() + " '" + url("postgres", database) + "'",
        &said);
}

std::string PostgresServer::empty_database() {
    const std::string name = "test_" + std::to_string(++databases_);
    Session(*this, "postgres", "postgres").run("CREATE DATABASE " + name);
    return name;
}

std::string PostgresServer::fresh_database() {
    Session admin(*this, "postgres", "postgres");
    if (!has_template_) {
        admin.run(std::string("CREATE DATABASE ") + kTemplate);
        std::string said;
        const auto layout = fs::path(CANDOR_SOURCE_DIR) / "packaging/fleet/schema.sql";
        if (psql_file(kTemplate, layout, said) != 0) give_up("the layout: " + said);
        for (const std::string clinic : {"north", "south"}) {
            for (const std::string kiosk : {"hall", "ward"})
                admin.run("CREATE ROLE \"kiosk." + clinic + "." + kiosk +
                          "\" LOGIN IN ROLE candor_kiosk");
            for (const std::string desk : {"front", "back"})
                admin.run("CREATE ROLE \"desk." + clinic + "." + desk +
                          "\" LOGIN IN ROLE candor_desk");
            admin.run("CREATE ROLE \"keeper." + clinic +
                      ".all\" LOGIN IN ROLE candor_desk, candor_keeper");
        }
        has_template_ = true;
    }
    const std::string name = "test_" + std::to_string(++databases_);
    if (const auto made = admin.run("CREATE DATABASE " + name + " TEMPLATE " + kTemplate);
        !made.empty())
        give_up(made);
    return name;
}

std::string Session::run(const std::string& sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(connection_.get(), sql.c_str()), &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK) return {};
    if (status == PGRES_TUPLES_OK)
        return PQntuples(result.get()) == 0 ? std::string() : PQgetvalue(result.get(), 0, 0);
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    return std::string("error ") + (state != nullptr ? state : PQerrorMessage(connection_.get()));
}

}  // namespace candor::fleet
