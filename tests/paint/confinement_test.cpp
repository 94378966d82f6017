#include "paint/decoding/confinement.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <thread>

namespace candor::paint {
namespace {

// AddressSanitizer needs the memory and the processes that confinement takes away.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// Each runs in a process of its own, as confinement cannot be undone; its exit status is the
// answer.
template <typename Try>
void confined(Try&& attempt) {
    if (!confine({})) ::_exit(99);
    ::_exit(attempt() ? 1 : 0);
}

bool can_connect() { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM; }

bool can_start_a_program() {
    char name[] = "/bin/true";
    char* arguments[] = {name, nullptr};
    pid_t pid;
    return ::posix_spawn(&pid, name, nullptr, nullptr, arguments, nullptr) == 0;
}

bool can_fork() {
    const pid_t pid = ::fork();
    if (pid == 0) ::_exit(0);
    return pid > 0;
}

bool can_write_a_file() {
    char name[] = "/tmp/candor-confined-XXXXXX";
    const int fd = ::mkstemp(name);
    ::unlink(name);
    return fd >= 0 && ::write(fd, "x", 1) == 1;
}

bool can_take_all_memory() {
    return ::mmap(nullptr, std::size_t{8} << 30, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

bool cannot_start_a_thread() {
    bool ran = false;
    std::thread([&] { ran = true; }).join();
    return !ran;
}

}  // namespace

TEST(Confinement, decoder_cannot_reach_the_network) {
    if (kSanitized) GTEST_SKIP() << "not confined under AddressSanitizer";
    EXPECT_EXIT(confined(can_connect), testing::ExitedWithCode(0), "");
}

TEST(Confinement, decoder_cannot_start_programs_or_processes) {
    if (kSanitized) GTEST_SKIP() << "not confined under AddressSanitizer";
    EXPECT_EXIT(confined(can_start_a_program), testing::ExitedWithCode(0), "");
    EXPECT_EXIT(confined(can_fork), testing::ExitedWithCode(0), "");
}

TEST(Confinement, decoder_cannot_take_all_memory) {
    if (kSanitized) GTEST_SKIP() << "not confined under AddressSanitizer";
    EXPECT_EXIT(confined(can_take_all_memory), testing::ExitedWithCode(0), "");
}
TEST(Confinement, decoder_cannot_write_files) {
    EXPECT_EXIT(confined(can_write_a_file), testing::ExitedWithCode(0), "");
}

TEST(Confinement, decoder_may_start_threads) {
    EXPECT_EXIT(confined(cannot_start_a_thread), testing::ExitedWithCode(0), "");
}

}  // namespace candor::paint
