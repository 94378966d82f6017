#pragma once
#include <functional>
#include <string>

#include "desk/state.h"
#include "desk/worker.h"

namespace candor::desk {

/// Hands PDFs to the system's print spool (`lp`, CUPS), one after the other and on a thread of its
/// own.
class Printer {
  public:
    using Done = std::function<void(Printing outcome)>;

    /// `lp`: the program, found in PATH where it is a bare name. `on_news` is called on another
    /// thread when take_news() has something.
    Printer(const std::string& lp, Worker::Call on_news);

    /// Writes the PDF into a folder that nobody else can read, and deletes both once `lp` has its
    /// own copy. The bytes are wiped. take_news() calls `done`.
    void print(std::string pdf, Done done);
    /// True: a job has ended.
    bool take_news() { return worker_.take_news(); }
    void wait() { worker_.wait_until_idle(); }

  private:
    const std::string program_;  ///< empty: there is none
    Worker worker_;
};

}  // namespace candor::desk
