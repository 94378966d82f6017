#include "printing/printer.h"

#include <memory>
#include <utility>

#include "base/log.h"
#include "base/secret_string.h"

namespace candor::printing {
Printer::Printer(Queue queue, base::TellingWorker::Call on_news, base::Worker::Work first)
    : spool_(std::move(queue), stop_), worker_(std::move(on_news)) {
    if (first) worker_.add(base::TellingWorker::Place::last, std::move(first));
}

Printer::~Printer() { stop_.raise(); }

void Printer::print(std::string pdf, Done done) {
    const auto bytes = std::make_shared<std::string>(std::move(pdf));
    const auto tell = [this, done = std::move(done)](Printing outcome) {
        worker_.tell([done, outcome] { done(outcome); });
    };
    const auto work = [this, bytes, tell] {
        const Printing outcome = spool_.print(*bytes);
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
