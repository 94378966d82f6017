#pragma once
#include <functional>
#include <string>
#include <type_traits>

#include "base/result.h"

namespace candor::base {

/// The exception that is being handled (call it inside a catch), as a Fault. It tells the
/// exception's type and code, never its words: those of a parser repeat what was read.
Fault fault_of_exception(const std::string& where);

template <typename T>
struct Contained {
    using Type = Result<T>;
};
template <typename T>
struct Contained<Result<T>> {
    using Type = Result<T>;
};

/// Calls `work` and gives what it gives, or what it threw as a Fault: the last catch at the top of
/// a thread or a job, which nothing may leave.
template <typename Work>
typename Contained<std::invoke_result_t<Work&>>::Type contained(const std::string& where,
                                                                Work&& work) {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work&>>) {
            std::invoke(work);
            return {};
        } else {
            return std::invoke(work);
        }
    } catch (...) {
        return tl::unexpected(fault_of_exception(where));
    }
}

/// The same for work of which nobody waits to hear: what it threw is logged.
void run_contained(const std::string& where, const std::function<void()>& work);

/// What each `main` does: SIGPIPE is ignored, so that no reader ends the program by going away, and
/// what nothing else caught is logged and becomes status 1. The stack is unwound first, so that
/// what was typed is wiped.
int run_program(const std::function<int()>& program);

}  // namespace candor::base
