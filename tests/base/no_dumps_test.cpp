#include "base/no_dumps.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

namespace candor::base {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kNobody = 65534;
const char kSecret[] = "what somebody typed";

/// Root may read all: what shall not be able to is run as somebody else.
void become_ordinary() {
    if (::geteuid() != 0) return;
    if (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0) ::_exit(99);
    // A change of user takes it away by itself.
    ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
}

/// A process that waits until it is killed; as `start` says.
template <typename Start>
class Victim {
  public:
    explicit Victim(Start start) {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        pid_ = ::fork();
        if (pid_ == 0) {
            become_ordinary();
            start();
            if (::write(ends[1], "x", 1) != 1) ::_exit(99);
            for (;;) ::pause();
        }
        ::close(ends[1]);
        char ready = 0;
        EXPECT_EQ(::read(ends[0], &ready, 1), 1);
        ::close(ends[0]);
    }
    ~Victim() {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;
    pid_t pid() const { return pid_; }

  private:
    pid_t pid_ = -1;
};

bool can_open_memory(pid_t of) {
    return ::open(("/proc/" + std::to_string(of) + "/mem").c_str(), O_RDONLY) >= 0;
}

bool can_read_memory(pid_t of) {
    char copy[sizeof kSecret] = {};
    const iovec here{copy, sizeof copy}, there{const_cast<char*>(kSecret), sizeof kSecret};
    return ::process_vm_readv(of, &here, 1, &there, 1, 0) == sizeof kSecret;
}

bool can_trace(pid_t of) { return ::ptrace(PTRACE_ATTACH, of, nullptr, nullptr) == 0; }

/// Whether another process of the same user can do this to the victim.
bool another_can(bool (*what)(pid_t), pid_t of) {
    const pid_t other = ::fork();
    if (other == 0) {
        become_ordinary();
        ::_exit(what(of) ? 1 : 0);
    }
    int status = 0;
    ::waitpid(other, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

}  // namespace

TEST(NoDumps, another_process_of_the_same_user_reaches_nothing) {
    const Victim victim(forbid_dumps);
    EXPECT_FALSE(another_can(can_open_memory, victim.pid()));
    EXPECT_FALSE(another_can(can_read_memory, victim.pid()));
    EXPECT_FALSE(another_can(can_trace, victim.pid()));
}

/// That the attempts above are real ones.
TEST(NoDumps, without_it_another_process_reads_the_memory) {
    const Victim victim([] { ::prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0); });
    EXPECT_TRUE(another_can(can_open_memory, victim.pid()));
    EXPECT_TRUE(another_can(can_read_memory, victim.pid()));
}

TEST(NoDumps, crash_leaves_no_core_dump) {
    const pid_t crashing = ::fork();
    if (crashing == 0) {
        forbid_dumps();
        ::signal(SIGSEGV, SIG_DFL);  // a sanitizer's own handler would only report it
        ::raise(SIGSEGV);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(crashing, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_FALSE(WCOREDUMP(status));
}

TEST(NoDumps, every_program_begins_with_it) {
    static const std::regex kMain(R"(\nint main\([^)]*\) \{\n([^\n]*)\n)");
    int programs = 0;
    for (const auto& entry : fs::recursive_directory_iterator(CANDOR_SOURCE_DIR "/app")) {
        if (entry.path().extension() != ".cpp") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const std::string source = text.str();
        if (source.find("\nint main(") == std::string::npos) continue;
        ++programs;
        std::smatch found;
        ASSERT_TRUE(std::regex_search(source, found, kMain)) << entry.path();
        EXPECT_EQ(found[1], "    candor::base::forbid_dumps();") << entry.path();
    }
    EXPECT_EQ(programs, 5);
}

}  // namespace candor::base
