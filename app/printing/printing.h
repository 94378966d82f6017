#pragma once

namespace candor::printing {

/// How the printing of a document goes.
enum class Printing {
    under_way,
    done,         ///< the spool has it, and nothing speaks against its being printed
    no_program,   ///< there is no print spool on this machine
    no_printer,   ///< the spool does not know the queue, or does not run
    printer_off,  ///< as PrinterState; the document was taken back
    paper_out,
    blocked,
    failed
};

}  // namespace candor::printing
