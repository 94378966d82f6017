#include "base/secret_string.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace candor::base {

SecretString::SecretString(std::size_t capacity) : pages_(capacity) {}

SecretString::SecretString(SecretString&& other) noexcept
    : pages_(std::move(other.pages_)), size_(std::exchange(other.size_, 0)) {}

SecretString& SecretString::operator=(SecretString&& other) noexcept {
    pages_ = std::move(other.pages_);
    size_ = std::exchange(other.size_, 0);
    return *this;
}

bool SecretString::insert(std::size_t at, std::string_view text) {
    if (at > size_ || text.size() > capacity() - size_) return false;
    std::memmove(data() + at + text.size(), data() + at, size_ - at);
    std::memcpy(data() + at, text.data(), text.size());
    size_ += text.size();
    return true;
}

void SecretString::erase(std::size_t at, std::size_t count) {
    if (at >= size_) return;
    count = std::min(count, size_ - at);
    std::memmove(data() + at, data() + at + count, size_ - at - count);
    size_ -= count;
    sodium_memzero(data() + size_, count);
}

bool SecretString::assign(std::string_view text) {
    if (text.size() > capacity()) return false;
    clear();
    return insert(0, text);
}

void SecretString::clear() {
    if (data() != nullptr) sodium_memzero(data(), capacity());
    size_ = 0;
}

void wipe(std::string& text) {
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    text.clear();
}

}  // namespace candor::base
