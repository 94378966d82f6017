#include "paint/decoding/confinement.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <vector>

namespace candor::paint {
namespace {

bool limit(__rlimit_resource resource, rlim_t most) {
    const rlimit both{most, most};
    return ::setrlimit(resource, &both) == 0;
}

constexpr int kRefused[] = {
    __NR_socket,   __NR_connect, __NR_socketpair, __NR_execve,
    __NR_execveat, __NR_ptrace,  __NR_kill,       __NR_io_uring_setup,
#ifdef __NR_fork
    __NR_fork,     __NR_vfork,
#endif
};

#if defined(__x86_64__)
constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#else
#error "Name this machine's AUDIT_ARCH for the decoder's system call filter."
#endif

class Filter {
  public:
    void load(std::size_t offset) {
        add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset)));
    }
    /// If what was loaded equals (JEQ) or has a bit of (JSET) `value`, the call gets `answer`.
    void answer_if(unsigned test, unsigned value, unsigned answer) {
        add(BPF_JUMP(BPF_JMP | test | BPF_K, value, 0, 1));
        add(BPF_STMT(BPF_RET | BPF_K, answer));
    }
    /// Unless what was loaded is `value`, the call gets `answer`.
    void answer_unless(unsigned value, unsigned answer) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0));
        add(BPF_STMT(BPF_RET | BPF_K, answer));
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

constexpr unsigned error(unsigned number) { return SECCOMP_RET_ERRNO | number; }

// Threads stay allowed (librsvg's filters use them): clone is judged by its flags, and clone3,
// whose flags no filter can see, is answered so that glibc falls back to clone.
[[maybe_unused]] bool refuse_calls() {
    Filter filter;
    filter.load(offsetof(seccomp_data, arch));
    filter.answer_unless(kMachine, SECCOMP_RET_KILL_PROCESS);
    filter.load(offsetof(seccomp_data, nr));
    for (const int call : kRefused) filter.answer_if(BPF_JEQ, unsigned(call), error(EPERM));
    filter.answer_if(BPF_JEQ, __NR_clone3, error(ENOSYS));
    filter.answer_unless(__NR_clone, SECCOMP_RET_ALLOW);
    filter.load(offsetof(seccomp_data, args));
    filter.answer_if(BPF_JSET, CLONE_THREAD, SECCOMP_RET_ALLOW);
    filter.otherwise(error(EPERM));
    return filter.install();
}

}  // namespace

bool confine([[maybe_unused]] const ImageLimits& limits) {
    // The kiosk's end ends the decoder too, even if it was killed.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGXFSZ, SIG_IGN);
    bool confined = limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__)  // which needs a vast address space and a tracing process
    constexpr rlim_t kLibrariesAndOutput = 640U << 20;
    confined = limit(RLIMIT_AS, kLibrariesAndOutput + rlim_t(limits.max_pixels) * 8) &&
               refuse_calls() && confined;
#endif
    return confined;
}

void allow_cpu_time(std::chrono::milliseconds max_time) {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    rlimit both{};
    ::getrlimit(RLIMIT_CPU, &both);
    both.rlim_cur =
        rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec + max_time.count() / 1000) + 3;
    ::setrlimit(RLIMIT_CPU, &both);
}

}  // namespace candor::paint
