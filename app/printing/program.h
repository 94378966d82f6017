#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stop_signal.h"

namespace candor::printing {

/// A program of the print spool, and how it is called.
struct Program {
    std::string path;
    std::vector<std::string> words;  ///< behind its name
};

/// A program that ended by itself.
struct Ended {
    int status = 0;         ///< as it gave it
    bool took_all = false;  ///< of its input
    std::string said;       ///< on its standard output, up to 64 KiB
};

/// Runs it without a shell and gives it `input`; no file is written. It speaks the plain language
/// (LC_ALL=C), and what it complains of goes to our own log. Nothing: it could not be started, was
/// ended by a signal, or took no more while there was more; once `stop` is raised or the deadline
/// (of base::monotonic_ms) is over, it and what it started are killed.
std::optional<Ended> run(const Program& program, std::string_view input,
                         const base::StopSignal& stop, std::int64_t deadline_ms);

}  // namespace candor::printing
