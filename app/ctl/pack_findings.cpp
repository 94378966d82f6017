#include "ctl/pack_findings.h"

#include "pack/checks/check_pack.h"
#include "pack/checks/self_check.h"

namespace candor::ctl {

base::Findings self_check_findings(const pack::Pack& pack) {
    return pack::self_check_findings(pack);
}

base::Findings pack_findings(const std::filesystem::path& folder) {
    return pack::check_pack(folder);
}

}  // namespace candor::ctl
