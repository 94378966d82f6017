#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {

/// A version that the kiosk would refuse, since it has this one or a later one.
void check_version(const Subject& subject, base::Findings& findings) {
    const auto installed = subject.installed_version;
    if (!installed || subject.pack.version < 1 || subject.pack.version > *installed) return;
    FindingList(findings).error(
        "pack.yaml", subject.line_of("pack.yaml", "version"), "version-not-higher",
        "This is version " + std::to_string(subject.pack.version) + ", but version " +
            std::to_string(*installed) + " is installed.",
        "Write " + std::to_string(*installed + 1) + " or more.");
}

}  // namespace candor::pack
