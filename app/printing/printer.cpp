#include "printing/printer.h"

#include <memory>
#include <utility>

#include "base/clock.h"
#include "base/log.h"
#include "base/path_search.h"
#include "base/secret_string.h"
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

}  // namespace

Printer::Printer(Queue queue, base::TellingWorker::Call on_news, base::Worker::Work first)
    : queue_(std::move(queue)),
      lp_(base::found_in_path(queue_.lp)),
      lpstat_(base::found_in_path(queue_.lpstat)),
      cancel_(base::found_in_path(queue_.cancel)),
      worker_(std::move(on_news)) {
    if (first) worker_.add(base::TellingWorker::Place::last, std::move(first));
}

Printer::~Printer() { stop_.raise(); }

std::optional<Ended> Printer::call(const std::string& program, std::vector<std::string> words,
                                   std::string_view input) const {
    if (program.empty()) return {};
    return run({program, std::move(words)}, input, stop_,
               base::monotonic_ms() + queue_.patience.count());
}

/// What speaks against printing there now; `done`: nothing.
Printing Printer::look() const {
    if (lpstat_.empty()) return Printing::done;
    const auto ended = call(lpstat_, {"-l", "-p", queue_.name});
    if (!ended || ended->status != 0) return Printing::no_printer;
    switch (state_of(ended->said)) {
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

Printing Printer::to_any(std::string_view pdf) const {
    const auto ended = call(lp_, {"-s", "-"}, pdf);
    return ended && ended->status == 0 && ended->took_all ? Printing::done : Printing::failed;
}

Printing Printer::to_queue(std::string_view pdf) const {
    if (const Printing before = look(); before != Printing::done) return before;
    const auto ended = call(lp_, {"-d", queue_.name, "-"}, pdf);
    if (!ended || ended->status != 0 || !ended->took_all) return Printing::failed;
    const auto until = base::monotonic_ms() + queue_.look_again_after.count();
    if (stop_.wait_for(-1, 0, until) == base::StopSignal::Waited::raised) return Printing::failed;
    const Printing after = look();
    if (after == Printing::done) return after;
    if (const std::string job = job_of(ended->said); !job.empty()) call(cancel_, {job});
    return after;
}

Printing Printer::hand_over(std::string_view pdf) const {
    if (lp_.empty()) return Printing::no_program;
    return queue_.name.empty() ? to_any(pdf) : to_queue(pdf);
}

void Printer::print(std::string pdf, Done done) {
    const auto bytes = std::make_shared<std::string>(std::move(pdf));
    const auto tell = [this, done = std::move(done)](Printing outcome) {
        worker_.tell([done, outcome] { done(outcome); });
    };
    const auto work = [this, bytes, tell] {
        const Printing outcome = hand_over(*bytes);
        base::wipe(*bytes);
        tell(outcome);
    };
    worker_.add(base::TellingWorker::Place::last, work, [bytes, tell](const base::Fault& fault) {
        base::wipe(*bytes);
        base::log(fault);
        tell(Printing::failed);
    });
}

}  // namespace candor::printing
