#include "picture/decoding/confinement.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/bpf.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <thread>

#include "base/files.h"
#include "picture/decoding/landlock.h"
#include "pictures.h"

namespace candor::picture {
namespace {

// AddressSanitizer needs the memory and the processes that confinement takes away.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

/// What a confined process tries; true: it could. It prepares itself before.
using Attempt = std::function<bool()>;

/// Each runs in a process of its own, as confinement cannot be undone; its exit status is the
/// answer.
void tries(const Attempt& attempt) {
    if (!confine({})) ::_exit(99);
    ::_exit(attempt() ? 1 : 0);
}

/// What is to be reached is there, belongs to this user, and is free to be reached: without
/// confinement each attempt succeeds, which is shown too.
class Confined : public testing::Test {
  protected:
    void SetUp() override {
        if (kSanitized) GTEST_SKIP() << "not confined under AddressSanitizer";
        ASSERT_TRUE(base::write_file_atomically(file, "a request"));
        std::filesystem::create_directory(folder / "in");
        // Where the system lets a process be traced by its parents alone.
        ::prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
    }
    void expect_refused(const char* what, const Attempt& attempt) const {
        EXPECT_EXIT(tries(attempt), testing::ExitedWithCode(0), "") << what;
    }
    /// Also that the attempt succeeds without confinement.
    void expect_taken_away(const char* what, const Attempt& attempt) const {
        expect_refused(what, attempt);
        EXPECT_EQ(base::read_file(file, 100).value_or(""), "a request") << what;
        EXPECT_EXIT(::_exit(attempt() ? 1 : 0), testing::ExitedWithCode(1), "")
            << what << " is no real attempt";
        ASSERT_TRUE(base::write_file_atomically(file, "a request"));
    }
    std::string memory_of_the_kiosk() const {
        return "/proc/" + std::to_string(::getpid()) + "/mem";
    }

    std::filesystem::path folder = fresh_folder();
    std::filesystem::path file = folder / "consult.db";
    /// Stands for the kiosk: the process that started the decoder.
    const pid_t kiosk = ::getpid();
};

bool opens(const std::filesystem::path& path, int flags) {
    return ::open(path.c_str(), flags, 0600) >= 0;
}

char word_of_the_kiosk[] = "what somebody typed";

bool fork_works() {
    const pid_t pid = ::fork();
    if (pid == 0) ::_exit(0);
    return pid > 0;
}

// Debian 12's <sys/pidfd.h> does not declare them for C++.
int pidfd_of(pid_t process) { return static_cast<int>(::syscall(SYS_pidfd_open, process, 0)); }

bool starts_a_program() {
    char name[] = "/bin/true";
    char* arguments[] = {name, nullptr};
    pid_t pid;
    return ::posix_spawn(&pid, name, nullptr, nullptr, arguments, nullptr) == 0;
}

long clone3(std::uint64_t flags) {
    struct {
        std::uint64_t flags, unused[10];
    } arguments{flags, {}};
    const long pid = ::syscall(__NR_clone3, &arguments, sizeof arguments);
    if (pid == 0) ::_exit(0);
    return pid;
}

/// A page with one instruction in it (return), to be called.
bool runs_new_code(int protection_at_first) {
    void* page = ::mmap(nullptr, 4096, protection_at_first, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED && ::mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
}

}  // namespace

TEST_F(Confined, decoder_cannot_reach_the_network) {
    for (const int family : {AF_INET, AF_UNIX, AF_NETLINK})
        expect_taken_away("socket", [=] { return ::socket(family, SOCK_DGRAM, 0) >= 0; });
    expect_taken_away("socketpair", [] {
        int ends[2];
        return ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0;
    });
}

TEST_F(Confined, decoder_cannot_start_programs_or_processes) {
    expect_taken_away("posix_spawn", starts_a_program);
    expect_taken_away("fork", fork_works);
    expect_taken_away("clone", [] {
        const pid_t pid = static_cast<pid_t>(::syscall(__NR_clone, SIGCHLD, 0, 0, 0, 0));
        if (pid == 0) ::_exit(0);
        return pid > 0;
    });
    expect_taken_away("clone3", [] { return clone3(0) > 0; });
    expect_refused("execve", [] {
        char name[] = "/bin/true";
        char* arguments[] = {name, nullptr};
        ::execve(name, arguments, nullptr);
        return errno != EPERM;
    });
    expect_refused("execveat of memory", [] {
        char* none[] = {nullptr};
        ::syscall(__NR_execveat, STDIN_FILENO, "", none, none, AT_EMPTY_PATH);
        return errno != EPERM;
    });
    expect_taken_away("memfd_create", [] { return ::memfd_create("code", 0) >= 0; });
}

TEST_F(Confined, decoder_cannot_run_new_code) {
    expect_taken_away("code that was written",
                      [] { return runs_new_code(PROT_READ | PROT_WRITE); });
    expect_taken_away("memory to run from", [] {
        return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
    });
}

TEST_F(Confined, decoder_cannot_read_or_write_the_kiosks_memory) {
    const iovec word{word_of_the_kiosk, sizeof word_of_the_kiosk};
    expect_taken_away("process_vm_readv", [=, this] {
        char copy[sizeof word_of_the_kiosk];
        const iovec here{copy, sizeof copy};
        return ::process_vm_readv(kiosk, &here, 1, &word, 1, 0) > 0;
    });
    expect_taken_away("process_vm_writev",
                      [=, this] { return ::process_vm_writev(kiosk, &word, 1, &word, 1, 0) > 0; });
    expect_taken_away("/proc/KIOSK/mem", [this] { return opens(memory_of_the_kiosk(), O_RDWR); });
    expect_taken_away("/proc/KIOSK/environ", [this] {
        return opens("/proc/" + std::to_string(kiosk) + "/environ", O_RDONLY);
    });
    expect_taken_away("ptrace",
                      [this] { return ::ptrace(PTRACE_SEIZE, kiosk, nullptr, nullptr) == 0; });
    const int of_kiosk = pidfd_of(kiosk);
    expect_taken_away("pidfd_getfd",
                      [=] { return ::syscall(SYS_pidfd_getfd, of_kiosk, 1, 0) >= 0; });
    ::close(of_kiosk);
}

TEST_F(Confined, decoder_cannot_signal_or_limit_the_kiosk) {
    const int of_kiosk = pidfd_of(kiosk);
    // Signal 0: only whether it may be sent.
    expect_taken_away("kill", [this] { return ::kill(kiosk, 0) == 0; });
    expect_taken_away("tgkill", [this] { return ::syscall(__NR_tgkill, kiosk, kiosk, 0) == 0; });
    expect_taken_away("tkill", [this] { return ::syscall(__NR_tkill, kiosk, 0) == 0; });
    expect_taken_away("pidfd_open", [this] { return pidfd_of(kiosk) >= 0; });
    expect_taken_away("pidfd_send_signal", [=] {
        return ::syscall(SYS_pidfd_send_signal, of_kiosk, 0, nullptr, 0) == 0;
    });
    expect_taken_away("prlimit", [this] {
        rlimit limit{};
        return ::prlimit(kiosk, RLIMIT_NOFILE, nullptr, &limit) == 0;
    });
    expect_taken_away("sched_setaffinity", [this] {
        cpu_set_t all;
        return ::sched_getaffinity(kiosk, sizeof all, &all) == 0 &&
               ::sched_setaffinity(kiosk, sizeof all, &all) == 0;
    });
    expect_taken_away("setpriority",
                      [this] { return ::setpriority(PRIO_PROCESS, unsigned(kiosk), 0) == 0; });
    ::close(of_kiosk);
}

TEST_F(Confined, decoder_cannot_open_files) {
    expect_taken_away("reading", [] { return opens("/etc/passwd", O_RDONLY); });
    expect_taken_away("reading a folder", [] { return opens("/", O_RDONLY | O_DIRECTORY); });
    expect_taken_away("writing", [this] { return opens(file, O_WRONLY); });
    expect_taken_away("emptying", [this] { return opens(file, O_WRONLY | O_TRUNC); });
    expect_taken_away("making", [this] { return opens(folder / "new", O_WRONLY | O_CREAT); });
    expect_taken_away("looking", [this] {
        struct stat info {};
        return ::stat(file.c_str(), &info) == 0;
    });
}

TEST_F(Confined, decoder_cannot_change_files) {
    const auto other = folder / "other";
    expect_taken_away("truncate", [this] { return ::truncate(file.c_str(), 0) == 0; });
    expect_taken_away("unlink", [this] { return ::unlink(file.c_str()) == 0; });
    expect_taken_away("rename", [=, this] { return ::rename(file.c_str(), other.c_str()) == 0; });
    expect_taken_away(
        "symlink", [this] { return ::symlink(file.c_str(), (folder / "symbolic").c_str()) == 0; });
    expect_taken_away("link",
                      [this] { return ::link(file.c_str(), (folder / "hard").c_str()) == 0; });
    expect_taken_away("chmod", [this] { return ::chmod(file.c_str(), 0666) == 0; });
    expect_taken_away("mkdir", [this] { return ::mkdir((folder / "made").c_str(), 0700) == 0; });
    expect_taken_away("rmdir", [this] { return ::rmdir((folder / "in").c_str()) == 0; });
    expect_taken_away("chdir", [this] { return ::chdir(folder.c_str()) == 0; });
}

TEST_F(Confined, decoder_cannot_use_the_kernels_other_doors) {
    expect_refused("io_uring_setup", [] {
        char nothing[120] = {};
        return ::syscall(__NR_io_uring_setup, 1, nothing) >= 0 || errno != EPERM;
    });
    expect_refused("bpf", [] {
        bpf_attr nothing{};
        return ::syscall(__NR_bpf, BPF_MAP_CREATE, &nothing, sizeof nothing) >= 0 || errno != EPERM;
    });
    expect_refused("unshare", [] { return ::unshare(CLONE_FS) == 0 || errno != EPERM; });
    expect_taken_away("prctl", [] { return ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0; });
    expect_taken_away("shared memory", [] { return ::syscall(__NR_shmget, 0, 4096, 01600) >= 0; });
#ifdef __x86_64__
    // The same kernel by its other door: numbers of the x32 ABI.
    expect_refused("x32", [] {
        constexpr long kX32 = 0x40000000;
        return ::syscall(kX32 + __NR_getppid) >= 0 || errno != EPERM;
    });
#endif
}

TEST_F(Confined, decoder_cannot_take_all_memory) {
    expect_refused("mmap", [] {
        return ::mmap(nullptr, std::size_t{8} << 30, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
    });
}

TEST_F(Confined, decoder_may_start_threads) {
    EXPECT_EXIT(tries([] {
                    bool ran = false;
                    std::thread([&] { ran = true; }).join();
                    return ran;
                }),
                testing::ExitedWithCode(1), "");
}

/// An end that tells why: what the kiosk's log says of a decoder that gave up.
TEST_F(Confined, decoder_may_abort) {
    EXPECT_EXIT(tries([]() -> bool { std::abort(); }), testing::KilledBySignal(SIGABRT), "");
}

/// The second lock holds without the first.
TEST_F(Confined, landlock_alone_keeps_files_closed) {
    const auto alone = [this](const Attempt& attempt) {
        const Landlock outcome = give_up_files();
        if (outcome == Landlock::not_here) ::_exit(2);
        ::_exit(outcome == Landlock::refused || attempt() ? 1 : 0);
    };
    const auto either = [](int status) {
        return WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 2);
    };
    EXPECT_EXIT(alone([] { return opens("/etc/passwd", O_RDONLY); }), either, "");
    EXPECT_EXIT(alone([this] { return opens(file, O_WRONLY); }), either, "");
    EXPECT_EXIT(alone([this] { return ::unlink(file.c_str()) == 0; }), either, "");
    EXPECT_EXIT(alone([this] { return opens(memory_of_the_kiosk(), O_RDWR); }), either, "");
}

}  // namespace candor::picture
