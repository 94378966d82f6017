#pragma once
#include <optional>

#include "printing/printing.h"

namespace candor::screens {

/// How somebody wants what they take home.
struct TakingHome {
    bool reference = false;      ///< with the reference of their request
    bool two_languages = false;  ///< on paper, the clinic's beside their own
    bool large_print = false;
    std::optional<printing::Printing> printing;  ///< nothing: nothing was printed yet
};

}  // namespace candor::screens
