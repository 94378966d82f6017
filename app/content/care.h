#pragma once

namespace candor::content {

/// How careful a kiosk starts.
enum class Care {
    usual,
    safe,      ///< the versions of packs that went well before, and nothing that may be left out
    ask_staff  ///< no packs at all: "Please ask our staff"
};

}  // namespace candor::content
