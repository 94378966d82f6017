#pragma once
#include "screens/frame/applying.h"

namespace candor::screens {

struct ApplyStaff : Applying {
    void operator()(const OpenStaff&) const;
    void operator()(const EnterStaffCode&) const;
    void operator()(const InstallPack&) const;
    void operator()(const RollBackPack&) const;
    void operator()(const CancelInstall&) const;
    void operator()(const BelieveClock&) const;
};

}  // namespace candor::screens
