#include "kiosk/request_watch.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <fstream>

#include "consult/keys/keys.h"
#include "consult/store/queue.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;

class RequestWatchTest : public testing::Test {
  protected:
    RequestWatchTest() {
        std::string name = testing::TempDir() + "candor-watch-XXXXXX";
        folder_ = ::mkdtemp(name.data());
        options_.state = folder_ / "state";
        fs::create_directory(options_.state);
    }
    ~RequestWatchTest() override { fs::remove_all(folder_); }

    void policy(const std::string& text) const {
        std::ofstream(options_.state / "kiosk.yaml") << text;
    }
    fs::path queue() const { return options_.state / "consult.db"; }
    void stores_a_request() const {
        const auto queue = consult::Queue::open(this->queue(), consult::OpenMode::append);
        ASSERT_TRUE((*queue)->append("id", "2026-11-28T09:00:00Z", "k", {1}));
    }
    static screens::KioskHealth looked(RequestWatch& watch) {
        watch.look();
        const auto found = watch.take(content::Wait::yes);
        EXPECT_TRUE(found);
        return found ? health_of(*found) : screens::KioskHealth{};
    }
    /// Of a kiosk that is started now.
    screens::KioskHealth health() {
        RequestWatch watch(options_, [] {});
        return looked(watch);
    }
    /// What a start writes to the log.
    std::string logged() {
        testing::internal::CaptureStderr();
        health();
        return testing::internal::GetCapturedStderr();
    }

    fs::path folder_;
    Options options_;
};

}  // namespace

TEST_F(RequestWatchTest, demonstration_takes_requests_and_tells_staff_and_log) {
    EXPECT_NE(logged().find("A demonstration: requests are sealed to key "), std::string::npos);
    const auto health = this->health();
    EXPECT_TRUE(health.takes_requests);
    EXPECT_TRUE(health.demonstration);
    EXPECT_EQ(health.key.size(), 16U);
    EXPECT_FALSE(fs::exists(queue())) << "nothing was asked for yet";
}

TEST_F(RequestWatchTest, fingerprint_of_the_clinics_key_is_logged_at_each_start) {
    const auto key = consult::create_clinic_keys(folder_ / "c.key", base::SecretString(1));
    policy("clinic_key: " + consult::public_path(folder_ / "c.key").string() + "\n");
    for (int start = 0; start < 2; ++start)
        EXPECT_NE(
            logged().find("Requests are sealed to key " + key->fingerprint() + " (kiosk.yaml)."),
            std::string::npos);
    EXPECT_EQ(health().key, key->fingerprint());
    EXPECT_FALSE(health().demonstration);
}

TEST_F(RequestWatchTest, delivery_without_the_clinics_key_takes_nothing_and_says_why) {
    policy("delivery: {database: \"postgresql://kiosk.n.h@db/c\", clinic: n, kiosk: h}\n");
    EXPECT_NE(logged().find("clinic_key"), std::string::npos);
    const auto health = this->health();
    EXPECT_FALSE(health.takes_requests);
    EXPECT_EQ(health.problem, "staff.kiosk.problem.no-key");
}

TEST_F(RequestWatchTest, missing_key_and_mistaken_settings_are_told_apart) {
    policy("clinic_key: /nowhere/c.pub\n");
    EXPECT_EQ(health().problem, "staff.kiosk.problem.key");
    policy("clinic_kee: x\n");
    EXPECT_EQ(health().problem, "staff.kiosk.problem.settings");
}

TEST_F(RequestWatchTest, damaged_queue_is_set_aside_and_told_as_long_as_it_lies_there) {
    std::ofstream(queue()) << std::string(5000, 'x');
    EXPECT_NE(logged().find("The damaged consult.db is kept as "), std::string::npos);
    const auto health = this->health();
    EXPECT_TRUE(health.takes_requests);
    ASSERT_EQ(health.set_aside.size(), 1U);
    EXPECT_EQ(fs::file_size(options_.state / health.set_aside[0]), 5000U);
    fs::remove(options_.state / health.set_aside[0]);
    EXPECT_TRUE(this->health().set_aside.empty());
}

TEST_F(RequestWatchTest, newer_layout_is_told_and_left_alone) {
    stores_a_request();
    sqlite3* newer = nullptr;
    ASSERT_EQ(sqlite3_open(queue().c_str(), &newer), SQLITE_OK);
    sqlite3_exec(newer, "PRAGMA user_version = 999", nullptr, nullptr, nullptr);
    sqlite3_close(newer);
    EXPECT_EQ(health().problem, "staff.kiosk.problem.newer");
    EXPECT_TRUE(health().set_aside.empty());
    EXPECT_TRUE(fs::exists(queue()));
}

TEST_F(RequestWatchTest, fault_is_logged_once_and_its_end_too) {
    fs::create_directory(queue());
    testing::internal::CaptureStderr();
    {
        RequestWatch watch(options_, [] {});
        for (int i = 0; i < 3; ++i) EXPECT_FALSE(looked(watch).takes_requests);
        fs::remove(queue());
        for (int i = 0; i < 3; ++i) EXPECT_TRUE(looked(watch).takes_requests);
    }
    const std::string log = testing::internal::GetCapturedStderr();
    for (const char* line : {"No request can be stored", "Requests can be stored again."}) {
        const auto first = log.find(line);
        ASSERT_NE(first, std::string::npos) << log;
        EXPECT_EQ(log.find(line, first + 1), std::string::npos) << log;
    }
}

}  // namespace candor::kiosk
