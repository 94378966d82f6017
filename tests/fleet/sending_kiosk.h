#pragma once
#include <gtest/gtest.h>
#include <sodium.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "consult/request/request.h"
#include "consult/store/queue.h"
#include "fleet/delivery.h"

namespace candor::fleet {

/// A clock of the test's own.
struct TestClock {
    std::int64_t ms = 1'000'000;
    std::time_t wall = 1'800'000'000;  // 2027-01-15T08:00:00Z
    double random = 0.5;
    DeliveryClock hands() {
        return {[this] { return ms; }, [this] { return wall; }, [this] { return random; }};
    }
    void forward(std::int64_t by_ms) {
        ms += by_ms;
        wall += by_ms / 1000;
    }
};

/// A kiosk with a consult.db of its own, from which a Delivery takes.
class SendingKiosk {
  public:
    explicit SendingKiosk(std::string name = "hall") : name_(std::move(name)) {
        std::string folder = testing::TempDir() + "candor-fleet-XXXXXX";
        folder_ = ::mkdtemp(folder.data());
        queue_ = *consult::Queue::open(file(), consult::OpenMode::append);
        outbox_ = *consult::Outbox::open(file(), 1000);  // its queue may be taking the log over
    }
    ~SendingKiosk() {
        outbox_.reset();
        queue_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    SendingKiosk(const SendingKiosk&) = delete;
    SendingKiosk& operator=(const SendingKiosk&) = delete;

    /// Gives the id.
    std::string send(std::size_t size = 300) {
        std::vector<std::uint8_t> sealed(size);
        randombytes_buf(sealed.data(), sealed.size());
        ids_.push_back(consult::new_request_id());
        EXPECT_TRUE(queue_->append(ids_.back(), "2027-01-15T08:00:00Z", "a key", sealed));
        return ids_.back();
    }
    void send_many(int count) {
        for (int i = 0; i < count; ++i) send();
    }
    Delivery delivery(const std::string& url, const base::StopSignal& stop, TestClock& clock,
                      int batch = 50) {
        DeliverySettings settings{*read_database_url(url), "north", name_, 30, batch, {}};
        settings.patience = patience;
        return {outbox(), settings, stop, clock.hands()};
    }
    consult::Outbox& outbox() { return *outbox_; }
    std::filesystem::path file() const { return folder_ / "consult.db"; }
    const std::filesystem::path& folder() const { return folder_; }
    const std::vector<std::string>& ids() const { return ids_; }

    Patience patience;

  private:
    std::string name_;
    std::filesystem::path folder_;
    std::unique_ptr<consult::Queue> queue_;
    std::unique_ptr<consult::Outbox> outbox_;
    std::vector<std::string> ids_;
};

/// Until nothing more can be done now; gives how many batches went out.
inline int drain(Delivery& delivery) {
    int batches = 0;
    while (delivery.turn() == 0) ++batches;
    return batches;
}

}  // namespace candor::fleet
