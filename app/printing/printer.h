#pragma once
#include <functional>
#include <string>

#include "base/stop_signal.h"
#include "base/telling_worker.h"
#include "printing/spool.h"

namespace candor::printing {

/// Hands PDFs to the system's print spool (CUPS) through its standard input, one after the other
/// and on a thread of its own. Nothing is written to a disk here; what the spool keeps is the
/// system's (packaging/README.md). What cannot be printed now is cancelled (Spool): nobody finds it
/// there later.
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
    base::StopSignal stop_;
    const Spool spool_;
    base::TellingWorker worker_;
};

}  // namespace candor::printing
