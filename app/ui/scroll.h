#pragma once
#include <cstdint>

namespace candor::ui {

/// One vertical scroll region's motion: follows the finger, glides, overshoots softly at the ends
/// and settles. Pure arithmetic on given times; offsets in px, 0: top, growing downwards.
class Scroll {
  public:
    /// What there is to scroll over; keeps the offset inside unless a finger or a spring is at
    /// work.
    void set_extent(float content_px, float viewport_px);
    float offset() const { return offset_; }
    float limit() const;  ///< the largest settled offset

    void finger_down(std::int64_t now_ms);
    void drag(float dy_px, std::int64_t now_ms);  ///< finger moved by dy (down is positive)
    void finger_up(std::int64_t now_ms);
    void wheel(float dy_px, std::int64_t now_ms);
    void jump_to(float offset_px);
    void glide_to(float offset_px, std::int64_t now_ms);

    /// Moves on to `now_ms`. True while it still moves by itself.
    bool step(std::int64_t now_ms);
    bool moving() const { return mode_ != Mode::rest; }
    bool fast() const;  ///< a touch should stop it rather than press something

  private:
    enum class Mode { rest, held, glide, spring };
    float clamped(float offset) const;
    float room() const;  ///< how far past an end the content can be pulled
    void start_spring(float target, std::int64_t now_ms);

    Mode mode_ = Mode::rest;
    float offset_ = 0, content_ = 0, viewport_ = 0;
    float velocity_ = 0;  ///< px a millisecond, of the offset
    float pull_ = 0;      ///< how far a finger has pulled past an end
    float spring_from_ = 0, spring_to_ = 0;
    std::int64_t since_ms_ = 0, last_move_ms_ = 0;
};

}  // namespace candor::ui
