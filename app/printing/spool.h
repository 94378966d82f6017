#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stop_signal.h"
#include "printing/printing.h"
#include "printing/program.h"

namespace candor::printing {

/// Where documents go.
struct Queue {
    std::string name;  ///< empty: the system's own choice, whose state is not asked
    // Of CUPS, found in PATH where they are bare names.
    std::string lp = "lp", lpstat = "lpstat", cancel = "cancel";
    std::chrono::milliseconds patience = std::chrono::minutes(1);  ///< with each program
    /// After it was handed over: a printer that is off says so only when it is to print.
    std::chrono::milliseconds look_again_after = std::chrono::seconds(4);
};

/// One queue of the system's print spool (CUPS), by its programs; each call waits for them.
class Spool {
  public:
    /// `stop` must outlive it: once it is raised, programs are killed.
    Spool(Queue queue, const base::StopSignal& stop);

    /// Hands a PDF over through lp's standard input. A queue that has a name is asked for its state
    /// before and after, and a document that it cannot print now is cancelled.
    Printing print(std::string_view pdf) const;

    /// What speaks against printing there, as it was said last; `done`: nothing.
    Printing look() const;
    /// False: staff told the spool to take nothing for it.
    bool takes_jobs() const;

  private:
    std::optional<Ended> call(const std::string& program, std::vector<std::string> words,
                              std::string_view input = {}) const;
    Printing to_any(std::string_view pdf) const;
    Printing to_queue(std::string_view pdf) const;
    Printing look_before() const;
    bool still_has(const std::string& job) const;

    const Queue queue_;
    const std::string lp_, lpstat_, cancel_;  ///< whole paths; empty: there is none
    const base::StopSignal& stop_;
};

}  // namespace candor::printing
