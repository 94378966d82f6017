#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "consult/request/request.h"
#include "screens/frame/screen.h"
#include "screens/frame/typing.h"

namespace candor::screens {

/// A request being sent: what the form shows about it.
struct Sending {
    std::optional<base::Fault> fault;
    std::vector<consult::FormProblem> problems;
    std::string reference;
};

/// The field that a problem stands at; none: it stands at the consent.
Field told_at(consult::FormProblem problem);

/// Asking to be called.
struct Requesting {
    consult::ContactForm form;
    std::string id;  ///< of the request; empty: none was begun
    Sending sending;
    Screen before = Screen::home;  ///< where Back leads

    /// Whether something was typed.
    bool holds_something() const;
    /// Of what was wrong when it was sent, forgets what was mended; of one field alone what is told
    /// there. New mistakes are told when it is sent again: nobody is corrected while they type.
    void keep_unmended(Field of = Field::none);
    /// Zeroes what was typed.
    void erase();
};

}  // namespace candor::screens
