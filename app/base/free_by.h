#pragma once

namespace candor::base {

/// Deleter of a std::unique_ptr to what a C library made and frees by its own function.
template <auto Free>
struct FreeBy {
    template <typename T>
    void operator()(T* what) const {
        Free(what);
    }
};

}  // namespace candor::base
