#pragma once
#include <cstdint>
#include <memory>
#include <optional>
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
    /// The same as text::Shaper::least_width(), kept likewise.
    float least_width(const text::ParagraphSpec& spec);
    void begin_frame();
    void clear();

  private:
    template <typename T>
    struct Kept {
        T value{};
        std::uint64_t last_frame = 0;
    };
    template <typename T>
    using ByDigest = std::unordered_map<std::uint64_t, Kept<T>>;

    template <typename T>
    void drop_stale(ByDigest<T>& kept) const;

    text::Shaper& shaper_;
    std::uint64_t frame_ = 0;
    ByDigest<std::unique_ptr<text::Paragraph>> paragraphs_;
    ByDigest<std::optional<float>> least_widths_;
};

}  // namespace candor::ui
