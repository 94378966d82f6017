#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "consult/request/request.h"
#include "screens/frame/screen.h"

namespace candor::screens {

/// A request being sent: what the form shows about it.
struct Sending {
    std::optional<base::Fault> fault;
    std::vector<consult::FormProblem> problems;
    std::string reference;
};

/// Asking to be called.
struct Requesting {
    consult::ContactForm form;
    std::string id;  ///< of the request; empty: none was begun
    Sending sending;
    Screen before = Screen::home;  ///< where Back leads

    /// Whether something was typed.
    bool holds_something() const;
    /// Zeroes what was typed.
    void erase();
};

}  // namespace candor::screens
