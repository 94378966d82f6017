#include "base/secret_string.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace candor::base {

SecretString::SecretString(std::size_t capacity) : capacity_(capacity) {
    data_ = static_cast<char*>(::operator new(std::max<std::size_t>(capacity, 1)));
    std::memset(data_, 0, capacity_);
    // A kiosk without swap or without the right to lock still zeroes; locking is extra.
    static_cast<void>(sodium_mlock(data_, capacity_));
}

SecretString::~SecretString() {
    if (data_ == nullptr) return;
    sodium_munlock(data_, capacity_);
    sodium_memzero(data_, capacity_);
    ::operator delete(data_);
}

SecretString::SecretString(SecretString&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)) {}

SecretString& SecretString::operator=(SecretString&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    other.clear();
    return *this;
}

bool SecretString::insert(std::size_t at, std::string_view text) {
    if (at > size_ || text.size() > capacity_ - size_) return false;
    std::memmove(data_ + at + text.size(), data_ + at, size_ - at);
    std::memcpy(data_ + at, text.data(), text.size());
    size_ += text.size();
    return true;
}

void SecretString::erase(std::size_t at, std::size_t count) {
    if (at >= size_) return;
    count = std::min(count, size_ - at);
    std::memmove(data_ + at, data_ + at + count, size_ - at - count);
    size_ -= count;
    sodium_memzero(data_ + size_, count);
}

bool SecretString::assign(std::string_view text) {
    if (text.size() > capacity_) return false;
    clear();
    return insert(0, text);
}

void SecretString::clear() {
    if (data_ != nullptr) sodium_memzero(data_, capacity_);
    size_ = 0;
}

void wipe(std::string& text) {
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    text.clear();
}

}  // namespace candor::base
