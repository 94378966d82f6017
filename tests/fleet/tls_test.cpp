#include <cstdlib>
#include <fstream>

#include "server_test.h"

namespace candor::fleet {
namespace {

using base::FaultKind;

/// Certificates by openssl, and the server with one of them.
class Tls : public ServerTest {
  protected:
    void SetUp() override {
        authority("ours");
        authority("strangers");
    }
    void TearDown() override { server_.restart_with(""); }

    void shell(const std::string& command) const {
        ASSERT_EQ(std::system((command + " 2>/dev/null").c_str()), 0) << command;
    }
    std::string file(const std::string& name) const { return (kiosk_.folder() / name).string(); }
    void authority(const std::string& name) const {
        shell(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
            " -subj /CN=" +
            name + " -keyout " + file(name + ".key") + " -out " + file(name + ".pem"));
    }
    /// The server shows a certificate for `host` that ends after `days`.
    void serve(const std::string& by, const std::string& host, int days) {
        const std::string key = file("server.key"), request = file("server.csr"),
                          certificate = file("server.crt");
        std::ofstream(file("names")) << "subjectAltName = DNS:" << host << '\n';
        shell("openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=" +
              host + " -keyout " + key + " -out " + request);
        shell("openssl x509 -req -in " + request + " -CA " + file(by + ".pem") + " -CAkey " +
              file(by + ".key") + " -CAcreateserial -days " + std::to_string(days) + " -extfile " +
              file("names") + " -out " + certificate);
        shell("chmod 755 " + kiosk_.folder().string() + " && chmod 600 " + key);
        server_.give(key);
        server_.restart_with("ssl = on\nssl_cert_file = '" + certificate + "'\nssl_key_file = '" +
                             key + "'\n");
    }
    base::Result<void> connect(const std::string& trusted = "ours") {
        const auto database = read_database_url(
            "postgresql://kiosk.north.hall@localhost:" + std::to_string(server_.port()) + "/" +
            database_ + "?hostaddr=127.0.0.1&sslrootcert=" + file(trusted + ".pem"));
        if (!database) return tl::unexpected(database.error());
        return Connection::open(*database, stop_).map([](const auto&) {});
    }
    void expect_no_trust(const base::Result<void>& connected) const {
        ASSERT_FALSE(connected);
        EXPECT_EQ(connected.error().kind, FaultKind::wrong_key) << connected.error().detail;
    }
};

}  // namespace

TEST_F(Tls, right_certificate_connects) {
    serve("ours", "localhost", 1);
    const auto connected = connect();
    EXPECT_TRUE(connected) << connected.error().detail;
}

TEST_F(Tls, certificate_of_another_authority_is_not_trusted) {
    serve("strangers", "localhost", 1);
    expect_no_trust(connect());
}

TEST_F(Tls, certificate_of_another_host_is_not_trusted) {
    serve("ours", "db.example.org", 1);
    expect_no_trust(connect());
}

TEST_F(Tls, expired_certificate_is_not_trusted) {
    serve("ours", "localhost", -1);
    expect_no_trust(connect());
}

TEST_F(Tls, server_without_tls_is_not_trusted) { expect_no_trust(connect()); }

TEST_F(Tls, missing_authority_file_is_told) {
    serve("ours", "localhost", 1);
    expect_no_trust(connect("none"));
}

TEST_F(Tls, name_is_looked_up_and_the_certificate_checked_against_it) {
    serve("ours", "localhost", 1);
    const auto database = read_database_url(
        "postgresql://kiosk.north.hall@localhost:" + std::to_string(server_.port()) + "/" +
        database_ + "?sslrootcert=" + file("ours.pem"));
    const auto connected = Connection::open(*database, stop_);
    EXPECT_TRUE(connected) << connected.error().detail;
}

}  // namespace candor::fleet
