#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "consult/handover/help_call.h"
#include "desk/shell/options.h"

namespace candor::desk {

/// Tells when somebody at a kiosk would like help.
class HelpWatch {
  public:
    virtual ~HelpWatch() = default;
    /// The call that nobody has taken yet, of several the oldest. True: `call` is another one now.
    virtual bool look(std::optional<consult::HelpCall>& call) = 0;
    /// Staff go there. A fault, or later its coming back: it could not be taken.
    virtual base::Result<void> take(const consult::HelpCall& call) = 0;
    /// A call that take() was too late for, told once: others go there, or nobody needs help any
    /// more.
    virtual std::optional<consult::HelpCall> take_missed() = 0;
};

/// Of the kiosks that deliver to the clinic's database, if one was named, else of the kiosk on the
/// same state folder. `wake` is called on another thread when look() may give something else.
std::unique_ptr<HelpWatch> watch_help(const Options& options, std::function<void()> wake);

}  // namespace candor::desk
