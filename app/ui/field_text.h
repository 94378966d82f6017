#pragma once
#include <string_view>

#include "ui/ui.h"

namespace candor::ui {

/// The text of a field: drawn from its own first strong letter on (a number from the left, where
/// the field says so), inside its box, with its caret in sight. The kiosk's fields and the desk's
/// are drawn by it. Rectangles and points are the layout's, as everything that a Canvas is given.
struct FieldTextSpec {
    std::string_view words;  ///< as shown; wiped behind it
    text::Style style;
    float line_height = 1.35F;
    bool many_lines = false;
    /// from_text: where no letter says it, the interface's.
    text::Direction direction = text::Direction::from_text;
    std::size_t caret = 0;  ///< byte of `words` that is kept in sight
};

class FieldText {
  public:
    /// `inside` is where the text may be; a single line stands in the middle of its height.
    FieldText(Ui& ui, const base::Rect& inside, const FieldTextSpec& spec);
    void paint() const;
    base::Rect caret(std::size_t byte, float width_px) const;
    /// A rectangle of the paragraph, where it is drawn.
    base::Rect place(const base::Rect& of_paragraph) const;
    std::size_t byte_at(base::Point point) const;
    const text::Paragraph& paragraph() const { return paragraph_; }

  private:
    float origin(const base::Rect& caret) const;

    Ui& ui_;
    base::Rect inside_;
    text::Paragraph paragraph_;
    float width_ = 0;           ///< of the paragraph's own box
    float left_ = 0, top_ = 0;  ///< of that box, from the left and the top of `inside` on the glass
};

}  // namespace candor::ui
