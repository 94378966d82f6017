#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/clock.h"

namespace candor::base {
namespace {

constexpr int kCannotMount = 77;

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift);
    return bytes;
}

/// A file of a zone that is always so far from UTC (RFC 8536).
std::string zone_file(int hours) {
    std::string head = "TZif2" + std::string(15, '\0');
    for (const std::uint32_t count : {0U, 0U, 0U, 0U, 1U, 4U}) head += big_endian(count);
    const std::string zone = big_endian(static_cast<std::uint32_t>(hours * 3600)) +
                             std::string(2, '\0') + "LMT" + std::string(1, '\0');
    const std::string name =
        std::string("<") + (hours < 0 ? "-" : "+") + std::to_string(std::abs(hours)) + ">";
    return head + zone + head + zone + "\n" + name + std::to_string(-hours) + "\n";
}

/// As an update puts it there.
void put_zone(int hours) {
    std::ofstream("/etc/localtime.new", std::ios::binary) << zone_file(hours);
    std::filesystem::rename("/etc/localtime.new", "/etc/localtime");
}

/// In a process of its own, with an /etc of its own.
int look_at_two_zones() {
    ::unsetenv("TZ");
    if (::unshare(CLONE_NEWNS) != 0 ||
        ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("none", "/etc", "tmpfs", 0, nullptr) != 0)
        return kCannotMount;
    put_zone(14);
    const std::string ahead = local_today();
    put_zone(-11);
    // A day and an hour apart: it is never the same day in both.
    return local_today() < ahead ? 0 : 1;
}

}  // namespace

TEST(Clock, zone_that_was_updated_counts_at_once) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(look_at_two_zones());
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    if (WEXITSTATUS(status) == kCannotMount) GTEST_SKIP() << "needs the right to mount";
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace candor::base
