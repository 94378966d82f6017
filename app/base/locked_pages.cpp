#include "base/locked_pages.h"

#include <sodium.h>
#include <unistd.h>

#include <cstring>
#include <new>
#include <utility>

namespace candor::base {
namespace {

std::align_val_t page() {
    static const auto size = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return std::align_val_t{size};
}

/// Locks do not nest: a page that two secrets share is unlocked with the first of them.
std::size_t whole_pages(std::size_t bytes) {
    const auto size = static_cast<std::size_t>(page());
    return bytes == 0 ? size : (bytes + size - 1) / size * size;
}

}  // namespace

LockedPages::LockedPages(std::size_t bytes)
    : data_(static_cast<std::byte*>(::operator new(whole_pages(bytes), page()))), size_(bytes) {
    std::memset(data_, 0, whole_pages(bytes));
    static_cast<void>(sodium_mlock(data_, whole_pages(bytes)));
}

LockedPages::~LockedPages() {
    if (data_ == nullptr) return;
    // Zeroes them first.
    static_cast<void>(sodium_munlock(data_, whole_pages(size_)));
    ::operator delete(data_, page());
}

LockedPages::LockedPages(LockedPages&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

LockedPages& LockedPages::operator=(LockedPages&& other) noexcept {
    LockedPages taken(std::move(other));
    std::swap(data_, taken.data_);
    std::swap(size_, taken.size_);
    return *this;
}

}  // namespace candor::base
