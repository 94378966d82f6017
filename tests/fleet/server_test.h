#pragma once
#include "postgres_server.h"
#include "proxy.h"
#include "sending_kiosk.h"

namespace candor::fleet {

/// A database of its own, and what is in it.
class ServerTest : public testing::Test {
  protected:
    std::string kiosk_url(const std::string& name = "hall") const {
        return server_.url("kiosk.north." + name, database_);
    }
    Session admin() const { return {server_, "postgres", database_}; }
    std::string stored() const { return admin().run("SELECT count(*) FROM candor.request"); }
    bool is_stored(const std::string& id) const {
        return admin().run("SELECT count(*) FROM candor.request WHERE id = '" + id + "'") == "1";
    }
    /// Until the server says that something is so.
    void wait_until(const std::string& sql) const {
        Session session = admin();
        while (session.run(sql) != "t") continue;
    }

    PostgresServer& server_ = PostgresServer::instance();
    std::string database_ = server_.fresh_database();
    base::StopSignal stop_;
    TestClock clock_;
    SendingKiosk kiosk_;
};

}  // namespace candor::fleet
