#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace candor::base {

/// Text that a person typed. Its memory is fixed in place (no growth copies), locked against
/// swapping where the system allows, and zeroed on clear and destruction (sodium_memzero).
/// UTF-8; at most `capacity` bytes. Moves zero the source; copying is refused.
class SecretString {
  public:
    explicit SecretString(std::size_t capacity = 1024);
    ~SecretString();
    SecretString(SecretString&& other) noexcept;
    SecretString& operator=(SecretString&& other) noexcept;
    SecretString(const SecretString&) = delete;
    SecretString& operator=(const SecretString&) = delete;

    std::string_view view() const { return {data_, size_}; }
    std::size_t size() const { return size_; }
    std::size_t capacity() const { return capacity_; }
    bool empty() const { return size_ == 0; }
    /// Inserts at byte `at`; false and unchanged when it would not fit.
    bool insert(std::size_t at, std::string_view text);
    void erase(std::size_t at, std::size_t count);
    bool assign(std::string_view text);
    /// Zeroes every byte of the buffer.
    void clear();

  private:
    char* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

/// Zeroes a std::string's whole buffer (capacity too), then empties it.
void wipe(std::string& text);

}  // namespace candor::base
