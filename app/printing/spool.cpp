#include "printing/spool.h"

#include <sstream>
#include <utility>

#include "base/clock.h"
#include "base/path_search.h"
#include "printing/printer_state.h"

namespace candor::printing {
namespace {

/// "request id is Hall-12 (1 file(s))"; empty: it does not say so.
std::string job_of(const std::string& said) {
    constexpr std::string_view kBefore = "request id is ";
    const auto at = said.find(kBefore);
    if (at == std::string::npos) return {};
    const std::string rest = said.substr(at + kBefore.size());
    return rest.substr(0, rest.find_first_of(" \n"));
}

Printing told_of(PrinterState state) {
    switch (state) {
        case PrinterState::off:
            return Printing::printer_off;
        case PrinterState::paper_out:
            return Printing::paper_out;
        case PrinterState::blocked:
            return Printing::blocked;
        case PrinterState::ready:
            break;
    }
    return Printing::done;
}

}  // namespace

Spool::Spool(Queue queue, const base::StopSignal& stop)
    : queue_(std::move(queue)),
      lp_(base::found_in_path(queue_.lp)),
      lpstat_(base::found_in_path(queue_.lpstat)),
      cancel_(base::found_in_path(queue_.cancel)),
      stop_(stop) {}

std::optional<Ended> Spool::call(const std::string& program, std::vector<std::string> words,
                                 std::string_view input) const {
    if (program.empty()) return {};
    return run({program, std::move(words)}, input, stop_,
               base::monotonic_ms() + queue_.patience.count());
}

Printing Spool::look() const {
    if (lpstat_.empty()) return lp_.empty() ? Printing::no_program : Printing::done;
    const auto ended = call(lpstat_, {"-l", "-p", queue_.name});
    if (!ended || ended->status != 0) return Printing::no_printer;
    return told_of(state_of(ended->said));
}

/// What a queue that rests says of its printer is as old as its last document: paper may have been
/// put in since, and only the next document finds out.
Printing Spool::look_before() const {
    if (lpstat_.empty()) return Printing::done;
    const auto ended = call(lpstat_, {"-l", "-p", queue_.name});
    if (!ended || ended->status != 0) return Printing::no_printer;
    return rests(ended->said) ? Printing::done : told_of(state_of(ended->said));
}

bool Spool::takes_jobs() const {
    if (lpstat_.empty()) return true;
    const auto ended = call(lpstat_, {"-a", queue_.name});
    return ended && ended->status == 0 && ended->said.find(" not accepting ") == std::string::npos;
}

/// Not printed yet, as far as can be known.
bool Spool::still_has(const std::string& job) const {
    const auto ended = call(lpstat_, {"-o", queue_.name});
    if (!ended || ended->status != 0) return true;
    std::istringstream lines(ended->said);
    for (std::string line; std::getline(lines, line);)
        if (line.substr(0, line.find(' ')) == job) return true;
    return false;
}

Printing Spool::to_any(std::string_view pdf) const {
    const auto ended = call(lp_, {"-s", "-"}, pdf);
    return ended && ended->status == 0 && ended->took_all ? Printing::done : Printing::failed;
}

Printing Spool::to_queue(std::string_view pdf) const {
    if (const Printing before = look_before(); before != Printing::done) return before;
    const auto ended = call(lp_, {"-d", queue_.name, "-"}, pdf);
    if (!ended || ended->status != 0 || !ended->took_all) return Printing::failed;
    const auto until = base::monotonic_ms() + queue_.look_again_after.count();
    if (stop_.wait_for(-1, 0, until) == base::StopSignal::Waited::raised) return Printing::failed;
    const Printing after = look();
    if (after == Printing::done) return after;
    const std::string job = job_of(ended->said);
    if (job.empty()) return after;
    if (!still_has(job)) return Printing::done;
    call(cancel_, {job});
    return after;
}

Printing Spool::print(std::string_view pdf) const {
    if (lp_.empty()) return Printing::no_program;
    return queue_.name.empty() ? to_any(pdf) : to_queue(pdf);
}

}  // namespace candor::printing
