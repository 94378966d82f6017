#include "certificates.h"
#include "server_test.h"

namespace candor::fleet {
namespace {

using base::FaultKind;

/// Certificates by openssl, and the server with one of them.
class Tls : public ServerTest {
  protected:
    void SetUp() override {
        certificates().authority("ours");
        certificates().authority("strangers");
    }
    void TearDown() override { server_.restart_with(""); }

    std::string file(const std::string& name) const { return certificates().file(name); }
    Certificates certificates() const { return Certificates(kiosk_.folder()); }
    /// The server shows a certificate for `host` that ends after `days`.
    void serve(const std::string& by, const std::string& host, int days) {
        certificates().issue(by, host, days);
        const std::string key = file("server.key"), certificate = file("server.crt");
        certificates().shell("chmod 755 " + kiosk_.folder().string() + " && chmod 600 " + key);
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
