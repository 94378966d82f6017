#pragma once
#include <memory>
#include <string_view>

#include "base/result.h"
#include "text/paragraph.h"

namespace candor::text {

class Fonts;

/// Turns specs into paragraphs with Pango (itemising, UAX #9 bidi, HarfBuzz shaping, UAX #14 line
/// breaks, font fall-back). One thread. `fonts` must outlive it. Shaping never fails: text that no
/// font can show becomes hex boxes.
class Shaper {
  public:
    explicit Shaper(Fonts& fonts);
    ~Shaper();
    Shaper(const Shaper&) = delete;
    Shaper& operator=(const Shaper&) = delete;

    Paragraph shape(const ParagraphSpec& spec);
    /// The width of the widest of what no line may break: a word with its boxes. In less room it is
    /// broken all the same.
    float least_width(const ParagraphSpec& spec);
    /// With caret positions, for text fields.
    Paragraph shape_editable(const ParagraphSpec& spec);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::text
