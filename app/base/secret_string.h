#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/locked_pages.h"

namespace candor::base {

/// Text that a person typed. Its memory is fixed in place (no growth copies), locked against
/// swapping where the system allows (LockedPages), and zeroed on clear and destruction.
/// UTF-8; at most `capacity` bytes. Moves empty the source; copying is refused.
class SecretString {
  public:
    explicit SecretString(std::size_t capacity = 1024);
    SecretString(SecretString&& other) noexcept;
    SecretString& operator=(SecretString&& other) noexcept;

    std::string_view view() const { return {data(), size_}; }
    std::size_t size() const { return size_; }
    std::size_t capacity() const { return pages_.size(); }
    bool empty() const { return size_ == 0; }
    /// Inserts at byte `at`; false and unchanged when it would not fit.
    bool insert(std::size_t at, std::string_view text);
    void erase(std::size_t at, std::size_t count);
    bool assign(std::string_view text);
    /// Zeroes every byte of the buffer.
    void clear();

  private:
    char* data() const { return reinterpret_cast<char*>(pages_.data()); }

    LockedPages pages_;
    std::size_t size_ = 0;
};

/// Zeroes a std::string's whole buffer (capacity too), then empties it.
void wipe(std::string& text);

}  // namespace candor::base
