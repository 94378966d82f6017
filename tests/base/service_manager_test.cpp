#include "base/service_manager.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "base/descriptor.h"
#include "base/scratch_folder.h"

namespace candor::base {
namespace {

/// A service manager that listens.
class ServiceManagerTest : public testing::Test {
  protected:
    void SetUp() override {
        path_ = (scratch_.path() / "notify").string();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path_.c_str(), sizeof address.sun_path - 1);
        ASSERT_EQ(::bind(ear_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        ::setenv("NOTIFY_SOCKET", path_.c_str(), 1);
        ::unsetenv("WATCHDOG_USEC");
        ::unsetenv("WATCHDOG_PID");
    }
    void TearDown() override {
        for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
            ::unsetenv(name);
    }
    void watches(const char* microseconds, const std::string& process) {
        ::setenv("WATCHDOG_USEC", microseconds, 1);
        ::setenv("WATCHDOG_PID", process.c_str(), 1);
    }
    /// What has arrived; empty: nothing.
    std::string heard() {
        char word[64];
        const auto size = ::recv(ear_.get(), word, sizeof word, MSG_DONTWAIT);
        return size > 0 ? std::string(word, static_cast<std::size_t>(size)) : "";
    }
    static std::string us() { return std::to_string(::getpid()); }

  private:
    ScratchFolder scratch_ = ScratchFolder::in_temp("candor-manager").value();
    Descriptor ear_{::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
    std::string path_;
};

}  // namespace

TEST_F(ServiceManagerTest, hears_once_that_the_program_is_ready) {
    ServiceManager manager;
    manager.ready();
    manager.ready();
    EXPECT_EQ(heard(), "READY=1");
    EXPECT_EQ(heard(), "");
}

TEST_F(ServiceManagerTest, hears_a_sign_of_life_twice_in_the_time_it_waits) {
    watches("30000000", us());
    ServiceManager manager;
    manager.alive(1'000);
    EXPECT_EQ(heard(), "WATCHDOG=1");
    manager.alive(15'999);
    EXPECT_EQ(heard(), "");
    manager.alive(16'000);
    EXPECT_EQ(heard(), "WATCHDOG=1");
}

TEST_F(ServiceManagerTest, nobody_sleeps_past_the_next_sign) {
    watches("30000000", us());
    ServiceManager manager;
    manager.alive(1'000);
    EXPECT_EQ(manager.sooner(-1, 2'000), 14'000);
    EXPECT_EQ(manager.sooner(60'000, 2'000), 14'000);
    EXPECT_EQ(manager.sooner(10, 2'000), 10);
    EXPECT_EQ(manager.sooner(-1, 99'000), 0);
}

TEST_F(ServiceManagerTest, that_watches_another_process_or_nonsense_gets_no_sign) {
    for (const auto& [time, process] : {std::pair<const char*, std::string>{"30000000", "1"},
                                        {"soon", us()},
                                        {"-5", us()},
                                        {"", us()}}) {
        watches(time, process);
        ServiceManager manager;
        manager.alive(1'000);
        EXPECT_EQ(heard(), "") << time;
        EXPECT_EQ(manager.sooner(-1, 0), -1) << time;
    }
}

TEST_F(ServiceManagerTest, that_is_not_there_changes_nothing) {
    for (const std::string& socket : {std::string(), std::string("/nonexistent/notify"),
                                      std::string(200, 'x'), std::string("@")}) {
        ::setenv("NOTIFY_SOCKET", socket.c_str(), 1);
        ServiceManager manager;
        manager.ready();
        manager.alive(0);
        EXPECT_EQ(manager.sooner(-1, 0), -1);
    }
    EXPECT_EQ(heard(), "");
}

}  // namespace candor::base
