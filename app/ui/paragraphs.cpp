#include "ui/paragraphs.h"

#include <bit>
#include <functional>
#include <string_view>

namespace candor::ui {
namespace {

constexpr std::size_t kEnough = 600;  // of each: some pages' worth
constexpr std::uint64_t kStaleFrames = 2;

class Digest {
  public:
    void add(std::uint64_t value) {
        state_ ^= value + 0x9e3779b97f4a7c15ULL + (state_ << 12) + (state_ >> 4);
        state_ *= 0xff51afd7ed558ccdULL;
        state_ ^= state_ >> 33;
    }
    void add(float value) { add(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(value))); }
    void add(std::string_view text) { add(std::hash<std::string_view>{}(text)); }
    std::uint64_t value() const { return state_; }

  private:
    std::uint64_t state_ = 0x243f6a8885a308d3ULL;
};

std::uint64_t digest_of(const text::ParagraphSpec& spec) {
    Digest digest;
    for (const text::Span& span : spec.spans) {
        digest.add(span.text);
        const text::Style& s = span.style;
        digest.add(s.size_px);
        digest.add(s.letter_spacing_px);
        digest.add(span.box.w);
        digest.add(span.box.h);
        digest.add((static_cast<std::uint64_t>(s.weight) << 40) |
                   (static_cast<std::uint64_t>(s.italic) << 39) |
                   (static_cast<std::uint64_t>(s.underline) << 36) |
                   (static_cast<std::uint64_t>(s.colour.r) << 24) |
                   (static_cast<std::uint64_t>(s.colour.g) << 16) |
                   (static_cast<std::uint64_t>(s.colour.b) << 8) | s.colour.a);
        digest.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(span.mark)));
    }
    digest.add(spec.width_px);
    digest.add(spec.line_height);
    digest.add((static_cast<std::uint64_t>(spec.align) << 32) |
               (static_cast<std::uint64_t>(spec.direction) << 16) |
               (static_cast<std::uint64_t>(spec.wrap) << 12) |
               static_cast<std::uint64_t>(spec.max_lines));
    digest.add(spec.language);
    return digest.value();
}

}  // namespace

const text::Paragraph& Paragraphs::get(const text::ParagraphSpec& spec) {
    auto& kept = paragraphs_[digest_of(spec)];
    kept.last_frame = frame_;
    if (!kept.value) kept.value = std::make_unique<text::Paragraph>(shaper_.shape(spec));
    return *kept.value;
}

float Paragraphs::least_width(const text::ParagraphSpec& spec) {
    auto& kept = least_widths_[digest_of(spec)];
    kept.last_frame = frame_;
    if (!kept.value) kept.value = shaper_.least_width(spec);
    return *kept.value;
}

template <typename T>
void Paragraphs::drop_stale(ByDigest<T>& kept) const {
    if (kept.size() <= kEnough) return;
    std::erase_if(kept, [this](const auto& entry) {
        return entry.second.last_frame + kStaleFrames < frame_;
    });
}

void Paragraphs::begin_frame() {
    ++frame_;
    drop_stale(paragraphs_);
    drop_stale(least_widths_);
}

void Paragraphs::clear() {
    paragraphs_.clear();
    least_widths_.clear();
}

}  // namespace candor::ui
