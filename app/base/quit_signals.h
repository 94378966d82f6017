#pragma once

namespace candor::base {

/// While it lives, SIGTERM and SIGINT make the eventfd `bell` readable, and the process has a
/// second to end in order: what still hangs then (a disk, a display, a server, a key being derived)
/// is left, as a power cut would leave it, with status 0 and a line to stderr. One at a time;
/// `bell` must stay open.
class QuitSignals {
  public:
    explicit QuitSignals(int bell);
    ~QuitSignals();
    QuitSignals(const QuitSignals&) = delete;
    QuitSignals& operator=(const QuitSignals&) = delete;
};

}  // namespace candor::base
