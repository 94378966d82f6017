#pragma once
#include <string>
#include <vector>

#include "consult/handover/help_call.h"
#include "fleet/connection.h"

// The table candor.help_call: who at which kiosk would like help now, a row a kiosk at most. Staff
// who take a call erase it, so that one that is gone is taken. Faults: Connection's; unsupported: a
// layout without that table.

namespace candor::fleet {

/// Nothing here is worth waiting longer for: whoever asked stands there.
inline constexpr Patience kHelpPatience{8'000, 8'000};

/// A kiosk, as its login says: "kiosk.CLINIC.KIOSK".
struct KioskName {
    std::string clinic, kiosk;
};

/// Of the kiosk: puts its call there, in place of an older one.
base::Result<void> put_help_call(Connection& connection, const KioskName& of,
                                 const consult::HelpCall& call);
/// Of the kiosk: whether nobody has taken that call yet.
base::Result<bool> waits_for_help(Connection& connection, const KioskName& of,
                                  const std::string& id);
/// Of the kiosk: nobody there needs help any more.
base::Result<void> erase_help_call(Connection& connection, const KioskName& of);

/// Of a desk: the calls of its login's clinic, the oldest first. What a kiosk calls itself is one
/// line.
base::Result<std::vector<consult::HelpCall>> help_calls(Connection& connection);
/// Of a desk: staff go there. False: another desk took it sooner, or nobody needs help any more.
base::Result<bool> take_help_call(Connection& connection, const std::string& id);

}  // namespace candor::fleet
