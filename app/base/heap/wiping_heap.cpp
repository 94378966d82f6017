// Every block of the heap is zeroed before it is freed, in this program and in every library that
// it loads. Shaping, JSON and SQLite copy what a person typed into blocks of their own; this is the
// one depth at which none of them can leave it behind. See app/README.md.
#include <malloc.h>
#include <strings.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

extern "C" {

// glibc's own allocator under its other names.
void* __libc_malloc(std::size_t size);                // NOLINT
void* __libc_realloc(void* block, std::size_t size);  // NOLINT
void __libc_free(void* block);                        // NOLINT

void free(void* block) {
    if (block == nullptr) return;
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

void* realloc(void* block, std::size_t size) {
    if (block == nullptr) return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const std::size_t had = malloc_usable_size(block);
    // Shrinking a little stays in place; the tail that falls off is zeroed first.
    if (size <= had && size >= had / 2) {
        explicit_bzero(static_cast<char*>(block) + size, had - size);
        return block;
    }
    void* fresh = __libc_malloc(size);
    if (fresh == nullptr) return nullptr;
    std::memcpy(fresh, block, had < size ? had : size);
    free(block);
    return fresh;
}

// GLib before 2.76 keeps small blocks in an allocator of its own (g_slice), which never frees them.
// It asks for this once, in its constructor: before any code of ours could set it.
char* getenv(const char* name) noexcept {
    static char always_malloc[] = "always-malloc";
    return std::strcmp(name, "G_SLICE") == 0 ? always_malloc : secure_getenv(name);
}

}  // extern "C"
