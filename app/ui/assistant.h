#pragma once
#include <string>
#include <vector>

#include "platform/window.h"
#include "ui/accessible.h"

namespace candor::ui {

/// What assistive technology asks for on somebody's behalf.
struct Asked {
    enum class Kind {
        press,
        focus,
        place_caret,  ///< to byte `at` of the field's text
        set_text      ///< `text` in place of all that stands in the field
    };
    Kind kind = Kind::press;
    WidgetId widget = 0;
    std::size_t at = 0;
    std::string text;
};

/// Whoever reads the accessible tree to a person, and acts for them. One thread: the frames'.
class Assistant {
  public:
    virtual ~Assistant() = default;
    /// The tree of the frame that is shown now.
    virtual void show(const Tree& tree, const platform::Standing& window) = 0;
    /// What was asked for since the last time, in order.
    virtual std::vector<Asked> take_asked() = 0;
};

}  // namespace candor::ui
