#include "fleet/database_url.h"

#include <gtest/gtest.h>

namespace candor::fleet {

using base::FaultKind;

TEST(DatabaseUrl, certificate_is_checked_even_when_nobody_asks) {
    const auto database = read_database_url("postgresql://kiosk.a.b@db.example.org/candor");
    ASSERT_TRUE(database);
    EXPECT_EQ(database->parameters.at("sslmode"), "verify-full");
    EXPECT_EQ(database->parameters.at("gssencmode"), "disable");
    EXPECT_EQ(database->where, "db.example.org/candor");
}

TEST(DatabaseUrl, weaker_check_of_a_remote_server_is_refused) {
    for (const std::string mode : {"disable", "allow", "prefer", "require", "verify-ca"})
        for (const std::string host : {"db.example.org", "/run/postgresql,db.example.org", ""}) {
            const auto database =
                read_database_url("postgresql:///candor?host=" + host + "&sslmode=" + mode);
            ASSERT_FALSE(database) << mode << host;
            EXPECT_EQ(database.error().kind, FaultKind::refused);
            EXPECT_NE(database.error().detail.find("verify-full"), std::string::npos);
        }
}

TEST(DatabaseUrl, unix_socket_needs_no_certificate) {
    EXPECT_TRUE(read_database_url("postgresql://k@/candor?host=/run/postgresql&sslmode=disable"));
}

TEST(DatabaseUrl, password_in_it_is_refused_and_not_repeated) {
    for (const std::string url : {"postgresql://kiosk:hunter2@db.example.org/candor",
                                  "postgresql://kiosk@db.example.org/candor?password=hunter2",
                                  "postgresql://kiosk:hunter2%zz@db.example.org/candor"}) {
        const auto database = read_database_url(url);
        ASSERT_FALSE(database) << url;
        EXPECT_EQ(database.error().detail.find("hunter2"), std::string::npos);
        EXPECT_EQ(database.error().where.find("hunter2"), std::string::npos);
    }
}

TEST(DatabaseUrl, other_text_is_no_address) {
    for (const std::string url : {"", "host=db", "https://db.example.org", "postgresql://[::1",
                                  "postgresql:///candor?what=ever"}) {
        const auto database = read_database_url(url);
        ASSERT_FALSE(database) << url;
        EXPECT_EQ(database.error().kind, FaultKind::wrong_format);
    }
}

}  // namespace candor::fleet
