#pragma once
#include <termios.h>

namespace candor::platform {

/// While it lives, the virtual terminal on standard input, if there is one, shows no text, hears no
/// key, makes no signal of one (in the moments before and after) and is left for no other one.
/// Otherwise it does nothing: then nobody types at one.
class Terminal {
  public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

  private:
    int keyboard_ = -1;  ///< how it was; -1: there is none
    termios lines_{};    ///< the same
    bool has_lines_ = false;
};

}  // namespace candor::platform
