#include "ctl/doctor_checks.h"
#include "pack/package/policy.h"

namespace candor::ctl {
namespace {

using printing::Printing;

Checked to_checked(Printing said, const std::string& queue) {
    const std::string subject = "printer";
    switch (said) {
        case Printing::no_program:
            return {Health::bad, subject,
                    "no print spool is here, so nothing can be printed on \"" + queue +
                        "\"; install cups and cups-client"};
        case Printing::no_printer:
            return {Health::bad, subject,
                    "the print spool has no queue \"" + queue +
                        "\", or does not run; lpstat -p shows which there are"};
        case Printing::printer_off:
            return {Health::bad, subject, "\"" + queue + "\" is off, stopped or not to be reached"};
        case Printing::paper_out:
            return {Health::note, subject, "\"" + queue + "\" had no paper when it was last used"};
        case Printing::blocked:
            return {Health::note, subject,
                    "\"" + queue + "\" had a jam, an open lid or no toner when it was last used"};
        case Printing::under_way:
        case Printing::done:
        case Printing::failed:
            break;
    }
    return {Health::ok, subject, "\"" + queue + "\" takes what people print"};
}

}  // namespace

std::optional<Checked> check_printer(const std::filesystem::path& state, printing::Queue queue) {
    queue.name = pack::read_policy(state).around.printer;
    if (queue.name.empty()) return std::nullopt;
    const base::StopSignal never;
    const printing::Spool spool(queue, never);
    const Printing said = spool.look();
    if (said == Printing::done && !spool.takes_jobs())
        return Checked{
            Health::bad, "printer",
            "the print spool takes nothing for \"" + queue.name + "\"; cupsaccept lets it again"};
    return to_checked(said, queue.name);
}

}  // namespace candor::ctl
