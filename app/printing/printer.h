#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stop_signal.h"
#include "base/telling_worker.h"
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

/// Hands PDFs to the system's print spool (CUPS) through its standard input, one after the other
/// and on a thread of its own. Nothing is written to a disk here; what the spool keeps is the
/// system's (packaging/README.md). A queue that has a name is asked for its state before and after,
/// and a document that it cannot print now is cancelled: nobody finds it there later.
class Printer {
  public:
    using Done = std::function<void(Printing outcome)>;

    /// `on_news` is called on another thread when take_news() has something; `first` is done there
    /// before any document.
    Printer(Queue queue, base::TellingWorker::Call on_news, base::Worker::Work first = {});
    /// Ends a job that is under way.
    ~Printer();

    /// The bytes are wiped once they were handed over. take_news() calls `done`.
    void print(std::string pdf, Done done);
    /// True: a job has ended.
    bool take_news() { return worker_.take_news(); }
    void wait() { worker_.wait_until_idle(); }

  private:
    std::optional<Ended> call(const std::string& program, std::vector<std::string> words,
                              std::string_view input = {}) const;
    Printing hand_over(std::string_view pdf) const;
    Printing to_any(std::string_view pdf) const;
    Printing to_queue(std::string_view pdf) const;
    Printing look() const;

    const Queue queue_;
    const std::string lp_, lpstat_, cancel_;  ///< whole paths; empty: there is none
    base::StopSignal stop_;
    base::TellingWorker worker_;
};

}  // namespace candor::printing
