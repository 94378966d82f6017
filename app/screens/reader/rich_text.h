#pragma once
#include <string_view>

#include "pack/page/pack.h"
#include "screens/frame/intent.h"
#include "ui/ui.h"

namespace candor::screens {

/// Where rich text stands: its pack gives citations their numbers.
struct RichContext {
    const pack::Pack& pack;
    std::string_view key;  ///< tells equal links of one page apart
};

/// The paragraph of a rich text in one type; cached by the ui.
const text::Paragraph& shape_rich(ui::Ui& ui, const RichContext& context,
                                  const pack::RichText& text, const ui::Type& type, float width);

/// Draws it at x, y with its citation pills, dotted terms and links, each touchable in its exact
/// rectangles (grown to finger size), and returns its height.
float draw_rich(ui::Ui& ui, Intents& intents, const RichContext& context,
                const pack::RichText& text, const ui::Type& type, float x, float y, float width);

}  // namespace candor::screens
