#include "traced_end.h"

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <csignal>

namespace candor::journeys {
namespace {

bool is_exit(int status) { return status >> 8 == (SIGTRAP | (PTRACE_EVENT_EXIT << 8)); }

}  // namespace

std::string traced_end(ProgramInWindow& program, int signal, const Words& words) {
    const pid_t pid = program.pid();
    if (::ptrace(PTRACE_SEIZE, pid, nullptr, PTRACE_O_TRACEEXIT) != 0) return "it cannot be traced";
    ::kill(pid, signal);
    int status = 0;
    while (::waitpid(pid, &status, 0) == pid && WIFSTOPPED(status) && !is_exit(status))
        ::ptrace(PTRACE_CONT, pid, nullptr, WSTOPSIG(status));
    if (!WIFSTOPPED(status)) return "it did not end";
    const auto remains = remains_in_memory(pid, words);
    ::ptrace(PTRACE_DETACH, pid, nullptr, 0);
    if (program.ends_on(0) != 0) return "it did not end";
    return remains ? listed(*remains) : "its memory was gone";
}

}  // namespace candor::journeys
