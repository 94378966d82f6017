#pragma once
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "desk/state.h"

namespace candor::desk {

/// Hands a PDF to the system's print spool (`lp`, CUPS). One job at a time.
class Printer {
  public:
    /// `lp`: the program, found in PATH where it is a bare name. `on_done` is called on another
    /// thread when take_outcome() has something.
    Printer(std::string lp, std::function<void()> on_done);
    ~Printer();

    /// Whether there is such a program at all.
    bool is_there() const { return !program_.empty(); }
    /// Writes the PDF into a folder that nobody else can read, and deletes both once `lp` has its
    /// own copy. The bytes are wiped.
    void print(std::string pdf);
    /// How the last job ended; once.
    std::optional<Printing> take_outcome();
    void wait();

  private:
    std::string program_;
    std::function<void()> on_done_;
    std::thread thread_;
    std::atomic<int> outcome_{-1};
};

}  // namespace candor::desk
