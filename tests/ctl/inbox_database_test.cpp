#include "../consult/request/hostile_requests.h"
#include "command.h"
#include "consult/keys/keys.h"
#include "consult/keys/seal.h"
#include "consult/request/reference.h"
#include "consult/request/request.h"
#include "consult/store/queue.h"
#include "fleet/delivery.h"
#include "postgres_server.h"

namespace candor::ctl {
namespace {

/// A kiosk has delivered one request to a server.
class InboxDatabase : public testing::Test {
  protected:
    void SetUp() override {
        const auto key = consult::create_clinic_keys(folder_ / "c.key", base::SecretString(1));
        const std::string id = consult::new_request_id(), at = "2026-11-22T12:40:00Z";
        const std::string bundle = consult::bundle_with(id, at, R"(,"name":[{"given":["Elif"]}])");
        const auto queue = consult::Queue::open(folder_ / "consult.db", consult::OpenMode::append);
        reference_ = *(*queue)->append(id, at, key->fingerprint(), consult::seal(bundle, *key));
        const auto outbox = consult::Outbox::open(folder_ / "consult.db");
        base::StopSignal stop;
        const fleet::DeliverySettings settings{
            *fleet::read_database_url(server_.url("kiosk.north.hall", database_)),
            "north",
            "hall",
            30,
            50,
            {}};
        ASSERT_EQ(fleet::Delivery(**outbox, settings, stop).turn(), 0);
    }
    std::string url() const { return server_.url("desk.north.front", database_); }

    Folder folder_;
    fleet::PostgresServer& server_ = fleet::PostgresServer::instance();
    std::string database_ = server_.fresh_database(), reference_;
};

}  // namespace

TEST_F(InboxDatabase, list_names_the_kiosk) {
    const Printed printed = candor({"inbox", "list", "--database", url()});
    EXPECT_EQ(printed.status, 0) << printed.err;
    EXPECT_TRUE(printed.out.starts_with(consult::display_reference(reference_) +
                                        "  2026-11-22T12Z  new  "));
    EXPECT_TRUE(printed.out.ends_with("  hall\n"));
}

TEST_F(InboxDatabase, show_opens_what_the_server_has) {
    for (const auto& reference : {reference_, "hall/" + reference_}) {
        const Printed printed =
            candor({"inbox", "show", reference, "--database", url(), "--key", folder_ / "c.key"});
        EXPECT_EQ(printed.status, 0) << printed.err;
        EXPECT_TRUE(has(printed.out, "Elif"));
    }
}

TEST_F(InboxDatabase, state_and_database_together_or_neither_is_wrong_usage) {
    EXPECT_EQ(candor({"inbox", "list"}).status, 2);
    EXPECT_EQ(candor({"inbox", "list", "--state", "x", "--database", url()}).status, 2);
}

TEST_F(InboxDatabase, password_in_the_address_is_refused_with_the_way_to_do_it) {
    const Printed printed =
        candor({"inbox", "list", "--database", "postgresql://desk:hunter2@db.example.org/candor"});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "PGPASSFILE")) << printed.err;
    EXPECT_FALSE(has(printed.err, "hunter2"));
}

}  // namespace candor::ctl
