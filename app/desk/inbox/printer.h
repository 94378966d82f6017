#pragma once
#include <chrono>
#include <functional>
#include <string>

#include "desk/shell/state.h"
#include "desk/shell/worker.h"
#include "fleet/stop_signal.h"

namespace candor::desk {

/// Hands PDFs to the system's print spool (`lp`, CUPS) through its standard input, one after the
/// other and on a thread of its own. Nothing is written to a disk here; what the spool keeps is the
/// system's (packaging/README.md).
class Printer {
  public:
    using Done = std::function<void(Printing outcome)>;

    /// `lp`: the program, found in PATH where it is a bare name; one that takes longer than
    /// `patience` has failed. `on_news` is called on another thread when take_news() has something.
    Printer(const std::string& lp, Worker::Call on_news,
            std::chrono::milliseconds patience = std::chrono::minutes(1));
    /// Ends a job that is under way.
    ~Printer();

    /// The bytes are wiped once `lp` took them. take_news() calls `done`.
    void print(std::string pdf, Done done);
    /// True: a job has ended.
    bool take_news() { return worker_.take_news(); }
    void wait() { worker_.wait_until_idle(); }

  private:
    const std::string program_;  ///< empty: there is none
    const std::chrono::milliseconds patience_;
    fleet::StopSignal stop_;
    Worker worker_;
};

}  // namespace candor::desk
