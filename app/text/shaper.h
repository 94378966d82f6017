#pragma once
#include <cstdint>
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

    /// How many texts it has laid out so far, but for text fields: a frame that is like the last
    /// one wants none.
    std::uint64_t laid_out() const { return laid_out_; }

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
    std::uint64_t laid_out_ = 0;
};

}  // namespace candor::text
