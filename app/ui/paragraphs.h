#pragma once
#include <cstdint>
#include <memory>
#include <unordered_map>

#include "text/shaper.h"

namespace candor::ui {

/// Keeps shaped paragraphs from frame to frame by what they say and how. Those that go unused for a
/// while are dropped. What a person typed is shaped uncached.
class Paragraphs {
  public:
    explicit Paragraphs(text::Shaper& shaper) : shaper_(shaper) {}
    /// Good until the next begin_frame().
    const text::Paragraph& get(const text::ParagraphSpec& spec);
    text::Paragraph editable(const text::ParagraphSpec& spec) {
        return shaper_.shape_editable(spec);
    }
    float least_width(const text::ParagraphSpec& spec) { return shaper_.least_width(spec); }
    void begin_frame();
    void clear() { kept_.clear(); }

  private:
    struct Kept {
        std::unique_ptr<text::Paragraph> paragraph;
        std::uint64_t last_frame = 0;
    };
    text::Shaper& shaper_;
    std::uint64_t frame_ = 0;
    std::unordered_map<std::uint64_t, Kept> kept_;
};

}  // namespace candor::ui
