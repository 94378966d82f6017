#include "fleet/resolve.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "base/clock.h"

namespace candor::fleet {
namespace {

namespace fs = std::filesystem;

/// Not this machine's own name service, which may be there.
constexpr const char* kNameService = "127.42.0.53";
constexpr int kCannotMount = 77;

std::ptrdiff_t threads() {
    return std::distance(fs::directory_iterator("/proc/self/task"), fs::directory_iterator());
}

/// A name service that takes questions and answers none, for this process alone. False: it needs
/// rights that this test does not have.
bool use_silent_name_service() {
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(53);
    ::inet_pton(AF_INET, kNameService, &place.sin_addr);
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0) return false;
    std::string file = testing::TempDir() + "candor-resolv-XXXXXX";
    ::close(::mkstemp(file.data()));
    std::ofstream(file) << "nameserver " << kNameService << "\n";
    const bool used = ::unshare(CLONE_NEWNS) == 0 &&
                      ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                      ::mount(file.c_str(), "/etc/resolv.conf", nullptr, MS_BIND, nullptr) == 0;
    ::unlink(file.c_str());
    return used;
}

Database database_at(const std::string& hosts) {
    Database database;
    database.where = hosts;
    database.parameters["host"] = hosts;
    return database;
}

/// In a process of its own. How many threads too many there are in the end, or kCannotMount.
int ask_a_silent_name_service() {
    if (!use_silent_name_service()) return kCannotMount;
    const base::StopSignal stop;
    const auto before = threads();
    for (int i = 0; i < 4; ++i)
        for (const char* hosts : {"one.invalid", "two.invalid", "one.invalid,two.invalid"}) {
            const auto found = resolve(database_at(hosts), stop, base::monotonic_ms() + 20);
            if (found || found.error().kind != base::FaultKind::unreachable) return 99;
        }
    return static_cast<int>(threads() - before) - 1;
}

}  // namespace

TEST(Resolve, name_service_that_hangs_holds_one_thread_however_often_it_is_asked) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(ask_a_silent_name_service());
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    if (WEXITSTATUS(status) == kCannotMount) GTEST_SKIP() << "needs the right to mount";
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(Resolve, many_at_once_all_have_their_addresses) {
    const base::StopSignal stop;
    std::vector<std::thread> askers;
    for (int i = 0; i < 8; ++i)
        askers.emplace_back([&stop, i] {
            const auto hosts = i % 2 == 0 ? "localhost" : "localhost,127.0.0.1";
            const auto found = resolve(database_at(hosts), stop, base::monotonic_ms() + 30'000);
            ASSERT_TRUE(found) << found.error().detail;
            EXPECT_NE(found->parameters.at("hostaddr"), "");
        });
    for (auto& asker : askers) asker.join();
}

}  // namespace candor::fleet
