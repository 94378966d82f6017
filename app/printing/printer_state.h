#pragma once
#include <string_view>

namespace candor::printing {

/// Whether a queue of the print spool can print now.
enum class PrinterState {
    ready,
    off,  ///< switched off, stopped, or not to be reached
    paper_out,
    blocked  ///< somebody must look after it: a jam, an open lid, no toner
};

/// By what `lpstat -l -p QUEUE` says in the plain language: whether it is disabled, and the reasons
/// behind "Alerts:" (IPP's printer-state-reasons, RFC 8011, 5.4.12). What only warns is no trouble.
PrinterState state_of(std::string_view lpstat);
/// By the same: it prints nothing now, and would take the next document.
bool rests(std::string_view lpstat);

}  // namespace candor::printing
