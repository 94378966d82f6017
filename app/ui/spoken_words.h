#pragma once
#include "ui/ui.h"

namespace candor::ui {

/// The paragraph with the bytes `range` of `words` written as what is read aloud. `words` is what
/// its spans say, spaces and inline boxes apart. Lines break as before; its own marks are to be
/// asked for by rects_of().
text::ParagraphSpec with_spoken(const Ui& ui, text::ParagraphSpec spec, std::string_view words,
                                const text::Range& range);

/// As Paragraph::mark_rects, of a paragraph that may have been through with_spoken().
std::vector<base::Rect> rects_of(const text::Paragraph& paragraph, int mark);

/// The ground under what is read aloud of a paragraph in the box `whole` (layout pixels); nothing
/// where none of it is.
void draw_spoken_ground(Ui& ui, const text::Paragraph& paragraph, const base::Rect& whole);

}  // namespace candor::ui
