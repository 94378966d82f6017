#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace candor::ui {

/// Notices that touching is hard for somebody: several touches within a while that went beside what
/// can be touched, slid off it, were shorter than a finger means to be, or struck twice. It counts,
/// and keeps no places.
class MissedTouches {
  public:
    static constexpr std::size_t kSeveral = 4;
    static constexpr std::int64_t kWhileMs = 20'000;

    void add(std::int64_t time_ms);
    /// Stays so until forget().
    bool noticed() const { return noticed_; }
    void forget() { *this = {}; }

  private:
    std::array<std::int64_t, kSeveral>
        times_{};  ///< of the last ones, the next in place of the oldest
    std::size_t count_ = 0;
    bool noticed_ = false;
};

}  // namespace candor::ui
