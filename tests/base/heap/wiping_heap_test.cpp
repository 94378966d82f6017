// Of the heap that the programs are linked with: this program is, too.
#include <fcntl.h>
#include <glib.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>

namespace candor::base {
namespace {

/// Made at run time, so that the program's own constants do not hold it; the end of a longer text,
/// since an allocator overwrites the first bytes of what it frees.
void fill(void* block, std::size_t size, std::string_view shifted) {
    auto* letters = static_cast<char*>(block);
    std::memset(letters, 'n', size);
    for (std::size_t i = 0; i < shifted.size(); ++i)
        letters[size - shifted.size() + i] = static_cast<char>(shifted[i] - 3);
}

/// How often the words lie in this process's own writable memory; told shifted, as above.
int occurrences(std::string_view shifted) {
    // Shared memory, which is not looked through: a copy on the heap would be found in the copy.
    constexpr std::size_t kMost = std::size_t{64} << 20;
    auto* copy = static_cast<char*>(
        ::mmap(nullptr, kMost, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    std::ifstream maps("/proc/self/maps");
    int count = 0;
    for (std::string line; std::getline(maps, line);) {
        if (line.find(" rw-p") == std::string::npos || line.ends_with("[stack]")) continue;
        const std::size_t begin = std::stoull(line, nullptr, 16);
        const std::size_t end = std::stoull(line.substr(line.find('-') + 1), nullptr, 16);
        const ssize_t got = ::pread(memory, copy, std::min(kMost, end - begin), off_t(begin));
        const std::string_view all(copy, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        // In place, so that the words are nowhere while they are looked for.
        for (std::size_t i = 0; i < all.size(); ++i) copy[i] = static_cast<char>(copy[i] + 3);
        for (auto at = all.find(shifted); at != all.npos; at = all.find(shifted, at + 1)) ++count;
    }
    ::close(memory);
    ::munmap(copy, kMost);
    return count;
}

constexpr std::string_view kWords = "zrugv#ri#d#shuvrq#61748";

}  // namespace

TEST(WipingHeap, freed_block_is_zeroed) {
    void* block = std::malloc(200);
    fill(block, 200, kWords);
    ASSERT_EQ(occurrences(kWords), 1);
    std::free(block);
    EXPECT_EQ(occurrences(kWords), 0);
}

TEST(WipingHeap, block_that_moves_leaves_nothing) {
    void* block = std::malloc(200);
    fill(block, 200, kWords);
    block = std::realloc(block, 1 << 20);
    EXPECT_EQ(occurrences(kWords), 1);
    std::free(block);
    EXPECT_EQ(occurrences(kWords), 0);
}

TEST(WipingHeap, slice_of_GLib_is_zeroed) {
    for (const gsize size : {32U, 64U, 200U, 500U}) {
        void* slice = g_slice_alloc(size);
        fill(slice, size, kWords);
        ASSERT_EQ(occurrences(kWords), 1) << size;
        g_slice_free1(size, slice);
        EXPECT_EQ(occurrences(kWords), 0) << size;
    }
}

/// The heap answers for GLib's settings alone.
TEST(WipingHeap, environment_is_read_as_ever) {
    ::setenv("CANDOR_TEST_WORD", "here", 1);
    EXPECT_STREQ(std::getenv("CANDOR_TEST_WORD"), "here");
    ::unsetenv("CANDOR_TEST_WORD");
    EXPECT_EQ(std::getenv("CANDOR_TEST_WORD"), nullptr);
}

}  // namespace candor::base
