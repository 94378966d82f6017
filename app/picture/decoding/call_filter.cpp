#include "picture/decoding/call_filter.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace candor::picture {
namespace {

#if defined(__x86_64__)
constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#else
#error "Name this machine's AUDIT_ARCH for the decoder's system call filter."
#endif
static_assert(std::endian::native == std::endian::little, "arguments are read by their low half");

// Whatever they are given, they reach nothing outside this process.
constexpr int kHarmless[] = {
    __NR_read,          __NR_close,  // what is open: the picture
    __NR_munmap,        __NR_mremap,          __NR_brk,
    __NR_madvise,       __NR_futex,           __NR_set_robust_list,
    __NR_rseq,          __NR_sigaltstack,     __NR_rt_sigprocmask,
    __NR_rt_sigaction,  __NR_rt_sigreturn,    __NR_restart_syscall,
    __NR_sched_yield,   __NR_getpid,          __NR_gettid,
    __NR_getrusage,     __NR_sysinfo,         __NR_sched_getaffinity,
    __NR_clock_gettime, __NR_clock_getres,    __NR_gettimeofday,
    __NR_getrandom,     __NR_clock_nanosleep, __NR_exit,
    __NR_exit_group,
};

enum class Test { equals, has };  // BPF_JEQ, BPF_JSET

/// A call that is judged by one of its arguments. Filters see registers, never memory.
struct Judged {
    int call;
    int argument;
    Test test;
    unsigned value;
    bool allow;  ///< where the test holds; else the contrary
};

std::vector<Judged> judged_calls() {
    constexpr unsigned kSocket = STDIN_FILENO, kThisProcess = 0;
    return {
        {__NR_recvfrom, 0, Test::equals, kSocket, true},
        {__NR_recvmsg, 0, Test::equals, kSocket, true},
        {__NR_sendto, 0, Test::equals, kSocket, true},
        // No code but what was there from the start.
        {__NR_mmap, 2, Test::has, PROT_EXEC, false},
        {__NR_mprotect, 2, Test::has, PROT_EXEC, false},
        // Threads (librsvg's filters), no processes.
        {__NR_clone, 0, Test::has, CLONE_THREAD, true},
        {__NR_prctl, 0, Test::equals, PR_SET_NAME, true},
        {__NR_prlimit64, 0, Test::equals, kThisProcess, true},
        // abort().
        {__NR_tgkill, 0, Test::equals, static_cast<unsigned>(::getpid()), true},
    };
}

constexpr unsigned error(unsigned number) { return SECCOMP_RET_ERRNO | number; }

class Filter {
  public:
    void load(std::size_t offset) {
        add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset)));
    }
    /// What was loaded gets `answer` if it is `value`.
    void answer_if(unsigned value, unsigned answer) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1));
        otherwise(answer);
    }
    void answer_unless(unsigned value, unsigned answer) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0));
        otherwise(answer);
    }
    void judge(const Judged& judged) {
        const unsigned test = judged.test == Test::equals ? BPF_JEQ : BPF_JSET;
        constexpr unsigned kLines = 4;
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, unsigned(judged.call), 0, kLines));
        load(offsetof(seccomp_data, args) + sizeof(std::uint64_t) * unsigned(judged.argument));
        add(BPF_JUMP(BPF_JMP | test | BPF_K, judged.value, 0, 1));
        otherwise(judged.allow ? SECCOMP_RET_ALLOW : error(EPERM));
        otherwise(judged.allow ? error(EPERM) : SECCOMP_RET_ALLOW);
    }
    void otherwise(unsigned answer) { add(BPF_STMT(BPF_RET | BPF_K, answer)); }
    bool install() {
        const sock_fprog program{static_cast<unsigned short>(code_.size()), code_.data()};
        return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
               ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
    }

  private:
    void add(sock_filter line) { code_.push_back(line); }
    std::vector<sock_filter> code_;
};

}  // namespace

bool allow_few_calls() {
    Filter filter;
    filter.load(offsetof(seccomp_data, arch));
    filter.answer_unless(kMachine, SECCOMP_RET_KILL_PROCESS);
    filter.load(offsetof(seccomp_data, nr));
    for (const int call : kHarmless) filter.answer_if(unsigned(call), SECCOMP_RET_ALLOW);
    for (const Judged& judged : judged_calls()) filter.judge(judged);
    // Its flags lie in memory: answered so that glibc falls back to clone.
    filter.answer_if(__NR_clone3, error(ENOSYS));
    filter.otherwise(error(EPERM));
    return filter.install();
}

}  // namespace candor::picture
