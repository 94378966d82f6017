#include "fleet/connection.h"

#include "server_test.h"

namespace candor::fleet {
namespace {

class Talking : public ServerTest {
  protected:
    std::unique_ptr<Connection> connect() {
        const auto database = read_database_url(kiosk_url());
        auto connection = Connection::open(*database, stop_);
        if (!connection) ADD_FAILURE() << connection.error().detail;
        return connection ? std::move(*connection) : nullptr;
    }
};

}  // namespace

TEST_F(Talking, notices_of_a_server_reach_no_log) {
    const auto connection = connect();
    testing::internal::CaptureStderr();
    const auto ran = connection->run(
        "DO $$ BEGIN RAISE NOTICE 'Elif, +90 532 456 78 90'; RAISE WARNING 'Elif'; END $$");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    EXPECT_TRUE(ran) << ran.error().detail;
}

}  // namespace candor::fleet
