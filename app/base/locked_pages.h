#pragma once
#include <cstddef>
#include <span>

namespace candor::base {

/// Zeroed memory for secrets, in pages of its own: locked against swapping where the system allows
/// (RLIMIT_MEMLOCK), left out of core dumps, and zeroed at the end. Move-only; what was moved from
/// is empty.
class LockedPages {
  public:
    explicit LockedPages(std::size_t bytes);
    ~LockedPages();
    LockedPages(LockedPages&& other) noexcept;
    LockedPages& operator=(LockedPages&& other) noexcept;
    LockedPages(const LockedPages&) = delete;
    LockedPages& operator=(const LockedPages&) = delete;

    std::byte* data() const { return data_; }
    /// As many as were asked for.
    std::size_t size() const { return size_; }

  private:
    std::byte* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace candor::base
