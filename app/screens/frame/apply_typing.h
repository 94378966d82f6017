#pragma once
#include "screens/frame/applying.h"

namespace candor::screens {

/// Keys, into whichever field.
struct ApplyTyping : Applying {
    void operator()(const FocusField&) const;
    void operator()(const KeyPressed&) const;
    void operator()(const TypeText&) const;
    void operator()(const EraseBack&) const;
    void operator()(const MoveCaret&) const;

    /// What was typed is another now: what hangs on it follows.
    void edited_changed() const;

  private:
    void press_next() const;
    void press_done() const;
};

}  // namespace candor::screens
